#include "publish/page_parts.h"

#include "base/hash.h"

// Contrast of text is 7:1 or better, of links and controls 4.5:1, in both schemes.
static const char *const STYLE[] = {
    ":root{color-scheme:light dark;--paper:#fff;--ink:#1b1d22;--soft:#4a4f5a;--line:#c9ccd3;",
    "--link:#0b4fb3;--panel:#f3f4f7;--line-on:#e8eefc;--word-on:#ffe08a;--word-ink:#1b1d22;",
    "--k0:#4a4f5a;--k1:#7a2e12;--k2:#0b4fb3;--k3:#1f6b2e;--k4:#7b1fa2;--k5:#7a4f00}",
    "@media (prefers-color-scheme:dark){:root{--paper:#15171c;--ink:#eceef2;--soft:#b9bec9;",
    "--line:#454a56;--link:#9cc2ff;--panel:#1f2229;--line-on:#27304a;--word-on:#ffd35c;",
    "--word-ink:#15171c;--k0:#b9bec9;--k1:#ffb38f;--k2:#9cc2ff;--k3:#8fdc9b;--k4:#e0a6f5;",
    "--k5:#f0c860}}",
    "*{box-sizing:border-box}",
    "html{scroll-padding:12rem 0 3rem}",
    "body{margin:0 auto;max-width:46rem;padding:1rem;background:var(--paper);color:var(--ink);",
    "font:1.125rem/1.65 Georgia,'Times New Roman',serif;overflow-wrap:anywhere}",
    "h1{font-size:1.8rem;line-height:1.2;margin:.5rem 0}",
    "h2,h3{line-height:1.25;margin:2rem 0 .5rem}",
    "h2{font-size:1.35rem}h3{font-size:1.15rem}",
    "a{color:var(--link)}",
    ":focus-visible{outline:3px solid var(--link);outline-offset:2px}",
    ".skip{position:absolute;left:1rem;top:-6rem;padding:.6rem 1rem;background:var(--paper);",
    "z-index:2}",
    ".skip:focus{top:.5rem}",
    ".cover{width:7rem;height:7rem;float:right;margin:0 0 1rem 1rem;border-radius:.4rem}",
    "@media (max-width:30rem){.cover{width:4.5rem;height:4.5rem}}",
    ".soft{color:var(--soft);font-size:1rem}",
    ".player{clear:both;padding:.75rem 0;background:var(--paper)}",
    "@media (min-height:36rem) and (min-width:40rem){.player{position:sticky;top:0;z-index:1;",
    "border-bottom:1px solid var(--line)}}",
    "audio{display:block;width:100%;margin-block-end:.5rem}",
    "label{display:inline-flex;align-items:center;gap:.5rem;min-height:2.75rem;font-size:1rem}",
    ".tools{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:center}",
    "button,select{min-height:2.75rem;min-width:2.75rem;padding:.25rem .75rem;font:inherit;",
    "font-size:1rem;color:var(--ink);background:var(--panel);border:1px solid var(--soft);",
    "border-radius:.3rem}",
    "input{width:1.5rem;height:1.5rem;margin:0;accent-color:var(--link)}",
    "nav ol,.files{list-style:none;padding:0;margin:0}",
    "nav a,.files a{display:flex;gap:1rem;justify-content:space-between;padding:.55rem .5rem;",
    "min-height:2.75rem;text-decoration:none;border-bottom:1px solid var(--line)}",
    "nav span+span,.files span+span{flex:none}",
    "nav a:hover,.files a:hover{text-decoration:underline}",
    "nav a[aria-current]{background:var(--line-on);font-weight:bold}",
    "summary{min-height:2.75rem;padding:.55rem 0;cursor:pointer}",
    "#text{margin-top:1rem}",
    "#text blockquote{margin:1rem 0;padding-inline-start:1rem;",
    "border-inline-start:.25rem solid var(--line)}",
    ".title{font-weight:bold;font-size:1.3rem}",
    ".s{padding-block:.15rem;border-radius:.2rem}",
    ".live .s{cursor:pointer}",
    ".s:target,.s.on{background:var(--line-on);box-shadow:0 0 0 .15rem var(--line-on)}",
    ".s .on{background:var(--word-on);color:var(--word-ink);border-radius:.2rem;",
    "text-decoration:underline}",
    ".who{font:bold .85em/1.4 system-ui,sans-serif}",
    ".k0{--k:var(--k0)}.k1{--k:var(--k1)}.k2{--k:var(--k2)}.k3{--k:var(--k3)}",
    ".k4{--k:var(--k4)}.k5{--k:var(--k5)}",
    ".who,.voices strong{color:var(--k)}",
    ".s.on .who{color:inherit}",
    ".voices{list-style:none;padding:0}.voices li{margin:0 0 1rem}",
    ".voices svg{display:block;width:100%;height:1rem}",
    ".voices path{stroke:var(--k);stroke-width:8}",
    ".voices .whole{stroke:var(--line);stroke-width:2}",
    "[hidden]{display:none!important}",
    "@media (forced-colors:active){.s.on{outline:1px solid Highlight}}",
    "@media print{.player,.skip,.files,#files,.voices svg{display:none}",
    "body{max-width:none;padding:0}h2,h3{break-after:avoid}p,li{orphans:3;widows:3}}",
};

