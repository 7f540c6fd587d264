// node page_words.mjs MODULES PAGE.html TIME...: the word that the page marks at each time (seconds),
// then those it marks while it plays; JSON. `broken`: times and sizes that take more than one line on
// a small telephone.
import { openPage } from './page_site.mjs';

const [modules, page, ...times] = process.argv.slice(2);
await openPage(modules, page, async (browser, address) => {
  const tab = await browser.newPage();
  const asked = []; // the browser draws its own controls from data: addresses
  tab.on('request', r => asked.push(r.url()));
  await tab.goto(address);
  const found = await tab.evaluate(async times => {
    const audio = document.getElementById('audio');
    if (audio.readyState < 1) await new Promise(ready => audio.addEventListener('loadedmetadata', ready));
    const marked = () => { const w = document.querySelector('.s .on'); return w ? +w.dataset.t : null; };
    const seeks = [];
    for (const t of times) {
      const done = new Promise(ready => audio.addEventListener('seeked', ready, { once: true }));
      audio.currentTime = t;
      await done;
      await new Promise(ready => setTimeout(ready, 30));
      seeks.push({ time: audio.currentTime, word: marked() });
    }
    audio.currentTime = times[0];
    await audio.play();
    const played = [], begin = performance.now();
    while (performance.now() - begin < 4000 && !audio.ended) {
      await new Promise(ready => requestAnimationFrame(ready));
      played.push({ time: audio.currentTime, word: marked() });
    }
    audio.pause();
    const speed = document.getElementById('speed'), before = audio.currentTime;
    speed.value = '2';
    speed.dispatchEvent(new Event('change'));
    document.querySelector('[data-do="on"]').click();
    return { seeks, played, rate: audio.playbackRate, skipped: audio.currentTime - before };
  }, times.map(Number));
  await tab.setViewport({ width: 320, height: 640 });
  const broken = await tab.evaluate(() => [...document.querySelectorAll('nav a span:last-child, .files a > span + span')]
    .filter(e => [...e.childNodes].some(n => { const r = document.createRange(); r.selectNodeContents(n); return r.getClientRects().length > 1; }))
    .map(e => e.textContent));
  const home = new URL(address).origin + '/';
  console.log(JSON.stringify({ ...found, broken, elsewhere: asked.filter(u => !u.startsWith(home) && !u.startsWith('data:')) }));
});
