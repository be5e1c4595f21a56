import type { Chance } from '../random.ts';
import {
  type Box,
  blob,
  circle,
  clipped,
  d,
  halfDisc,
  n,
  type Point,
  path,
  polar,
  polygon,
  rotated,
} from '../shapes.ts';
import type { Sheet } from '../sheet.ts';

/** Where a motif is cut: its box, its two colours and the colour it lies on. */
export type Place = { box: Box; colour: string; second: string; back: string };

/** A little less or more, as scissors go. */
export const wobble = ({ next }: Chance, size: number) => (next() - 0.5) * size;

export const centre = ({ x, y, width, height }: Box): Point => [x + width / 2, y + height / 2];

/** A leaf with lobes, along an angle. */
export function frond(
  chance: Chance,
  [cx, cy]: Point,
  shape: { length: number; angle: number; lobes: number; breadth?: number },
  colour: string,
): string {
  const { length, angle, lobes, breadth = 1 } = shape;
  const upper: Point[] = [];
  const lower: Point[] = [];
  for (let i = 0; i <= lobes * 2; i++) {
    const t = i / (lobes * 2);
    const reach = i % 2 === 1 ? 0.3 : 0.075;
    const taper = Math.sin(Math.PI * Math.min(0.96, t * 0.86 + 0.1));
    const half = length * breadth * reach * taper * (1 + wobble(chance, 0.25));
    const along = (t - 0.5) * length + (i % 2 === 1 ? length * 0.05 : 0);
    const bend = Math.sin(t * 2.4) * length * 0.1;
    const point = (side: number): Point => {
      const across = bend + side * half;
      return [
        cx + along * Math.cos(angle) - across * Math.sin(angle),
        cy + along * Math.sin(angle) + across * Math.cos(angle),
      ];
    };
    upper.push(point(-1));
    lower.unshift(point(1));
  }
  return blob([...upper, ...lower], colour);
}

export function pebble(chance: Chance, [cx, cy]: Point, radius: number, colour: string): string {
  const points = Array.from({ length: 9 }, (_, i) =>
    polar(cx, cy, radius * chance.between(0.82, 1.18), (i / 9) * 2 * Math.PI),
  );
  return blob(points, colour);
}

export function star(chance: Chance, [cx, cy]: Point, radius: number, rays: number, colour: string): string {
  const start = chance.between(0, 6);
  const points = Array.from({ length: rays * 2 }, (_, i) => {
    const reach = i % 2 === 1 ? 0.36 * (1 + wobble(chance, 0.3)) : 1 + wobble(chance, 0.25);
    return polar(cx, cy, radius * reach, start + (i / rays) * Math.PI);
  });
  return polygon(points, colour);
}

type Motif = (sheet: Sheet, place: Place) => string;

const side = ({ width, height }: Box) => Math.min(width, height);

const moon: Motif = (_, { box, colour, second, back }) => {
  const [x, y] = centre(box);
  const s = side(box);
  return (
    circle(x, y, s * 0.38, colour) +
    circle(x + s * 0.13, y - s * 0.05, s * 0.31, back) +
    circle(x + s * 0.17, y - s * 0.04, s * 0.09, second)
  );
};

const sun: Motif = ({ chance }, { box, colour, back }) => {
  const point = centre(box);
  return (
    star(chance, point, side(box) * 0.46, 7 + chance.below(5), colour) +
    pebble(chance, point, side(box) * 0.11, back)
  );
};

const leaf: Motif = ({ chance }, { box, colour }) => {
  const tall = box.height > box.width;
  const length = Math.min(Math.max(box.width, box.height) * 0.9, side(box) * 1.5);
  const angle = (tall ? Math.PI / 2 : 0) + wobble(chance, 0.5);
  return frond(chance, centre(box), { length, angle, lobes: 5 + chance.below(3) }, colour);
};

const twoLeaves: Motif = ({ chance }, { box, colour, second }) => {
  const [x, y] = centre(box);
  const s = side(box);
  const length = Math.min(Math.max(box.height, s), s * 1.2);
  return (
    frond(
      chance,
      [x - s * 0.18, y],
      { length: length * 0.8, angle: 1.35 + wobble(chance, 0.3), lobes: 4 },
      colour,
    ) +
    frond(
      chance,
      [x + s * 0.22, y + s * 0.05],
      { length: length * 0.68, angle: 1.8 + wobble(chance, 0.3), lobes: 4 },
      second,
    )
  );
};

