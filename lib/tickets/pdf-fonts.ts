import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import type { Font, Glyph } from 'fontkit';
import { decompress } from 'wawoff2';
import { z } from 'zod';
import { keepLast } from '../keep-last.ts';
import { instantiateFont } from './pdf-font-instance.ts';

/*
 * The typefaces of a PDF, taken from the packages the pages get theirs from. Those are cut into slices by range of
 * characters and packed for browsers, so a slice is unpacked when a letter of it is first needed and then kept for the
 * life of the process: a name in Japanese costs two or three slices of 30 kB, not a font of 9 MB.
 */

export type FaceName =
  | 'archivo'
  | 'hanken-grotesk'
  | 'noto-sans'
  | 'noto-sans-arabic'
  | 'noto-sans-hebrew'
  | 'noto-sans-jp'
  | 'noto-sans-kr'
  | 'noto-sans-sc'
  | 'noto-sans-thai';

/** How heavy (100 to 900) and how wide (per cent) letters are drawn; a face without the axis ignores it. */
export type Instance = { weight: number; width: number };

/** A slice of a face at one weight and width. `key` names it within a document. */
export type PdfFont = { key: string; face: FaceName; font: Font };

type Slice = { face: FaceName; file: string; ranges: readonly (readonly [number, number])[] };

/** Which files of a package to use: those whose axes include the width, where there are such. */
const AXES: Record<FaceName, 'wdth' | 'wght'> = {
  archivo: 'wdth',
  'hanken-grotesk': 'wght',
  'noto-sans': 'wdth',
  'noto-sans-arabic': 'wdth',
  'noto-sans-hebrew': 'wdth',
  'noto-sans-jp': 'wght',
  'noto-sans-kr': 'wght',
  'noto-sans-sc': 'wght',
  'noto-sans-thai': 'wdth',
};

/** Packages are looked up from where the application was started, because a bundle has no place of its own. */
const packageFile = (face: FaceName, file: string) =>
  createRequire(join(process.cwd(), 'package.json')).resolve(`@fontsource-variable/${face}/${file}`);

const slicesByFace = new Map<FaceName, Promise<readonly Slice[]>>();

/** Opened slices: some megabytes each once their letters are drawn, so only the last are kept. */
const MOST_INSTANCES = 160;
const instances = new Map<string, Promise<PdfFont>>();

/** A promise that is made once and kept, unless it fails: then the next caller tries again. */
function once<Key, Value>(kept: Map<Key, Promise<Value>>, key: Key, make: () => Promise<Value>) {
  const known = kept.get(key);
  if (known) return known;
  const made = make();
  kept.set(key, made);
  made.catch(() => kept.delete(key));
  return made;
}

/** Which slices promise a character. A face of Chinese has a hundred, each with a hundred ranges. */
const promised = keepLast<readonly Slice[]>(20_000);

async function slicesWith(face: FaceName, codePoint: number): Promise<readonly Slice[]> {
  const slices = await once(slicesByFace, face, () => readSlices(face));
  return promised(`${face} ${codePoint}`, () =>
    slices.filter(({ ranges }) => ranges.some(([from, to]) => codePoint >= from && codePoint <= to)),
  );
}

/** By name of the slice: what CSS calls `unicode-range`. */
const rangesSchema = z.record(z.string(), z.string());

/** CSS's `unicode-range`, as pairs of first and last. */
function parseRanges(text: string): [number, number][] {
  return text.split(',').map((range) => {
    const [from = '', to = from] = range.trim().slice(2).split('-');
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
  });
}

async function readSlices(face: FaceName): Promise<readonly Slice[]> {
  const text = await readFile(packageFile(face, 'unicode.json'), 'utf8');
  return Object.entries(rangesSchema.parse(JSON.parse(text))).map(([name, range]) => ({
    face,
    // Numbered slices stand in brackets there, and without them in the file's name.
    file: `files/${face}-${name.replaceAll(/[[\]]/g, '')}-${AXES[face]}-normal.woff2`,
    ranges: parseRanges(range),
  }));
}

const openInstance = ({ face, file }: Slice, { weight, width }: Instance) => {
  const key = `${file} ${weight} ${width}`;
  const [oldest] = instances.keys();
  if (instances.size >= MOST_INSTANCES && !instances.has(key) && oldest !== undefined)
    instances.delete(oldest);
  return once(instances, key, async (): Promise<PdfFont> => {
    const unpacked = await decompress(await readFile(packageFile(face, file)));
    const font = instantiateFont(Buffer.from(unpacked), { wght: weight, wdth: width });
    // pdfkit takes two weights of one file for the same font, unless their names differ.
    Object.defineProperty(font, 'postscriptName', { value: `${basename(file, '.woff2')}-${weight}` });
    nameAllGlyphs(font);
    return { key, face, font };
  });
};

/**
 * A letter drawn as two glyphs gives its name to the first. Readers take a nameless one for a control character when
 * text is copied, so it gets the name of a space that has no width. Only between two calls: the shaper hides what bears
 * such a name, and the dots of Arabic letters with it.
 */
function nameAllGlyphs(font: Font): void {
  const layout = font.layout.bind(font);
  const nameless = new Set<Glyph>();
  const value: Font['layout'] = (...run) => {
    for (const glyph of nameless) glyph.codePoints = [];
    const laid = layout(...run);
    for (const glyph of laid.glyphs) if (glyph.codePoints.length === 0) nameless.add(glyph);
    for (const glyph of nameless) glyph.codePoints = [0x200b];
    return laid;
  };
  Object.defineProperty(font, 'layout', { value });
}

/** Joiners and variation selectors say how others are drawn; a font need not have them. */
const isDrawn = (codePoint: number) =>
  codePoint !== 0x200c && codePoint !== 0x200d && (codePoint < 0xfe00 || codePoint > 0xfe0f);

/** Whether a font can draw all of a letter with its marks. */
export function covers({ font }: PdfFont, letter: string): boolean {
  return Array.from(letter, (part) => part.codePointAt(0) ?? 0)
    .filter(isDrawn)
    .every((codePoint) => font.hasGlyphForCodePoint(codePoint));
}

/** The first font of these faces that can draw a letter with all its marks, or null. */
export async function fontFor(
  letter: string,
  faces: readonly FaceName[],
  instance: Instance,
): Promise<PdfFont | null> {
  const codePoints = Array.from(letter, (part) => part.codePointAt(0) ?? 0).filter(isDrawn);
  const first = codePoints[0];
  if (first === undefined) return null;
  for (const face of faces) {
    for (const slice of await slicesWith(face, first)) {
      const font = await openInstance(slice, instance);
      // A range may promise more than its file holds.
      if (covers(font, letter)) return font;
    }
  }
  return null;
}
