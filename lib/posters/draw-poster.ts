import { softHyphens } from '../soft-hyphens.ts';
import { cleanTitle, LONGEST_WORD } from './break-title.ts';
import { inksOf } from './ink-sets.ts';
import { inkSetOf, type PosterEvent, posterSeed } from './poster-event.ts';
import { posterFacts, supportedLanguage } from './poster-words.ts';
import { type SystemName, seriesOf } from './programme.ts';
import { chanceFrom } from './random.ts';
import { platesOf, type Ratio, type Sheet, SIZES } from './sheet.ts';
import { arcs } from './systems/arcs.ts';
import { contour } from './systems/contour.ts';
import { cutpaper } from './systems/cutpaper.ts';
import { grid } from './systems/grid.ts';
import { halftone } from './systems/halftone.ts';
import { letter } from './systems/letter.ts';
import { lines } from './systems/lines.ts';
import { opart } from './systems/opart.ts';
import { ribbons } from './systems/ribbons.ts';
import { stack } from './systems/stack.ts';
import { still } from './systems/still.ts';
import { xmlAttribute } from './type.ts';

const systems: Record<SystemName, (sheet: Sheet) => string> = {
  arcs,
  contour,
  cutpaper,
  grid,
  halftone,
  letter,
  lines,
  opart,
  ribbons,
  stack,
  still,
};

/**
 * Draws the poster of an event as an SVG document. Pure: the same event gives the same bytes, and needs no font, no
 * file and no clock. 1000 × 1250 units, or 1200 × 630 for Open Graph, which is composed for that format, not cropped.
 */
export function drawPoster(event: PosterEvent, { ratio = '4:5' }: { ratio?: Ratio } = {}): string {
  const seed = posterSeed(event);
  const chance = chanceFrom(seed);
  const inks = inksOf(inkSetOf(event));
  const { width, height, unit, margin } = SIZES[ratio];
  let ids = 0;
  const sheet: Sheet = {
    wide: ratio === 'og',
    width,
    height,
    unit,
    margin,
    inks,
    plates: platesOf(inks, chance),
    chance,
    category: event.category,
    // An event without any letters still has a sheet.
    title: softHyphens(cleanTitle(event.title), event.language, LONGEST_WORD) || '·',
    language: supportedLanguage(event.language),
    facts: posterFacts(event),
    newId: () => `p${seed.toString(36)}${ratio === 'og' ? 'w' : 't'}${ids++}`,
  };
  const printed = systems[seriesOf(event.category).system](sheet);
  const paper = `<rect width="${width}" height="${height}" fill="${inks.paper}"/>`;
  const label = xmlAttribute(cleanTitle(event.title));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}">${paper}<g style="isolation:isolate">${printed}</g></svg>`;
}
