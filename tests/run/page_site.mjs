// openPage(MODULES, PAGE.html, use): calls use(browser, address) while the page's folder is served on
// the loopback, for seeking needs ranges.
import { createServer } from 'node:http';
import { createReadStream, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, extname } from 'node:path';

const types = { '.html': 'text/html; charset=utf-8', '.mp3': 'audio/mpeg', '.vtt': 'text/vtt', '.png': 'image/png' };

function serve(page) {
  return createServer((ask, answer) => {
    const path = join(dirname(page), basename(decodeURIComponent(new URL(ask.url, 'http://x').pathname)));
    let size;
    try { size = statSync(path).size; } catch { answer.writeHead(404).end(); return; }
    const range = /bytes=(\d+)-(\d*)/.exec(ask.headers.range || '');
    const start = range ? +range[1] : 0, end = range && range[2] ? +range[2] : size - 1;
    answer.writeHead(range ? 206 : 200, { 'Content-Type': types[extname(path)] || 'application/octet-stream', 'Accept-Ranges': 'bytes',
      'Content-Length': end - start + 1, ...(range ? { 'Content-Range': `bytes ${start}-${end}/${size}` } : {}) });
    createReadStream(path, { start, end }).pipe(answer);
  });
}

export async function openPage(modules, page, use) {
  const puppeteer = createRequire(join(modules, 'x.js'))('puppeteer-core');
  const server = serve(page);
  await new Promise(ready => server.listen(0, '127.0.0.1', ready));
  const browser = await puppeteer.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    args: ['--no-sandbox', '--autoplay-policy=no-user-gesture-required'] });
  try {
    await use(browser, `http://127.0.0.1:${server.address().port}/${basename(page)}`);
  } finally {
    await browser.close();
    server.close();
  }
}
