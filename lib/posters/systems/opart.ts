import { compose } from '../layout.ts';
import { circle, clipped, type Point, polygon, rect, ring, rotated } from '../shapes.ts';
import type { Sheet } from '../sheet.ts';
import { accents, beam, type Composition, gaze, iris, middle, reachOf, strips } from './opart-cinema.ts';
import { leader, reels, seats } from './opart-hall.ts';

/** Stripes, and a disc that exists only as stripes of another direction. */
const phase: Composition = (sheet, area) => {
  const { chance, inks } = sheet;
  const [accent] = accents(sheet);
  const [x, y] = middle(area);
  const count = chance.pick([11, 13, 17]);
  const step = area.width / count;
  const short = Math.min(area.width, area.height);
  const angle = chance.pick([90, 45, 0]);
  const stripes = (degrees: number, colour: string, width: number) => {
    const reach = reachOf(area);
    let drawn = '';
    for (let s = -reach / 2 - step; s < reach / 2 + step; s += step)
      drawn += rect(x + s, y - reach / 2, width, reach, colour);
    return `<g${rotated(degrees, x, y)}>${drawn}</g>`;
  };
  const shape = chance.pick([
    circle(x, y, short * 0.4, '#000'),
    // What starts a film.
    polygon(
      [
        [x - short * 0.3, y - short * 0.4],
        [x + short * 0.4, y],
        [x - short * 0.3, y + short * 0.4],
      ],
      '#000',
    ),
    // Frames, one after the other.
    [-1, 0, 1]
      .map((i) =>
        rect(x - short * 0.3, y - short * 0.12 + i * short * 0.29, short * 0.6, short * 0.24, '#000'),
      )
      .join(''),
    [-1, 0, 1].map((i) => circle(x + i * short * 0.29, y + i * short * 0.2, short * 0.17, '#000')).join(''),
    rect(
      x - short * 0.33,
      y - short * 0.33,
      short * 0.66,
      short * 0.66,
      '#000',
      rotated(chance.pick([0, 45]), x, y),
    ),
    circle(x - short * 0.2, y - short * 0.14, short * 0.26, '#000') +
      circle(x + short * 0.2, y + short * 0.16, short * 0.26, '#000'),
  ]);
  const inside =
    rect(area.x, area.y, area.width, area.height, inks.paper) +
    stripes(angle === 0 ? 0 : angle, accent, step / 2);
  const shifted = angle === 0 ? `<g transform="translate(${(step / 2).toFixed(1)} 0)">${inside}</g>` : inside;
  return stripes(0, inks.ink, step / 2) + clipped(sheet.newId(), shape, shifted);
};

/** Frames in frames, each turned a little further. */
const frames: Composition = (sheet, area) => {
  const { chance, inks } = sheet;
  const [accent] = accents(sheet);
  const [x, y] = middle(area);
  const turn = chance.pick([5.5, 9, -5.5, -9, 2.5]);
  const shrink = chance.pick([0.865, 0.9]);
  let side = Math.max(area.width, area.height) * 1.45;
  let drawn = '';
  for (let i = 0; side > 24; i++) {
    const colour = i % 2 === 1 ? inks.paper : i % 8 === 4 ? accent : inks.ink;
    drawn += rect(x - side / 2, y - side / 2, side, side, colour, rotated(turn * i, x, y));
    side *= shrink;
  }
  return drawn;
};

/** Upright stripes that sway together. */
const sway: Composition = (sheet, area) => {
  const { chance, inks } = sheet;
  const [accent] = accents(sheet);
  const count = sheet.wide ? 16 : chance.pick([12, 15]);
  const step = (area.width * 1.3) / count;
  const [waves, depth, offset] = [chance.between(0.8, 1.8), chance.between(0.5, 1.1), chance.between(0, 6)];
  const edge = (s: number, t: number): Point => {
    const swell = 0.5 + 0.5 * Math.sin(t * waves * 6.28 + offset);
    const x = area.x - area.width * 0.15 + s + Math.sin(t * waves * 6.28 + offset + s / 190) * step * depth;
    return [x + swell * step * 0.4, area.y + t * area.height];
  };
  let drawn = '';
  for (let i = 0; i < count; i++) {
    const right: Point[] = [];
    const left: Point[] = [];
    for (let k = -1; k <= 41; k++) {
      const t = k / 40;
      const width = step * (0.5 + 0.36 * Math.sin(t * waves * 6.28 + i * 0.5 + offset));
      const [x, y] = edge(i * step, t);
      left.unshift([x, y]);
      right.push([x + width, y]);
    }
    drawn += polygon([...right, ...left], i % 7 === 3 ? accent : inks.ink);
  }
  return drawn;
};

