// node page_words.mjs MODULES PAGE.html TIME...: the word that the page marks at each time (seconds),
// then those it marks while it plays; JSON. `broken`: times and sizes that take more than one line on
// a small telephone. The page is served on the loopback, for seeking needs ranges.
import { createServer } from 'node:http';
import { createReadStream, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, extname } from 'node:path';

const [modules, page, ...times] = process.argv.slice(2);
const puppeteer = createRequire(join(modules, 'x.js'))('puppeteer-core');
const types = { '.html': 'text/html; charset=utf-8', '.mp3': 'audio/mpeg', '.vtt': 'text/vtt', '.png': 'image/png' };

const server = createServer((ask, answer) => {
  const path = join(dirname(page), basename(decodeURIComponent(new URL(ask.url, 'http://x').pathname)));
  let size;
  try { size = statSync(path).size; } catch { answer.writeHead(404).end(); return; }
  const range = /bytes=(\d+)-(\d*)/.exec(ask.headers.range || '');
  const start = range ? +range[1] : 0, end = range && range[2] ? +range[2] : size - 1;
  answer.writeHead(range ? 206 : 200, { 'Content-Type': types[extname(path)] || 'application/octet-stream', 'Accept-Ranges': 'bytes',
    'Content-Length': end - start + 1, ...(range ? { 'Content-Range': `bytes ${start}-${end}/${size}` } : {}) });
  createReadStream(path, { start, end }).pipe(answer);
});
await new Promise(ready => server.listen(0, '127.0.0.1', ready));
const browser = await puppeteer.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  args: ['--no-sandbox', '--autoplay-policy=no-user-gesture-required'] });
try {
  const tab = await browser.newPage();
  const asked = []; // the browser draws its own controls from data: addresses
  tab.on('request', r => asked.push(r.url()));
  await tab.goto(`http://127.0.0.1:${server.address().port}/${basename(page)}`);
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
    document.querySelector('[data-skip="10"]').click();
    return { seeks, played, rate: audio.playbackRate, skipped: audio.currentTime - before };
  }, times.map(Number));
  await tab.setViewport({ width: 320, height: 640 });
  const broken = await tab.evaluate(() => [...document.querySelectorAll('nav a span:last-child, .files a span:last-child')]
    .filter(e => [...e.childNodes].some(n => { const r = document.createRange(); r.selectNodeContents(n); return r.getClientRects().length > 1; }))
    .map(e => e.textContent));
  const port = `http://127.0.0.1:${server.address().port}/`;
  console.log(JSON.stringify({ ...found, broken, elsewhere: asked.filter(u => !u.startsWith(port) && !u.startsWith('data:')) }));
} finally {
  await browser.close();
  server.close();
}
