import { contrast } from '../colour.ts';
import { compose } from '../layout.ts';
import { at } from '../random.ts';
import { type Box, circle, type Point, roundedLine, stroke } from '../shapes.ts';
import type { Sheet } from '../sheet.ts';

/** A way through a unit square, corners to be rounded; it may leave the square. Mirrored and turned over by chance. */
type Way = { weight: number; dot: Point; strokes: Point[][] };

// biome-ignore format: a table, a composition a line
const tall: Way[] = [
  { weight: 0.31, dot: [0.24, 0.56], strokes: [[[-0.2, 0.2], [0.7, 0.2], [0.7, 0.74], [0.3, 0.74], [0.3, 1.2]]] },
  { weight: 0.31, dot: [0.76, 0.2], strokes: [[[0.24, -0.2], [0.24, 0.46], [0.72, 0.46], [0.72, 1.2]]] },
  { weight: 0.31, dot: [0.2, 0.22], strokes: [[[-0.2, 0.78], [0.46, 0.78], [0.46, 0.24], [1.2, 0.24]]] },
  { weight: 0.22, dot: [0.5, 0.88], strokes: [[[-0.2, 0.16], [0.8, 0.16], [0.8, 0.4], [0.22, 0.4], [0.22, 0.64], [1.2, 0.64]]] },
  { weight: 0.24, dot: [0.5, 0.5], strokes: [[[0.2, 1.2], [0.2, 0.18], [0.8, 0.18], [0.8, 1.2]]] },
  { weight: 0.22, dot: [0.5, 0.5], strokes: [[[-0.2, 0.84], [0.2, 0.84], [0.2, 0.16], [0.8, 0.16], [0.8, 0.84], [1.2, 0.84]]] },
  { weight: 0.2, dot: [0.16, 0.84], strokes: [[[-0.2, 0.3], [0.38, 0.3], [0.38, 1.2]], [[1.2, 0.52], [0.64, 0.52], [0.64, -0.2]]] },
  { weight: 0.24, dot: [0.82, 0.16], strokes: [[[0.3, -0.2], [0.3, 1.2]], [[-0.2, 0.34], [0.76, 0.34], [0.76, 0.7], [-0.2, 0.7]]] },
  { weight: 0.2, dot: [0.12, 0.86], strokes: [[[-0.2, 0.12], [0.3, 0.12], [0.3, 0.38], [0.6, 0.38], [0.6, 0.64], [0.88, 0.64], [0.88, 1.2]]] },
  { weight: 0.22, dot: [0.5, 0.16], strokes: [[[0.18, -0.2], [0.18, 1.2]], [[0.5, 1.2], [0.5, 0.36], [0.82, 0.36], [0.82, 1.2]]] },
  { weight: 0.2, dot: [0.5, 0.5], strokes: [[[0.28, 1.2], [0.28, 0.3], [0.72, 0.3], [0.72, -0.2]], [[-0.2, 0.72], [1.2, 0.72]]] },
  { weight: 0.26, dot: [0.86, 0.5], strokes: [[[-0.2, -0.1], [0.62, 0.28], [0.22, 0.62], [1.2, 1.1]]] },
  { weight: 0.17, dot: [0.5, 0.14], strokes: [[[0.14, 1.2], [0.14, 0.24], [0.5, 0.24], [0.5, 1.2]], [[0.5, -0.2], [0.5, 0.72], [0.86, 0.72], [0.86, -0.2]]] },
  { weight: 0.23, dot: [0.24, 0.24], strokes: [[[1.2, 0.18], [0.5, 0.18], [0.5, 0.5], [0.22, 0.5], [0.22, 0.82], [1.2, 0.82]]] },
];

// biome-ignore format: a table, a composition a line
const wideWays: Way[] = [
  { weight: 0.3, dot: [0.3, 0.76], strokes: [[[1.2, 0.2], [0.3, 0.2], [0.3, 0.5], [0.76, 0.5], [0.76, 1.2]]] },
  { weight: 0.3, dot: [0.84, 0.2], strokes: [[[0.26, -0.2], [0.26, 0.52], [0.74, 0.52], [0.74, 1.2]]] },
  { weight: 0.24, dot: [0.5, 0.5], strokes: [[[1.2, 0.16], [0.22, 0.16], [0.22, 0.84], [1.2, 0.84]]] },
  { weight: 0.22, dot: [0.92, 0.1], strokes: [[[0.2, -0.2], [0.2, 0.78], [0.5, 0.78], [0.5, 0.24], [0.8, 0.24], [0.8, 1.2]]] },
  { weight: 0.22, dot: [0.24, 0.2], strokes: [[[0.5, -0.2], [0.5, 1.2]], [[1.2, 0.36], [0.2, 0.36], [0.2, 0.74], [1.2, 0.74]]] },
  { weight: 0.26, dot: [0.86, 0.84], strokes: [[[1.2, 0.3], [0.62, 0.3], [0.62, 0.7], [0.24, 0.7], [0.24, -0.2]]] },
  { weight: 0.26, dot: [0.5, 0.62], strokes: [[[0.2, 1.2], [0.2, 0.22], [0.8, 0.22], [0.8, 1.2]]] },
];

/** Parallel bands that turn corners together. */
export function ribbons(sheet: Sheet): string {
  const { chance, inks, wide } = sheet;
  const way = chance.pick(wide ? wideWays : tall);
  const [turned, upsideDown] = [chance.yes(), chance.yes(0.4)];
  const plates = [...new Set([inks.ink, ...sheet.plates])].filter((ink) => contrast(ink, inks.paper) > 1.15);
  // Paper between the bands lets every colour stand for itself.
  const order = chance.shuffled(plates);
  const bands = Array.from({ length: chance.pick([5, 7, 7, 9]) }, (_, i) =>
    i % 3 === 2 ? inks.paper : at(order, i),
  );
  const others = Array.from({ length: 7 }, (_, i) => (i % 3 === 2 ? inks.paper : at(order, i + 2)));
  const draw = (area: Box): string => {
    // On a wide sheet ribbons leave at the side away from the words.
    const mirrored = wide ? area.x === 0 : turned;
    const place = ([x, y]: Point): Point => [
      area.x + area.width * (mirrored ? 1 - x : x),
      area.y + area.height * (upsideDown ? 1 - y : y),
    ];
    const short = Math.min(area.width, area.height);
    const width = short * way.weight * 1.03;
    const ribbon = (points: Point[], whole: number, colours: string[]) => {
      const line = roundedLine(points.map(place), whole * 0.86);
      return colours.map((colour, i) => stroke(line, colour, whole * (1 - i / colours.length))).join('');
    };
    const [x, y] = place(way.dot);
    const dot = circle(
      x,
      y,
      short * 0.095,
      order.find((ink) => ink !== inks.ink && contrast(ink, inks.paper) > 1.5) ?? inks.ink,
    );
    // A ribbon that crosses another lies over it, with a strip of paper at either side.
    const strokes = way.strokes.map((points, i) =>
      i === 0
        ? ribbon(points, width, bands)
        : ribbon(points, width * 1.14, [inks.paper]) + ribbon(points, width, others),
    );
    return dot + strokes.join('');
  };
  return compose(
    sheet,
    {
      face: 'wide',
      leading: 0.98,
      largest: [9, 10.5],
      titleShare: 0.18,
      tall: ['below', 'below', 'hanging', 'above'],
      wide: ['left', 'right'],
    },
    draw,
  );
}