const stone: Motif = ({ chance }, { box, colour, second, back }) => {
  const [x, y] = centre(box);
  const s = side(box);
  const inner = second === colour ? back : second;
  return (
    pebble(chance, [x, y], s * 0.4, colour) + pebble(chance, [x + s * 0.08, y - s * 0.04], s * 0.17, inner)
  );
};

const gate: Motif = ({ chance, inks }, { box, colour, second }) => {
  const [x, y] = centre(box);
  const r = side(box) * 0.42;
  const arch = d`M${x - r} ${y + r}V${y}a${r} ${r} 0 0 1 ${2 * r} 0V${y + r}h${-r * 0.62}V${y + r * 0.1}a${r * 0.38} ${r * 0.38} 0 0 0 ${-r * 0.76} 0V${y + r}Z`;
  return (
    path(arch, colour, rotated(wobble(chance, 9), x, y)) +
    circle(x, y + r * 0.72, r * 0.2, second === colour ? inks.ink : second)
  );
};

const snake: Motif = ({ chance }, { box, colour, second }) => {
  const [x, y] = centre(box);
  const s = side(box);
  const length = box.height * 0.84;
  const points: Point[] = [];
  for (let k = 0; k <= 8; k++)
    points.push([x - s * 0.17 + Math.sin(k * 1.35) * s * 0.13, y - length / 2 + (length * k) / 8]);
  for (let k = 8; k >= 0; k--)
    points.push([x + s * 0.17 + Math.sin(k * 1.35 + 0.25) * s * 0.13, y - length / 2 + (length * k) / 8]);
  return blob(points, colour) + pebble(chance, [x + s * 0.32, y - length * 0.3], s * 0.09, second);
};

const vase: Motif = ({ chance }, { box, colour, second, back }) => {
  const [x, y] = centre(box);
  const h = Math.min(box.height * 0.82, box.width * 1.3);
  const w = h * 0.3;
  const [top, foot] = [y - h * 0.16, y + h * 0.5];
  const data = d`M${x - w * 0.35} ${top}h${w * 0.7}q${-w * 0.1} ${h * 0.12} ${w * 0.45} ${h * 0.26}q${w * 0.5} ${h * 0.24} ${-w * 0.4} ${h * 0.4}h${-w * 1.5}q${-w * 0.9} ${-h * 0.16} ${-w * 0.4} ${-h * 0.4}q${w * 0.55} ${-h * 0.14} ${w * 0.45} ${-h * 0.26}z`;
  const stem = (lean: number) =>
    frond(
      chance,
      [x + lean * h, top - h * 0.13],
      { length: h * 0.42, angle: -1.57 + lean * 3, lobes: 4 },
      second,
    );
  return (
    stem(-0.16) + stem(0.17) + path(data, colour) + circle(x, (top + foot) / 2 + h * 0.02, w * 0.34, back)
  );
};

const keys: Motif = ({ chance }, { box, colour, second }) => {
  const flat = box.width > box.height;
  const count = 5;
  const length = (flat ? box.width : box.height) * 0.86;
  const depth = (flat ? box.height : box.width) * 0.78;
  const [x, y] = centre(box);
  let drawn = '';
  for (let i = 0; i < count; i++) {
    const from = -length / 2 + (length * i) / count + 2;
    const to = from + length / count - length * 0.03;
    const half = depth / 2;
    const j = () => wobble(chance, length * 0.02);
    const corners: Point[] = [
      [from + j(), -half + j()],
      [to + j(), -half + j()],
      [to + j(), half + j()],
      [from + j(), half + j()],
    ];
    drawn += polygon(
      corners.map(([a, b]): Point => (flat ? [x + a, y + b] : [x + b, y + a])),
      colour,
    );
    if (i === 0 || i === 3) continue;
    const black: Point[] = [
      [from - length * 0.055, -half],
      [from + length * 0.045, -half],
      [from + length * 0.04, half * 0.2],
      [from - length * 0.05, half * 0.2],
    ];
    drawn += polygon(
      black.map(([a, b]): Point => (flat ? [x + a, y + b] : [x + b, y + a])),
      second,
    );
  }
  return drawn;
};

