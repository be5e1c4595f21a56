import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { awkwardTitles, exampleEvent } from '#sandbox/posters/example-events.ts';
import { contrast } from './colour.ts';
import { drawPoster } from './draw-poster.ts';
import type { PosterEvent } from './poster-event.ts';
import { posterCategories } from './programme.ts';
import { type Ratio, SIZES } from './sheet.ts';
import { type WordBox, wordBoxes } from './word-boxes.ts';

/** What is wrong with the words of a poster, in a few words each. */
function faults(event: PosterEvent, ratio: Ratio): string[] {
  const svg = drawPoster(event, { ratio });
  const { width, height } = SIZES[ratio];
  const boxes = wordBoxes(svg);
  const found: string[] = [];
  if (/NaN|undefined|Infinity/.test(svg)) found.push('not a number');
  if (!boxes.some((box) => box.role === 'title')) found.push('no title');
  if (!boxes.some((box) => box.role === 'facts')) found.push('no facts');
  for (const { left, top, right, bottom, role } of boxes) {
    if (left < 8 || top < 4 || right > width - 8 || bottom > height - 4)
      found.push(`${role} leaves the sheet`);
  }
  const meet = (a: WordBox, b: WordBox) =>
    a.left < b.right - 2 && b.left < a.right - 2 && a.top < b.bottom - 2 && b.top < a.bottom - 2;
  const [titles, facts] = [
    boxes.filter((box) => box.role === 'title'),
    boxes.filter((box) => box.role === 'facts'),
  ];
  if (titles.some((title) => facts.some((fact) => meet(title, fact)))) found.push('title on facts');
  if (facts.some((fact, i) => facts.slice(i + 1).some((other) => meet(fact, other))))
    found.push('facts on facts');
  return found;
}

describe('words on posters', () => {
  test.each(posterCategories)('%s: whatever the title, words stay on the sheet and apart', (category) => {
    const wrong: string[] = [];
    for (const [i, title] of awkwardTitles.entries()) {
      for (const seed of ['a', 'b']) {
        for (const ratio of ['4:5', 'og'] as const) {
          const event = exampleEvent({
            category,
            title,
            seed: `${title} ${seed}`,
            city: i % 2 === 0 ? 'Lisbon' : 'Villanueva de la Serena y del Río Guadiana',
            language: ['en', 'de', 'el', 'ar', 'ja'][i % 5] ?? 'en',
          });
          for (const fault of faults(event, ratio))
            wrong.push(`${ratio} ${seed} ${title.slice(0, 30)}: ${fault}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  test('an event without a place has no hole where its city would be', () => {
    const boxes = (city: string) => wordBoxes(drawPoster(exampleEvent({ city, category: 'dance' }))).length;
    expect(boxes('')).toBeLessThan(boxes('Lisbon'));
    expect(faults(exampleEvent({ city: '' }), '4:5')).toEqual([]);
  });

  test('the tool sees a word that leaves its sheet', () => {
    const svg = drawPoster(exampleEvent({ category: 'dance' }));
    const moved = svg.replace(/translate\(54 ([\d.]+)\)/, 'translate(-54 $1)');
    expect(moved).not.toBe(svg);
    expect(wordBoxes(moved).some((box) => box.left < 0)).toBe(true);
  });
});

describe('type against its ground', () => {
  /** The colours under the words, found by drawing the poster without them. */
  test.each(posterCategories)('%s: at least 4.5, display type at least 3', async (category) => {
    const wrong: string[] = [];
    for (const seed of ['a', 'b', 'c', 'd', 'e']) {
      for (const ratio of ['4:5', 'og'] as const) {
        const svg = drawPoster(exampleEvent({ category, seed, title: 'Salt & Static, an Evening' }), {
          ratio,
        });
        const bare = svg.replace(/<path [^>]*data-type="\w+"\/>/g, '');
        const scale = 0.25;
        const { data, info } = await sharp(Buffer.from(bare))
          .resize({ width: SIZES[ratio].width * scale })
          .removeAlpha()
          .raw()
          .toBuffer({ resolveWithObject: true });
        for (const box of wordBoxes(svg)) {
          const needed = box.role === 'title' ? 3 : 4.5;
          // Pixels that lie wholly inside: those at an edge are mixed.
          const [x0, x1] = [Math.ceil(box.left * scale), Math.floor(box.right * scale) - 1];
          const [y0, y1] = [Math.ceil(box.top * scale), Math.floor(box.bottom * scale) - 1];
          const seen = new Set<string>();
          for (let y = y0; y <= y1; y++) {
            for (let x = x0; x <= x1; x++) {
              const at = (y * info.width + x) * info.channels;
              seen.add(data.subarray(at, at + 3).toString('hex'));
            }
          }
          const worst = Math.min(...[...seen].map((hex) => contrast(`#${hex}`, box.fill)));
          if (worst < needed) wrong.push(`${ratio} ${seed} ${box.role}: ${worst.toFixed(1)}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});
