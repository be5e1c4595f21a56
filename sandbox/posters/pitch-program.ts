/**
 * Draws `public/pitch/*.svg`, the four posters by which the home page shows what an event without a picture gets: one
 * title, four kinds of event.
 *
 *   node sandbox/posters/pitch-program.ts
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawPoster } from '#lib/posters/draw-poster.ts';
import { projectRoot } from '../process/project-root.ts';
import { exampleEvent } from './example-events.ts';

const folder = join(projectRoot, 'public', 'pitch');
mkdirSync(folder, { recursive: true });
for (const [category, chance] of [
  ['outdoors', 4],
  ['concert', 6],
  ['film', 1],
  ['food', 7],
] as const) {
  const file = join(folder, `${category}.svg`);
  // A word that is the same in every language of the house.
  writeFileSync(file, drawPoster(exampleEvent({ title: 'Premiere', category, seed: `premiere-${chance}` })));
  console.log(file);
}