/** A chessboard that bulges out of the sheet. */
const bulge: Composition = (sheet, area) => {
  const { chance, inks } = sheet;
  const [accent] = accents(sheet);
  const columns = sheet.wide ? 14 : 11;
  const side = area.width / columns;
  const rows = Math.ceil(area.height / side) + 1;
  const [cx, cy] = [
    area.x + area.width * chance.between(0.4, 0.6),
    area.y + area.height * chance.between(0.42, 0.58),
  ];
  const radius = Math.min(area.width, area.height) * 0.46;
  const inwards = chance.yes(0.35);
  const bend = (i: number, j: number): Point => {
    const [x, y] = [area.x + i * side - cx, area.y + j * side - cy];
    const q = Math.hypot(x, y) / radius;
    if (q >= 1 || q === 0) return [x + cx, y + cy];
    const far = inwards ? q ** 1.8 : Math.sin((q * Math.PI) / 2) ** 0.85;
    return [cx + (x / q) * far, cy + (y / q) * far];
  };
  let drawn = '';
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i < columns; i++) {
      if ((i + j) % 2 === 1) continue;
      const corners = [
        bend(i, j),
        bend(i + 0.5, j),
        bend(i + 1, j),
        bend(i + 1, j + 0.5),
        bend(i + 1, j + 1),
        bend(i + 0.5, j + 1),
        bend(i, j + 1),
        bend(i, j + 0.5),
      ];
      const [x, y] = bend(i + 0.5, j + 0.5);
      drawn += polygon(corners, Math.hypot(x - cx, y - cy) < radius * 0.72 ? accent : inks.ink);
    }
  }
  return drawn;
};

/** Rings about two middles; where they cross, a third pattern appears. */
const moire: Composition = (sheet, area) => {
  const { chance, inks } = sheet;
  const [accent] = accents(sheet);
  const step = sheet.wide ? 30 : chance.pick([30, 38]);
  const upright = area.height > area.width;
  const spread = chance.between(0.18, 0.3);
  const one: Point = upright
    ? [area.x + area.width / 2, area.y + area.height * (0.5 - spread)]
    : [area.x + area.width * (0.5 - spread), area.y + area.height / 2];
  const two: Point = upright
    ? [area.x + area.width / 2, area.y + area.height * (0.5 + spread)]
    : [area.x + area.width * (0.5 + spread), area.y + area.height / 2];
  const reach = reachOf(area);
  const rings = ([x, y]: Point, colour: string) => {
    let drawn = circle(x, y, step * 0.5, colour);
    for (let r = step * 1.25; r < reach; r += step) drawn += ring(x, y, r, colour, step * 0.5);
    return drawn;
  };
  const half = upright
    ? rect(area.x, area.y + area.height / 2, area.width, area.height / 2, '#000')
    : rect(area.x + area.width / 2, area.y, area.width / 2, area.height, '#000');
  const other =
    rect(area.x, area.y, area.width, area.height, inks.paper) + rings(two, chance.yes() ? accent : inks.ink);
  const lens = circle(...middle(area), Math.min(area.width, area.height) * 0.24, '#000');
  const inner = rect(area.x, area.y, area.width, area.height, accent) + rings(one, inks.paper);
  return (
    rings(one, inks.ink) +
    clipped(sheet.newId(), half, other) +
    (chance.yes() ? clipped(sheet.newId(), lens, inner) : '')
  );
};

const compositions = [
  beam,
  beam,
  phase,
  phase,
  frames,
  sway,
  bulge,
  moire,
  iris,
  strips,
  gaze,
  leader,
  seats,
  reels,
];

/** Stripes, optics and the machines of the cinema. */
export function opart(sheet: Sheet): string {
  const draw = sheet.chance.pick(compositions);
  return compose(
    sheet,
    {
      face: 'condensed',
      capitals: true,
      largest: [14, 14],
      titleShare: 0.19,
      tall: ['beside', 'beside', 'below', 'hanging', 'above'],
      wide: ['strip', 'strip', 'head', 'left', 'right'],
    },
    (area) => draw(sheet, area),
  );
}