// One stop of the Tab key serves the whole transcript: the sentence that would be
// played. Arrow keys move it. Nothing is fetched, so it works from a file as well.
static const char *const SCRIPT[] = {
    "(()=>{'use strict';",
    "const id=n=>document.getElementById(n);",
    "const audio=id('audio'),text=id('text'),follow=id('follow');",
    "const lines=[...text.querySelectorAll('.s')];",
    "const links=[...document.querySelectorAll('nav a[data-s]')];",
    "if(!audio||!lines.length)return;",
    "const at=e=>+(e.dataset.s||e.dataset.t);",
    "const lineTimes=lines.map(at),linkTimes=links.map(at);",
    // The last of rising times that is not later than t, or -1.
    "const last=(times,t)=>{let a=0,b=times.length;",
    "while(a<b){const m=(a+b)>>1;if(times[m]<=t)a=m+1;else b=m}return a-1};",
    "let line=-1,word=null,words=[],wordTimes=[],link=-1,stop=0;",
    "const smooth=matchMedia('(prefers-reduced-motion:reduce)').matches?'auto':'smooth';",
    "const show=e=>{const b=e.getBoundingClientRect();",
    "if(b.top<190||b.bottom>innerHeight-40)e.scrollIntoView({block:'center',behavior:smooth})};",
    "const enterLine=n=>{if(line>=0)lines[line].classList.remove('on');",
    "if(word)word.classList.remove('on');word=null;line=n;",
    "words=n<0?[]:[...lines[n].querySelectorAll('[data-t]')];wordTimes=words.map(at);",
    "if(n<0)return;lines[n].classList.add('on');if(follow.checked&&!audio.paused)show(lines[n])};",
    "const update=()=>{const t=audio.currentTime+.02,n=last(lineTimes,t);",
    "if(n!==line)enterLine(n);",
    "const w=line>=0&&t<=+lines[line].dataset.e+.25?words[last(wordTimes,t)]||null:null;",
    "if(w!==word){if(word)word.classList.remove('on');if(w)w.classList.add('on');word=w}",
    "const "
    "c=last(linkTimes,t);if(c!==link){if(link>=0)links[link].removeAttribute('aria-current');",
    "if(c>=0)links[c].setAttribute('aria-current','true');link=c}};",
    "const speed=id('speed');",
    "speed.addEventListener('change',()=>{audio.playbackRate=+speed.value});",
    "document.querySelectorAll('[data-skip]').forEach(b=>b.addEventListener('click',()=>{",
    "audio.currentTime=Math.max(0,audio.currentTime+ +b.dataset.skip)}));",
    "const tick=()=>{update();if(!audio.paused)requestAnimationFrame(tick)};",
    "const play=t=>{audio.currentTime=t;update();const p=audio.play();if(p)p.catch(()=>{})};",
    "const setStop=n=>{lines[stop].removeAttribute('tabindex');",
    "lines[stop].removeAttribute('role');stop=n;",
    "lines[n].tabIndex=0;lines[n].setAttribute('role','button')};",
    "audio.addEventListener('play',tick);",
    "audio.addEventListener('timeupdate',update);audio.addEventListener('seeked',update);",
    "links.forEach(a=>a.addEventListener('click',()=>play(at(a))));",
    "text.addEventListener('click',e=>{const s=e.target.closest('.s');",
    "if(!s||!getSelection().isCollapsed)return;setStop(lines.indexOf(s));play(at(s))});",
    "text.addEventListener('keydown',e=>{if(!e.target.matches('.s')||e.ctrlKey||e.altKey||e."
    "metaKey)",
    "return;const n=lines.length-1;",
    "const "
    "to={ArrowDown:stop+1,ArrowRight:stop+1,ArrowUp:stop-1,ArrowLeft:stop-1,Home:0,End:n}[e.key];",
    "if(to!==undefined){e.preventDefault();setStop(Math.max(0,Math.min(n,to)));lines[stop].focus()"
    "}",
    "else if(e.key==='Enter'||e.key===' '){e.preventDefault();play(at(lines[stop]))}});",
    "document.querySelectorAll('[data-live]').forEach(e=>{e.hidden=false});",
    "text.classList.add('live');setStop(0);",
    "const target=location.hash&&id(location.hash.slice(1));",
    "if(target&&target.matches('.s'))audio.currentTime=at(target);",
    "})();",
};

static Str join(const char *const *lines, size_t count, Arena *arena)
{
    Buf b = new_buf(arena);
    for (size_t i = 0; i < count; i++) {
        buf_add(&b, str_from(lines[i]));
        buf_char(&b, '\n');
    }
    return buf_str(&b);
}

Str page_style(Arena *arena)
{
    return join(STYLE, COUNT(STYLE), arena);
}

Str page_script(Arena *arena)
{
    return join(SCRIPT, COUNT(SCRIPT), arena);
}

Str policy_source(Str part, Arena *arena)
{
    unsigned char digest[32];
    hash_joined(&part, 1, digest);
    Buf b = new_buf(arena);
    buf_add(&b, STR("sha256-"));
    buf_base64(&b, (Str){(const char *)digest, sizeof digest});
    return buf_str(&b);
}
