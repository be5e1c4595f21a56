import type { Block } from './pdf-lines.ts';
import type { Rgb } from './tint.ts';

/** Draws onto a page and says what each thing is, for those who have the page read to them. */
export type Ink = {
  /** A text as an element of its own. The upper left corner of its first line is at x, y. */
  block: (type: 'H1' | 'P', block: Block, x: number, y: number, colour: Rgb) => void;
  /** A picture that means something. */
  figure: (label: string, draw: () => void) => void;
  /** What is only there for the eye. */
  artifact: (draw: () => void) => void;
};

export function inkFor(document: PDFKit.PDFDocument, section: PDFKit.PDFStructureElement): Ink {
  return {
    block(type, block, x, y, colour) {
      // Pieces are drawn from left to right, so a reader is told how the text really runs.
      const draw = () => drawBlock(document, block, x, y, colour);
      section.add(document.struct(type, { actual: block.text }, draw));
    },
    figure(label, draw) {
      section.add(document.struct('Figure', { alt: label }, draw));
    },
    artifact(draw) {
      document.markContent('Artifact', { type: 'Layout' });
      draw();
      document.endMarkedContent();
    },
  };
}

function drawBlock(document: PDFKit.PDFDocument, block: Block, x: number, y: number, colour: Rgb): void {
  document.fillColor(colour).fontSize(block.size);
  for (const [index, line] of block.lines.entries()) {
    const baseline = y + index * block.leading + block.baseline;
    for (const piece of line.pieces) {
      document.registerFont(piece.font.key, piece.font.font).font(piece.font.key);
      // A list of features, even an empty one, has the library shape the piece as a whole and not word by word.
      document.text(piece.text, x + line.x + piece.x * block.size, baseline, {
        lineBreak: false,
        baseline: 'alphabetic',
        features: [],
      });
    }
  }
}
