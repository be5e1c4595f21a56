import { breakTitle, faceFor, pieceCount } from './break-title.ts';
import { type Face, outlinesOf } from './outlines.ts';
import { inCapitals, lineReach, lineWidth, textLine } from './type.ts';

export type TitleStyle = {
  face: Face;
  /** All in capitals. */
  capitals?: boolean;
  /** Whose rules the capitals follow. */
  language?: string;
  /** From baseline to baseline, as a part of the size. */
  leading?: number;
  /** Between letters, in thousandths of the size. */
  tracking?: number;
};

/** A title broken and sized for its place. Measures in units of the sheet. */
export type SetTitle = {
  lines: string[];
  face: Face;
  size: number;
  tracking: number;
  /** From the upper edge to the first baseline. */
  ascent: number;
  leading: number;
  width: number;
  height: number;
};

/** The biggest setting of a title inside a box, up to a size. It never leaves the box. */
export function fitTitle(
  title: string,
  style: TitleStyle,
  box: { width: number; height: number; largest: number },
): SetTitle {
  const text = style.capitals ? inCapitals(title, style.language ?? 'en') : title;
  const face = faceFor(style.face, text);
  const tracking = style.tracking ?? 0;
  // Accents on capitals stand between the lines.
  const accents = style.capitals === true && lineReach(face, text).above > outlinesOf(face).cap * 1.1;
  const leading = style.leading ?? (style.capitals ? (accents ? 0.95 : 0.8) : 0.93);

  let best: SetTitle | undefined;
  let lineCount = 0;
  for (let wanted = 1; wanted <= Math.min(pieceCount(text), 9); wanted++) {
    const lines = breakTitle(text, wanted, face, tracking);
    if (lines.length === lineCount) continue;
    lineCount = lines.length;
    const widest = Math.max(1, ...lines.map((line) => lineWidth(face, line, tracking)));
    const ascent = lineReach(face, lines[0] ?? '').above / 1000;
    const descent = lineReach(face, lines.at(-1) ?? '').below / 1000;
    // Small letters with thin strokes need air as soon as they stand in a block.
    const gap = leading + (face === 'serif' && !style.capitals && lines.length > 2 ? 0.09 : 0);
    const extent = ascent + descent + gap * (lines.length - 1);
    const size = Math.min(box.largest, (box.width / widest) * 1000, box.height / extent);
    // One more line has to earn its place.
    if (best && size <= best.size * 1.04) continue;
    best = {
      lines,
      face,
      size,
      tracking,
      ascent: ascent * size,
      leading: gap * size,
      width: (widest * size) / 1000,
      height: extent * size,
    };
  }
  if (!best) throw new Error('a title needs a letter');
  return best;
}

/** Draws a fitted title with its upper left corner there. */
export function drawTitle(title: SetTitle, x: number, y: number, fill: string): string {
  const { face, size, tracking } = title;
  return title.lines
    .map((line, i) =>
      textLine(line, x, y + title.ascent + i * title.leading, { face, size, fill, tracking, role: 'title' }),
    )
    .join('');
}
