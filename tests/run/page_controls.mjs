// node page_controls.mjs MODULES PAGE.html: what keys, clicks, addresses and a second visit do to the
// page, as JSON; colours as the browser computes them. Times are seconds of the sound.
import { pathToFileURL } from 'node:url';
import { openPage } from './page_site.mjs';

const [modules, page] = process.argv.slice(2);
const time = tab => tab.evaluate(() => document.getElementById('audio').currentTime);
const ready = tab => tab.evaluate(async () => {
  const audio = document.getElementById('audio');
  if (audio.readyState < 1) await new Promise(done => audio.addEventListener('loadedmetadata', done));
  return audio.duration;
});

// A page that tells how it scrolls and what it offers to the keys of keyboards and headphones.
async function watched(context, address, before) {
  const tab = await context.newPage();
  await tab.evaluateOnNewDocument(() => {
    window.scrolls = [];
    window.media = {};
    const scroll = Element.prototype.scrollIntoView, set = navigator.mediaSession.setActionHandler;
    Element.prototype.scrollIntoView = function (how) { window.scrolls.push(how.behavior); scroll.call(this, how); };
    navigator.mediaSession.setActionHandler = function (name, act) { window.media[name] = act; set.call(this, name, act); };
  });
  if (before) await before(tab);
  await tab.goto(address);
  await ready(tab);
  return tab;
}

async function keys(context, address) {
  const tab = await watched(context, address), did = [];
  const press = async (name, ...presses) => {
    await tab.evaluate(() => { document.getElementById('audio').currentTime = 100; });
    for (const key of presses) await tab.keyboard.press(key);
    did.push([name, await time(tab)]);
  };
  await press('outside', 'l');
  await tab.focus('#seek');
  for (const key of ['l', 'j', 'n', 'p', 'o', 'u', 'ArrowRight', 'ArrowLeft', 'PageUp', 'Home', 'End']) await press(key, key);
  await tab.evaluate(() => { document.getElementById('audio').currentTime = 100; });
  const held = await tab.evaluate(() => {
    const key = new KeyboardEvent('keydown', { key: 'l', code: 'KeyL', ctrlKey: true, bubbles: true, cancelable: true });
    return document.getElementById('seek').dispatchEvent(key);
  });
  did.push(['ctrl', await time(tab)], ['ctrl is left to the browser', held]);
  await tab.evaluate(() => {
    document.getElementById('seek').dispatchEvent(new KeyboardEvent('keydown', { key: 'д', code: 'KeyL', bubbles: true }));
  });
  did.push(['a Cyrillic keyboard', await time(tab)]);
  await tab.keyboard.press('f');
  const faster = await tab.evaluate(() => [document.getElementById('audio').playbackRate, document.getElementById('said').textContent]);
  await tab.keyboard.press('s');
  const slower = await tab.evaluate(() => document.getElementById('audio').playbackRate);
  await tab.keyboard.press('k');
  const played = await tab.evaluate(() => !document.getElementById('audio').paused);
  await tab.keyboard.press('k');
  const paused = await tab.evaluate(() => document.getElementById('audio').paused);
  await tab.keyboard.press('?');
  const help = await tab.evaluate(() => document.getElementById('help').open);
  await tab.focus('#speed');
  await press('in a list', 'l');
  await tab.click('#everywhere');
  await tab.evaluate(() => document.activeElement.blur());
  await press('everywhere', 'l');
  const value = await tab.evaluate(() => document.getElementById('seek').getAttribute('aria-valuetext'));
  await tab.close();
  return { did: Object.fromEntries(did), faster, slower, played, paused, help, value };
}

async function media(context, address) {
  const tab = await watched(context, address);
  const found = await tab.evaluate(() => {
    const audio = document.getElementById('audio'), did = {};
    for (const name of ['seekforward', 'seekbackward', 'nexttrack', 'previoustrack', 'seekto']) {
      audio.currentTime = 100;
      window.media[name]({ seekTime: 42 });
      did[name] = audio.currentTime;
    }
    return { did, names: Object.keys(window.media).sort(), title: navigator.mediaSession.metadata.title };
  });
  await tab.close();
  return found;
}

