import { create, type Font, type Glyph } from 'fontkit';

/*
 * Turns a variable TrueType font into the plain one it is at a certain weight and width, because a PDF can hold only
 * plain ones, and what fontkit makes of a variable one while subsetting it is broken (foliojs/fontkit, 2.0.4).
 * Outlines and widths are those that fontkit computes; everything about letters and their joining stays as it is.
 * https://learn.microsoft.com/typography/opentype/spec/otff
 */

/** Tables that only a variable font needs, hints for outlines that have moved, and those that are written anew. */
const LEFT_OUT = new Set(
  'DSIG,HVAR,MVAR,STAT,VVAR,avar,cvar,cvt ,fpgm,fvar,gasp,glyf,gvar,hdmx,hmtx,loca,prep'.split(','),
);

type Point = { x: number; y: number; onCurve: boolean };

/** The contours of an outline: what is drawn between two `moveTo`, as points. */
function contoursOf(glyph: Glyph): Point[][] {
  const contours: Point[][] = [];
  for (const { command, args } of glyph.path.commands) {
    if (command === 'moveTo') contours.push([]);
    for (let at = 0; at + 1 < args.length; at += 2) {
      contours.at(-1)?.push({
        x: Math.round(args[at] ?? 0),
        y: Math.round(args[at + 1] ?? 0),
        onCurve: command !== 'quadraticCurveTo' || at === 2,
      });
    }
  }
  return contours.filter((contour) => contour.length > 0);
}

const int16 = (...values: number[]) => {
  const bytes = Buffer.alloc(values.length * 2);
  for (const [index, value] of values.entries()) bytes.writeInt16BE(value, index * 2);
  return bytes;
};

/** A simple glyph whose coordinates all take two bytes: the PDF is packed anyway. */
function encodeGlyph(contours: readonly Point[][]): { bytes: Buffer; left: number } {
  const points = contours.flat();
  if (points.length === 0) return { bytes: Buffer.alloc(0), left: 0 };
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const left = Math.min(...xs);
  const ends = contours.map((_, index) => contours.slice(0, index + 1).flat().length - 1);
  const steps = (values: number[]) => values.map((value, index) => value - (values[index - 1] ?? 0));
  const bytes = Buffer.concat([
    int16(contours.length, left, Math.min(...ys), Math.max(...xs), Math.max(...ys), ...ends, 0),
    Buffer.from(points.map(({ onCurve }) => (onCurve ? 1 : 0))),
    int16(...steps(xs), ...steps(ys)),
  ]);
  return { bytes: Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]), left };
}

function encodeOutlines(font: Font): Map<string, Buffer<ArrayBuffer>> {
  const outlines: Buffer[] = [];
  const loca = Buffer.alloc((font.numGlyphs + 1) * 4);
  const metrics = Buffer.alloc(font.numGlyphs * 4);
  let offset = 0;
  for (let id = 0; id < font.numGlyphs; id += 1) {
    const glyph = font.getGlyph(id);
    const { bytes, left } = encodeGlyph(contoursOf(glyph));
    outlines.push(bytes);
    loca.writeUInt32BE(offset, id * 4);
    metrics.writeUInt16BE(Math.max(0, Math.round(glyph.advanceWidth)), id * 4);
    metrics.writeInt16BE(left, id * 4 + 2);
    offset += bytes.length;
  }
  loca.writeUInt32BE(offset, font.numGlyphs * 4);
  return new Map([
    ['glyf', Buffer.concat(outlines)],
    ['loca', loca],
    ['hmtx', metrics],
  ]);
}

/** The tables of a font file by their tags, as copies. */
function readTables(file: Buffer): Map<string, Buffer<ArrayBuffer>> {
  const count = file.readUInt16BE(4);
  return new Map(
    Array.from({ length: count }, (_, index) => {
      const entry = 12 + index * 16;
      const from = file.readUInt32BE(entry + 8);
      const to = from + file.readUInt32BE(entry + 12);
      return [file.toString('latin1', entry, entry + 4), Buffer.from(file.subarray(from, to))] as const;
    }),
  );
}

/** Check sums stay zero: nothing that reads the file looks at them, and the PDF's own subset has new ones. */
function writeTables(tables: Map<string, Buffer<ArrayBuffer>>): Buffer {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const head = Buffer.alloc(12 + sorted.length * 16);
  head.writeUInt32BE(0x00010000, 0);
  head.writeUInt16BE(sorted.length, 4);
  const parts: Buffer[] = [head];
  let offset = head.length;
  for (const [index, [tag, bytes]] of sorted.entries()) {
    const entry = 12 + index * 16;
    head.write(tag, entry, 'latin1');
    head.writeUInt32BE(offset, entry + 8);
    head.writeUInt32BE(bytes.length, entry + 12);
    const padding = Buffer.alloc((4 - (bytes.length % 4)) % 4);
    parts.push(bytes, padding);
    offset += bytes.length + padding.length;
  }
  return Buffer.concat(parts);
}

function openFont(file: Buffer): Font {
  const opened = create(file);
  if ('fonts' in opened) throw new TypeError('a collection of fonts where one was expected');
  return opened;
}

/**
 * The plain font that a variable one is at these settings of its axes.
 *
 * @param settings by axis tag, such as `wght`; axes that the font does not have are ignored
 */
export function instantiateFont(file: Buffer, settings: Record<string, number>): Font {
  const variable = openFont(file);
  const known = Object.entries(settings).flatMap(([tag, value]) => {
    const axis = variable.variationAxes[tag];
    return axis ? [[tag, Math.min(Math.max(value, axis.min), axis.max)] as const] : [];
  });
  const tables = new Map([...readTables(file)].filter(([tag]) => !LEFT_OUT.has(tag)));
  for (const [tag, bytes] of encodeOutlines(variable.getVariation(Object.fromEntries(known)))) {
    tables.set(tag, bytes);
  }
  // Offsets in `loca` are long, and every glyph has its own width.
  tables.get('head')?.writeInt16BE(1, 50);
  tables.get('hhea')?.writeUInt16BE(variable.numGlyphs, 34);
  return openFont(writeTables(tables));
}
