import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { projectRoot } from '../process/project-root.ts';

/** A face as its package brings it, and how much of it the pages use. */
type Cut = {
  /** Its name under `app/fonts`. */
  name: string;
  source: string;
  /** What the file keeps, in CSS's own words: `app/fonts.ts` declares the same. */
  unicodeRange: string;
  axes: Record<string, { min: number; max: number }>;
};

const LATIN =
  'U+0020-007E, U+00A0-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+2009-200A, U+2010-2027, U+202F-203A, U+20AC, U+2122, U+2190-2193, U+2212';
const MORE = 'U+0100-0130, U+0132-0151, U+0154-017F, U+01C0-0233, U+1E00-1E9F, U+1EF2-1EFF';

/** Headings are set between these, text between those; nothing else on a page is drawn from these faces. */
const DISPLAY = { wght: { min: 640, max: 830 }, wdth: { min: 64, max: 84 } };
const TEXT = { wght: { min: 400, max: 760 } };

const files = join(projectRoot, 'node_modules', '@fontsource-variable');
const archivo = (subset: string) => join(files, 'archivo', 'files', `archivo-${subset}-wdth-normal.woff2`);
const hanken = (subset: string) =>
  join(files, 'hanken-grotesk', 'files', `hanken-grotesk-${subset}-wght-normal.woff2`);

export const cuts: readonly Cut[] = [
  { name: 'archivo.woff2', source: archivo('latin'), unicodeRange: LATIN, axes: DISPLAY },
  { name: 'archivo-more.woff2', source: archivo('latin-ext'), unicodeRange: MORE, axes: DISPLAY },
  { name: 'hanken.woff2', source: hanken('latin'), unicodeRange: LATIN, axes: TEXT },
  { name: 'hanken-more.woff2', source: hanken('latin-ext'), unicodeRange: MORE, axes: TEXT },
];

/** The font file of a cut. The same bytes every time, so that what is committed can be compared. */
export function cutFont({ source, unicodeRange, axes }: Cut): Promise<Uint8Array> {
  return subsetFont(readFileSync(source), lettersOf(unicodeRange), {
    targetFormat: 'woff2',
    variationAxes: axes,
  });
}

function lettersOf(unicodeRange: string): string {
  return unicodeRange
    .split(', ')
    .map((range) => {
      const [first = 0, last = first] = range
        .slice(2)
        .split('-')
        .map((code) => Number.parseInt(code, 16));
      return String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, index) => first + index));
    })
    .join('');
}
