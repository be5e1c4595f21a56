import { type Face, outlinesOf } from './outlines.ts';
import { n } from './shapes.ts';

/** Letters as paths, so that a poster looks the same in a page, a mail, a shared link and in print. */

/** Soft hyphens say where a word may be broken; none is ever drawn. */
const lettersOf = (text: string) => Array.from(text.replaceAll('\u00ad', ''));

/** True when a face can draw every letter of a text. */
export function canDraw(face: Face, text: string): boolean {
  const { path } = outlinesOf(face);
  return lettersOf(text).every((letter) => path[letter] !== undefined);
}

const baseLetter = (letter: string) => letter.normalize('NFD').charAt(0);

/** Bodoni's kerning was made for text; at this size these pairs would touch. */
const LOOSE = /^[TVWYFP][aceiorsuy]$/;

function kerning(face: Face, left: string, right: string): number {
  const pair = baseLetter(left) + baseLetter(right);
  const value = outlinesOf(face).kerning[pair] ?? 0;
  if (face !== 'serif' || !LOOSE.test(pair)) return value;
  return Math.min(value, /^[WVY]/.test(pair) ? -75 : -45);
}

/** What to reserve for a letter that the reader's own font will draw. */
function guessedAdvance(letter: string): number {
  if (/\p{M}|\u200d|\ufe0f/u.test(letter)) return 0;
  if (/\p{Extended_Pictographic}/u.test(letter)) return 1250;
  return (letter.codePointAt(0) ?? 0) > 0x2e80 ? 1000 : 640;
}

/** The width of a line in thousandths of its size, `tracking` included between letters. */
export function lineWidth(face: Face, text: string, tracking = 0): number {
  const { advance } = outlinesOf(face);
  let width = 0;
  let before = '';
  for (const letter of text) {
    width += (advance[letter] ?? guessedAdvance(letter)) + tracking;
    if (before !== '') width += kerning(face, before, letter);
    before = letter;
  }
  return text === '' ? 0 : width - tracking;
}

/** The reach of each drawn glyph above and below the baseline, once measured. */
const reaches = new Map<string, { above: number; below: number }>();

function glyphReach(face: Face, letter: string): { above: number; below: number } {
  const path = outlinesOf(face).path[letter];
  // What another font draws: no letter reaches further in any that is common.
  if (path === undefined) return { above: 900, below: 250 };
  const known = reaches.get(face + letter);
  if (known) return known;
  const reach = { above: 0, below: 0 };
  let y = 0;
  for (const [, command, numbers = ''] of path.matchAll(/([Mlqc])([^Mlqcz]*)/g)) {
    const values = (numbers.match(/-?\d+/g) ?? []).map(Number);
    const origin = command === 'M' ? 0 : y;
    for (let i = 1; i < values.length; i += 2) {
      y = origin + (values[i] ?? 0);
      reach.above = Math.max(reach.above, -y);
      reach.below = Math.max(reach.below, y);
    }
  }
  reaches.set(face + letter, reach);
  return reach;
}

/** How far a line reaches above and below its baseline, in thousandths of its size. */
export function lineReach(face: Face, text: string): { above: number; below: number } {
  const all = canDraw(face, text)
    ? lettersOf(text).map((letter) => glyphReach(face, letter))
    : [glyphReach(face, '')];
  return {
    above: Math.max(...all.map((reach) => reach.above)),
    below: Math.max(...all.map((reach) => reach.below)),
  };
}

/** In capitals, by the rules of the language: Greek ones carry no accents, a Turkish i keeps its dot. */
export function inCapitals(text: string, language: string): string {
  return text.toLocaleUpperCase(/\p{Script=Greek}/u.test(text) ? 'el' : language);
}

const xml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A text for an attribute in double quotes. */
export const xmlAttribute = (text: string) => xml(text).replaceAll('"', '&quot;');

/** What a line is to the reader; tests find lines by it. */
export type Role = 'title' | 'facts';

type LineStyle = {
  face: Face;
  size: number;
  fill: string;
  /** The part of the line that lies left of x: 0 starts there, 1 ends there. */
  anchor?: number;
  tracking?: number;
  /** Horizontal scale. */
  stretch?: number;
  role?: Role;
};

/** What is added to thin strokes, in thousandths of the size. */
const HAIRLINE = 16;

/**
 * One line with its baseline at y. Letters that a face lacks make the whole line `<text>` with a fixed `textLength`:
 * its width stays known whatever font draws it.
 */
export function textLine(text: string, x: number, y: number, style: LineStyle): string {
  const { face, size, fill, anchor = 0, tracking = 0, stretch = 1, role } = style;
  const mark = role ? ` data-type="${role}"` : '';
  const scale = size / 1000;
  const width = lineWidth(face, text, tracking) * scale * stretch;
  const left = x - width * anchor;
  if (!canDraw(face, text)) {
    const length = `textLength="${n(width)}" lengthAdjust="spacingAndGlyphs"`;
    const font = 'font-family="system-ui, sans-serif" font-weight="800"';
    return `<text x="${n(left)}" y="${n(y)}" font-size="${n(size)}" ${font} fill="${fill}"${mark} ${length}>${xml(text)}</text>`;
  }
  const k = Math.round(scale * 1e4) / 1e4;
  // Bodoni's hairlines were drawn for this size in print; on a card they would be gone.
  const weight = face === 'serif' && role === 'title' ? ` stroke="${fill}" stroke-width="${HAIRLINE}"` : '';
  const factor = stretch === 1 ? String(k) : `${Math.round(scale * stretch * 1e4) / 1e4} ${k}`;
  return `<path fill="${fill}"${weight} transform="translate(${n(left)} ${n(y)}) scale(${factor})" d="${linePath(face, text, tracking)}"${mark}/>`;
}

function linePath(face: Face, text: string, tracking: number): string {
  const { advance, path } = outlinesOf(face);
  let data = '';
  let x = 0;
  let before = '';
  for (const letter of text) {
    if (before !== '') x += kerning(face, before, letter);
    const offset = x;
    data += (path[letter] ?? '').replace(/M(-?\d+) ?(-?\d+)/g, (_, px: string, py: string) => {
      return `M${Number(px) + offset} ${py}`;
    });
    x += (advance[letter] ?? 0) + tracking;
    before = letter;
  }
  return data;
}
