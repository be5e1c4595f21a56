import { messages } from '../i18n/messages.ts';
import { inksOf } from './ink-sets.ts';
import { inkSetOf, type PosterEvent } from './poster-event.ts';
import type { OffState } from './poster-path.ts';
import { rect } from './shapes.ts';
import { SIZES } from './sheet.ts';
import { textLine } from './type.ts';

/** How much of the picture the poster keeps. */
const SCALE = 0.85;

/**
 * The picture of a shared link to an event that does not take place as announced: its poster, smaller, and below it in a
 * word what is the matter. The poster itself stays as it is.
 */
export function stampPoster(wideSvg: string, event: PosterEvent, state: OffState): string {
  const { width, height } = SIZES.og;
  const { ink, paper } = inksOf(inkSetOf(event));
  const words = messages[/^de\b/.test(event.language) ? 'de' : 'en'].event.state[state];
  const left = (width * (1 - SCALE)) / 2;
  const inner = wideSvg.replace(
    '<svg ',
    `<svg x="${left}" y="0" width="${width * SCALE}" height="${height * SCALE}" `,
  );
  const line = textLine(words, left, height - 28, { face: 'wide', size: 58, fill: paper });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">${rect(0, 0, width, height, ink)}${inner}${line}</svg>`;
}
