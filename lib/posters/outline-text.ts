import { layLine } from '../tickets/pdf-lines.ts';
import { prepareText } from '../tickets/pdf-text.ts';

/** A line of letters as outlines. `width` and the path's units are thousandths of the size, its baseline at 0. */
export type Outline = { path: string; width: number };

/**
 * Turns a line into outlines with the typefaces that tickets are printed with, shaped and in the order it is read, so that
 * a picture of it needs no font of the machine. What no typeface has is written in Latin letters.
 */
export async function outlineText(text: string): Promise<Outline> {
  const prepared = await prepareText(text, 'display');
  const { pieces, width } = layLine(prepared, 0, prepared.text.length);
  const path = pieces.map(({ text: words, font: { font }, x }) => {
    const k = 1000 / font.unitsPerEm;
    const { glyphs, positions } = font.layout(words, []);
    let pen = x * 1000;
    return glyphs
      .map((glyph, index) => {
        const { xOffset = 0, yOffset = 0, xAdvance = 0 } = positions[index] ?? {};
        // Letters are drawn upwards, pictures downwards.
        const drawn = glyph.path
          .scale(k, -k)
          .translate(pen + xOffset * k, -yOffset * k)
          .toSVG();
        pen += xAdvance * k;
        return drawn;
      })
      .join('');
  });
  return { path: path.join(''), width: width * 1000 };
}
