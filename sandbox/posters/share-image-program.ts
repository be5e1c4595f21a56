/**
 * Draws `public/share.png`, the picture of pages that have none of their own where somebody shares them: the house mark
 * and three posters, 1200 × 630.
 *
 *   node sandbox/posters/share-image-program.ts
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import sharp from 'sharp';
import { drawPoster } from '#lib/posters/draw-poster.ts';
import { chromiumLaunch } from '../browser.ts';
import { projectRoot } from '../process/project-root.ts';
import { exampleEvent } from './example-events.ts';

const font = readFileSync(
  join(projectRoot, 'node_modules/@fontsource-variable/archivo/files/archivo-latin-standard-normal.woff2'),
).toString('base64');

const posters = [
  exampleEvent({ title: 'Three Steps to the Left', category: 'dance', city: 'Porto' }),
  exampleEvent({ title: 'Salt & Static', category: 'concert' }),
  exampleEvent({ title: 'Paper Weather', category: 'exhibition', city: 'Berlin' }),
].map((event) => `data:image/svg+xml;base64,${Buffer.from(drawPoster(event)).toString('base64')}`);

const [left, middle, right] = posters;
const html = `<!doctype html><style>
  @font-face { font-family: Archivo; src: url(data:font/woff2;base64,${font}); font-weight: 100 900; font-stretch: 62% 125% }
  * { margin: 0; box-sizing: border-box }
  body { width: 1200px; height: 630px; overflow: hidden; background: oklch(0.978 0.008 85); color: oklch(0.212 0.018 55);
    font-family: Archivo; position: relative }
  div { position: absolute; inset: 0 auto 0 64px; display: flex; align-items: center; gap: 26px;
    font-weight: 800; font-stretch: 78%; font-size: 132px; letter-spacing: -0.035em; line-height: 1 }
  svg { width: 108px; height: 126px }
  img { position: absolute; width: 250px; height: 312.5px; box-shadow: 0 0 0 1px oklch(0.212 0.018 55 / 0.14) }
  .left { left: 612px; top: 250px } .middle { left: 742px; top: 74px; width: 330px; height: 412.5px }
  .right { left: 1000px; top: 262px }
</style>
<div><svg viewBox="0 0 24 28"><path d="M2 28V12a10 10 0 0 1 20 0v16z" fill="currentColor"/>
<path d="M12 28V9.5A6 6 0 0 1 18 15.5V28z" fill="oklch(0.455 0.205 264)"/></svg>Foyer</div>
<img class="left" src="${left}"><img class="right" src="${right}"><img class="middle" src="${middle}">`;

const browser = await chromium.launch(await chromiumLaunch());
const page = await browser.newPage({ viewport: { width: 1200, height: 630 } });
await page.setContent(html, { waitUntil: 'load' });
await page.evaluate(() => document.fonts.ready);
const shot = await page.screenshot();
await browser.close();
const file = join(projectRoot, 'public', 'share.png');
await sharp(shot).png({ palette: true, colours: 128, effort: 10 }).toFile(file);
console.log(file);
