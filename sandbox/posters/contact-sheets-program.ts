/**
 * Writes contact sheets to look at: twenty posters of each category, tall and wide, and the awkward titles.
 *
 *   node sandbox/posters/contact-sheets-program.ts /tmp/posters [category…]
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { drawPoster } from '#lib/posters/draw-poster.ts';
import { posterCategories } from '#lib/posters/programme.ts';
import type { Ratio } from '#lib/posters/sheet.ts';
import { awkwardTitles, exampleEvent, programmeOf } from './example-events.ts';

const [folder = '/tmp/posters', ...only] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });

async function contactSheet(name: string, svgs: string[], ratio: Ratio, columns: number): Promise<void> {
  const [width, height] = ratio === 'og' ? [440, 231] : [296, 370];
  const gap = 18;
  const pictures = await Promise.all(
    svgs.map(async (svg, i) => ({
      input: await sharp(Buffer.from(svg)).resize(width, height).png().toBuffer(),
      left: gap + (i % columns) * (width + gap),
      top: gap + Math.floor(i / columns) * (height + gap),
    })),
  );
  const rows = Math.ceil(svgs.length / columns);
  await sharp({
    create: {
      width: gap + columns * (width + gap),
      height: gap + rows * (height + gap),
      channels: 3,
      background: '#e9e4d8',
    },
  })
    .composite(pictures)
    .png()
    .toFile(join(folder, `${name}.png`));
  console.log(join(folder, `${name}.png`));
}

for (const category of posterCategories) {
  if (only.length > 0 && !only.includes(category)) continue;
  const events = programmeOf(category);
  const draw = (ratio: Ratio) => events.map((event) => drawPoster(event, { ratio }));
  await contactSheet(category, draw('4:5'), '4:5', 7);
  await contactSheet(`${category}-og`, draw('og'), 'og', 4);
}
if (only.length === 0 || only.includes('awkward')) {
  const events = posterCategories.flatMap((category, i) =>
    awkwardTitles.filter((_, k) => (k + i) % 4 === 0).map((title) => exampleEvent({ category, title })),
  );
  for (const ratio of ['4:5', 'og'] as const) {
    const svgs = events.map((event) => drawPoster(event, { ratio }));
    await contactSheet(`awkward-${ratio === 'og' ? 'og' : 'tall'}`, svgs, ratio, ratio === 'og' ? 5 : 9);
  }
}