async function clicks(context, address, width) {
  const tab = await watched(context, address), length = await ready(tab), found = [];
  await tab.setViewport({ width, height: 800 });
  for (const share of [0.25, 0.8]) {
    await (await tab.$('#wave')).scrollIntoView();
    const box = await (await tab.$('#wave svg')).boundingBox();
    await tab.mouse.click(box.x + box.width * share, box.y + box.height / 2);
    const mark = await tab.evaluate(() => parseFloat(getComputedStyle(document.getElementById('wave'), '::after').left));
    found.push({ wanted: share * length, time: await time(tab), mark: mark / box.width * length });
  }
  await tab.close();
  return found;
}

async function colours(context, address, scheme) {
  const tab = await watched(context, address, t => t.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]));
  const found = await tab.evaluate(() => {
    const paint = document.createElement('p');
    document.body.append(paint);
    const value = name => { paint.style.color = `var(${name})`; return getComputedStyle(paint).color; };
    const names = ['--k0', '--k1', '--k2', '--k3', '--k4', '--k5', '--rest'];
    return { strokes: names.map(value), grounds: ['--panel', '--line-on', '--paper'].map(value),
      drawn: [...document.querySelectorAll('.wave path')].map(p => getComputedStyle(p).stroke) };
  });
  await tab.close();
  return found;
}

async function visits(browser, address) {
  const context = await browser.createBrowserContext(), found = {};
  const first = await watched(context, address);
  found.first = await first.evaluate(() => document.getElementById('resumed').hidden);
  await first.focus('#seek');
  await first.keyboard.press('f');
  await first.close();
  const again = async (hash, before) => {
    const tab = await watched(context, address + hash, before);
    const state = await tab.evaluate(() => ({ time: document.getElementById('audio').currentTime, rate: document.getElementById('audio').playbackRate,
      shown: !document.getElementById('resumed').hidden, says: document.getElementById('resumed').textContent, scrolls: window.scrolls,
      paused: document.getElementById('audio').paused, line: +document.getElementById('l5').dataset.s }));
    return [tab, state];
  };
  let tab = await watched(context, address + '#t=61.5');
  await tab.goto('about:blank');
  await tab.close();
  [tab, found.again] = await again('');
  await tab.click('[data-do=afresh]');
  found.afresh = await time(tab);
  await tab.close();
  const hashes = { seconds: '#t=65', clock: '#t=1:05', range: '#t=npt:65,80', line: '#l5', wild: '#t=99999', none: '#t=x' };
  for (const [name, hash] of Object.entries(hashes)) {
    [tab, found[name]] = await again(hash);
    if (name === 'seconds') {
      await tab.evaluate(() => { location.hash = '#t=130'; });
      await new Promise(done => setTimeout(done, 100));
      found.changed = await time(tab);
      await tab.evaluate(() => document.getElementById('here').click());
      found.linked = await tab.evaluate(() => [location.hash, document.getElementById('linked').textContent]);
    }
    await tab.close();
  }
  [tab, found.calm] = await again('#t=180', t => t.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]));
  await tab.close();
  [tab, found.lively] = await again('#t=180');
  await tab.close();
  [tab, found.locked] = await again('#t=65', t => t.evaluateOnNewDocument(() => {
    Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });
  }));
  await tab.close();
  await context.close();
  return found;
}

async function bare(browser, address, script) {
  const tab = await browser.newPage(), errors = [];
  tab.on('pageerror', e => errors.push(String(e)));
  tab.on('console', m => m.type() === 'error' && errors.push(m.text()));
  await tab.setJavaScriptEnabled(script);
  await tab.goto(address, { waitUntil: 'load' });
  const seen = async selector => { const box = await (await tab.$(selector)).boundingBox(); return box ? Math.round(box.height) : 0; };
  const found = { wave: await seen('#wave svg'), seek: await seen('#seek'), tools: await seen('.tools'), audio: await seen('#audio'), errors };
  await tab.close();
  return found;
}

await openPage(modules, page, async (browser, address) => {
  const file = pathToFileURL(page).href, context = await browser.createBrowserContext();
  const found = { keys: await keys(context, address), clicks: [...await clicks(context, address, 1280), ...await clicks(context, address, 320)],
    media: await media(context, address), light: await colours(context, address, 'light'), dark: await colours(context, address, 'dark'),
    visits: await visits(browser, address), plain: await bare(browser, address, false), file: await bare(browser, file, true) };
  console.log(JSON.stringify(found));
});
