/**
 * Writes lib/posters/outlines/*.json: the letters of the posters as paths, with their advances and kerning. Needed only
 * when a face or a letter is added, so its tools are no dependencies of the project:
 *
 *   npm install --prefix /tmp/poster-type fontkit wawoff2 @fontsource-variable/{archivo,bodoni-moda,roboto-flex}
 *   node sandbox/posters/build-outlines-program.ts /tmp/poster-type
 *
 * All three fonts are under the SIL Open Font License 1.1, which allows this.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

type Glyph = {
  advanceWidth: number;
  path: { commands: { command: string; args: number[] }[] };
};
type Font = {
  unitsPerEm: number;
  capHeight: number;
  getVariation: (axes: Record<string, number>) => Font;
  hasGlyphForCodePoint: (code: number) => boolean;
  glyphForCodePoint: (code: number) => Glyph;
  layout: (text: string, features: string[]) => { glyphs: Glyph[]; positions: { xAdvance: number }[] };
};
type Fontkit = { create: (file: Buffer) => Font };
type Woff2 = { decompress: (file: Buffer) => Promise<Uint8Array> };
type Source = { files: string[]; axes: Record<string, number> };

const tools = resolve(process.argv[2] ?? '/tmp/poster-type');
const requireTool = createRequire(join(tools, 'package.json'));
const fontkit = requireTool('fontkit') as Fontkit;
const woff2 = requireTool('wawoff2') as Woff2;

const files = (font: string, axis: string, subsets: string[]) =>
  subsets.map((subset) => `${font}/files/${font}-${subset}-${axis}-normal.woff2`);
const archivo = files('archivo', 'wdth', ['latin', 'latin-ext']);
const bodoni = files('bodoni-moda', 'opsz', ['latin', 'latin-ext']);
const roboto = files('roboto-flex', 'full', ['greek', 'cyrillic', 'cyrillic-ext']);

/** A face is a Latin font and, except for the serif, one for Greek and Cyrillic set to the same colour. */
const faces: Record<string, Source[]> = {
  condensed: [
    { files: archivo, axes: { wdth: 62, wght: 860 } },
    { files: roboto, axes: { wdth: 42, wght: 950, opsz: 60 } },
  ],
  normal: [
    { files: archivo, axes: { wdth: 88, wght: 800 } },
    { files: roboto, axes: { wdth: 80, wght: 830, opsz: 60 } },
  ],
  wide: [
    { files: archivo, axes: { wdth: 125, wght: 820 } },
    { files: roboto, axes: { wdth: 145, wght: 850, opsz: 60 } },
  ],
  text: [
    { files: archivo, axes: { wdth: 100, wght: 600 } },
    { files: roboto, axes: { wdth: 100, wght: 620, opsz: 20 } },
  ],
  serif: [{ files: bodoni, axes: { opsz: 40, wght: 800 } }],
};

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
const latin = [
  ...range(32, 126),
  ...range(161, 383).filter((code) => code !== 173),
  ...[
    0x218, 0x219, 0x21a, 0x21b, 0x1e9e, 0x2013, 0x2014, 0x2018, 0x2019, 0x201c, 0x201d, 0x201e, 0x2022,
    0x2026,
  ],
  0x20ac,
];
const greekAndCyrillic = [
  ...range(0x384, 0x3ce),
  ...range(0x400, 0x45f),
  ...[
    0x490, 0x491, 0x492, 0x493, 0x49a, 0x49b, 0x4a2, 0x4a3, 0x4ae, 0x4af, 0x4b0, 0x4b1, 0x4d8, 0x4d9, 0x4e8,
    0x4e9,
  ],
];
const kerned: string[][] = [
  Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.,:;-–&\'’"!?/ '),
  Array.from(
    'ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯЄІЇабвгдежзийклмнопрстуфхцчшщъыьэюяєії',
  ),
];

/** The glyph as a path that begins with absolute moves and goes on relatively, y downwards, in thousandths of an em. */
function outline(glyph: Glyph, scale: number): string {
  const letters: Record<string, string> = {
    moveTo: 'M',
    lineTo: 'l',
    quadraticCurveTo: 'q',
    bezierCurveTo: 'c',
  };
  let d = '';
  let at: [number, number] = [0, 0];
  for (const { command, args } of glyph.path.commands) {
    const letter = letters[command];
    if (letter === undefined) {
      d += 'z';
      continue;
    }
    const points: [number, number][] = [];
    for (let i = 0; i < args.length; i += 2) {
      points.push([Math.round((args[i] ?? 0) * scale), -Math.round((args[i + 1] ?? 0) * scale)]);
    }
    const numbers = points.flatMap(([x, y]) => (letter === 'M' ? [x, y] : [x - at[0], y - at[1]]));
    d += letter + numbers.map((value, i) => (i > 0 && !(value < 0) ? ' ' : '') + (value || 0)).join('');
    at = points.at(-1) ?? at;
  }
  return d;
}

for (const [face, sources] of Object.entries(faces)) {
  const advance: Record<string, number> = {};
  const path: Record<string, string> = {};
  const kerning: Record<string, number> = {};
  let cap = 0;
  for (const [index, { files: names, axes }] of sources.entries()) {
    const fonts: Font[] = [];
    for (const name of names) {
      const file = readFileSync(join(tools, 'node_modules/@fontsource-variable', name));
      fonts.push(fontkit.create(Buffer.from(await woff2.decompress(file))).getVariation(axes));
    }
    const [first] = fonts;
    if (!first) throw new Error(`${face}: a source without files`);
    const ownCap = (first.capHeight || 700) / first.unitsPerEm;
    if (index === 0) cap = Math.round(ownCap * 1000);
    // Capitals of all scripts stand equally high.
    const scale = cap / ownCap / first.unitsPerEm;
    for (const code of index === 0 ? latin : greekAndCyrillic) {
      const font = fonts.find((candidate) => candidate.hasGlyphForCodePoint(code));
      if (!font) continue;
      const glyph = font.glyphForCodePoint(code);
      const letter = String.fromCodePoint(code);
      advance[letter] = Math.round(glyph.advanceWidth * scale);
      path[letter] = outline(glyph, scale);
    }
    const pairs = kerned[index] ?? [];
    for (const left of pairs) {
      for (const right of pairs) {
        const font = fonts.find((candidate) => candidate.hasGlyphForCodePoint(left.codePointAt(0) ?? 0));
        if (!font?.hasGlyphForCodePoint(right.codePointAt(0) ?? 0)) continue;
        const run = font.layout(left + right, ['kern']);
        const [glyph] = run.glyphs;
        const [position] = run.positions;
        if (run.glyphs.length !== 2 || !glyph || !position) continue;
        const value = Math.round((position.xAdvance - glyph.advanceWidth) * scale);
        if (Math.abs(value) >= 6) kerning[left + right] = value;
      }
    }
  }
  const file = new URL(`../../lib/posters/outlines/${face}.json`, import.meta.url);
  writeFileSync(file, `${JSON.stringify({ cap, advance, path, kerning }, null, 2)}\n`);
  console.log(
    `${face}: ${Object.keys(path).length} letters, ${Object.keys(kerning).length} pairs, cap ${cap}`,
  );
}