const horn: Motif = ({ chance }, { box, colour, second }) => {
  const [x, y] = centre(box);
  const s = side(box);
  const data = d`M${x - s * 0.44} ${y - s * 0.07}q${s * 0.34} ${s * 0.02} ${s * 0.46} ${-s * 0.12}q${s * 0.14} ${-s * 0.16} ${s * 0.36} ${-s * 0.22}q${s * 0.1} ${s * 0.4} ${s * 0.02} ${s * 0.82}q${-s * 0.26} ${-s * 0.04} ${-s * 0.38} ${-s * 0.22}q${-s * 0.1} ${-s * 0.14} ${-s * 0.46} ${-s * 0.1}z`;
  const turn = chance.pick([-38, -20, 160, 200]);
  return `<g${rotated(turn, x, y)}>${path(data, colour)}${pebble(chance, [x - s * 0.2, y + s * 0.16], s * 0.07, second)}${pebble(chance, [x - s * 0.02, y + s * 0.22], s * 0.07, second)}</g>`;
};

const wave: Motif = (sheet, { box, colour, second }) => {
  const rows = 4;
  let drawn = '';
  for (let i = 0; i < rows; i++) {
    const y = box.y + (box.height * (i + 0.7)) / (rows + 0.4);
    const step = box.width / 4;
    const start = box.x - step * sheet.chance.next();
    let data = d`M${start} ${y}`;
    for (let k = 0; k < 5; k++)
      data += d`q${step / 2} ${(k % 2 === 0 ? -1 : 1) * box.height * 0.16} ${step} 0`;
    const width = box.height * 0.09;
    drawn += `<path d="${data}" fill="none" stroke="${i % 2 === 0 ? colour : second}" stroke-width="${n(width)}"/>`;
  }
  const frame = `<rect x="${n(box.x)}" y="${n(box.y)}" width="${n(box.width)}" height="${n(box.height)}"/>`;
  return clipped(sheet.newId(), frame, drawn);
};

const halves: Motif = ({ chance }, { box, colour, second }) => {
  const [x, y] = centre(box);
  const r = side(box) * 0.4;
  const turn = chance.pick([0, 90, 35]);
  return (
    halfDisc(x - r * 0.04, y - r * 0.03, r, turn, colour) +
    halfDisc(x + r * 0.3 * (turn === 90 ? 0 : 1), y + r * 0.06, r, turn + 180, second)
  );
};

const eye: Motif = ({ inks }, { box, colour, second, back }) => {
  const [x, y] = centre(box);
  const s = Math.min(box.width, box.height * 1.6) * 0.45;
  const lens = d`M${x - s} ${y}Q${x} ${y - s * 1.05} ${x + s} ${y}Q${x} ${y + s * 1.05} ${x - s} ${y}Z`;
  return (
    path(lens, colour) +
    circle(x, y, s * 0.4, second === colour ? back : second) +
    circle(x, y, s * 0.17, inks.ink)
  );
};

const bird: Motif = ({ chance }, { box, colour, second }) => {
  const [x, y] = centre(box);
  const s = side(box) * 0.46;
  const flip = chance.yes() ? 1 : -1;
  const body = d`M${-s} ${s * 0.05}q${s * 0.5} ${-s * 0.5} ${s} ${-s * 0.3}q${s * 0.4} ${-s * 0.5} ${s * 0.75} ${-s * 0.24}l${s * 0.3} ${s * 0.14}l${-s * 0.32} ${s * 0.1}q${-s * 0.05} ${s * 0.8} ${-s * 0.85} ${s * 0.85}q${-s * 0.5} ${-s * 0.05} ${-s * 0.88} ${-s * 0.55}z`;
  const wing = d`M${-s * 0.3} ${-s * 0.1}q${s * 0.1} ${-s * 0.7} ${s * 0.75} ${-s * 0.85}q${-s * 0.1} ${s * 0.6} ${s * 0.02} ${s * 0.9}z`;
  return `<g transform="translate(${n(x)} ${n(y)}) scale(${flip} 1)">${path(body, colour)}${path(wing, second)}</g>`;
};

const common: Motif[] = [moon, sun, leaf, twoLeaves, stone, snake, halves];

/** Figures that hold a whole sheet. */
export const solos: Motif[] = [moon, sun, leaf, twoLeaves, halves, stone, eye, bird, vase, horn];

/** Each kind of event cuts some figures of its own. */
export const motifsFor = (category: string): Motif[] =>
  category === 'jazz' ? [...common, keys, keys, horn, wave] : [...common, vase, eye, bird, gate, wave];
