import { contrast, luminance } from '../colour.ts';
import { compose } from '../layout.ts';
import { at } from '../random.ts';
import { type Box, type Point, polygon, rotated } from '../shapes.ts';
import type { Sheet } from '../sheet.ts';

/** How strongly a place swells its line, 0 to 1; x and y are counted in radii of the form, from its centre. */
type Form = (x: number, y: number) => number;

const dome = (q: number) => (q < 1 ? Math.sqrt(1 - q * q) : 0);
const ridge = (distance: number, width: number) => Math.exp(-((distance / width) ** 2));

/** The forms, and whether a line also leaves its course there. */
const forms: Record<string, { rise: number; make: (sheet: Sheet) => Form }> = {
  ring: { rise: 0.4, make: () => (x, y) => ridge(Math.hypot(x, y) - 0.8, 0.26) },
  orb: { rise: 1, make: () => (x, y) => dome(Math.hypot(x, y)) },
  twin: {
    rise: 1,
    make: () => (x, y) =>
      Math.max(dome(Math.hypot(x + 0.55, y - 0.3) / 0.8), dome(Math.hypot(x - 0.5, y + 0.45) / 0.62)),
  },
  wave: {
    rise: 0,
    make: ({ chance }) => {
      const [phase, lean] = [chance.between(0, 6), chance.between(1, 2.4)];
      return (x, y) => 0.5 + 0.5 * Math.sin(x * 2.1 + phase + Math.sin(y * 1.8 + phase) * lean);
    },
  },
  square: { rise: 0.5, make: () => (x, y) => ridge(Math.max(Math.abs(x), Math.abs(y)) - 0.72, 0.2) },
  diamond: {
    rise: 0.3,
    make: () => (x, y) => Math.max(0, 1 - Math.abs(Math.abs(x) + Math.abs(y) - 0.85) * 3),
  },
  ranges: {
    rise: 2.3,
    make: ({ chance }) => {
      const peaks = Array.from({ length: 7 }, () => [
        chance.between(-0.75, 0.75),
        chance.between(-1.3, 1.3),
        chance.between(0.12, 0.24),
      ]);
      return (x, y) =>
        Math.min(
          1,
          peaks.reduce(
            (sum, [px = 0, py = 0, w = 0.2]) => sum + ridge(x - px, w) * ridge(y - py, 0.55) * 0.8,
            0,
          ),
        );
    },
  },
  spiral: {
    rise: 0,
    make: ({ chance }) => {
      const turns = chance.pick([-1, 1, 2]);
      return (x, y) => {
        const q = Math.hypot(x, y);
        return (0.5 + 0.5 * Math.cos(q * 6.5 - Math.atan2(y, x) * turns)) * Math.max(0, 1.5 - q) * 0.75;
      };
    },
  },
  pulses: {
    rise: 0.9,
    make: ({ chance }) => {
      const shifts = [-1, -0.33, 0.33, 1].map((x) => [x * 1.1, chance.between(-0.5, 0.5)]);
      return (x, y) =>
        Math.max(...shifts.map(([px = 0, py = 0]) => dome(Math.hypot((x - px) / 0.34, (y - py) / 0.95))));
    },
  },
  crescent: {
    rise: 0.8,
    make: () => (x, y) =>
      Math.max(0, dome(Math.hypot(x, y)) - 1.4 * dome(Math.hypot(x - 0.42, y + 0.22) / 0.82)),
  },
  slit: {
    rise: 0,
    make: ({ chance }) => {
      const bend = chance.between(-0.5, 0.5);
      return (x, y) => 1 - ridge(x - bend * Math.sin(y * 2.2), 0.42) * 0.97;
    },
  },
};

type Colouring = (s: number, i: number) => string;

function colouring(sheet: Sheet, radius: number): Colouring {
  const { chance, inks } = sheet;
  const dark = luminance(inks.paper) < 0.25;
  const told = [inks.a, inks.b, inks.c].filter((colour) => contrast(colour, inks.paper) > 1.6);
  const main = dark ? inks.ink : (told[0] ?? inks.ink);
  const other = told.find((colour) => colour !== main) ?? inks.ink;
  const third = told.find((colour) => colour !== main && colour !== other) ?? inks.ink;
  return chance.pick<Colouring>([
    (s) => (Math.abs(s) < radius * 0.42 ? other : main),
    (_, i) => (i % 2 === 1 ? main : other),
    (s) => (s < 0 ? main : other),
    (_, i) => (i % 6 === 3 ? other : main),
    (s) => at([other, main, third], Math.floor((s / radius + 1.2) * 1.6)),
  ]);
}

/** Further from its line than this a point has to be kept. */
const TOLERANCE = 0.45;

/** Leaves out the points that lie on the line between others (Douglas and Peucker). */
function simplified(points: readonly Point[]): Point[] {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || points.length < 3) return [...points];
  const [dx, dy] = [last[0] - first[0], last[1] - first[1]];
  const length = Math.hypot(dx, dy) || 1;
  let [furthest, index] = [0, 0];
  for (const [i, [x, y]] of points.entries()) {
    const distance = Math.abs(dx * (y - first[1]) - dy * (x - first[0])) / length;
    if (distance > furthest) [furthest, index] = [distance, i];
  }
  if (furthest <= TOLERANCE) return [first, last];
  return [...simplified(points.slice(0, index + 1)).slice(0, -1), ...simplified(points.slice(index))];
}

/** Parallel lines; a form is made by their thickness and their course alone. */
function drawLines(sheet: Sheet, area: Box): string {
  const { chance, wide } = sheet;
  const { rise, make } = chance.pick(Object.values(forms));
  const turn = chance.pick([0, 0, 0, 90, 90, 45, -30]);
  const form = make(sheet);
  const cx = area.x + area.width * chance.between(0.42, 0.58);
  const cy = area.y + area.height * chance.between(0.46, 0.54);
  const radius = Math.min(area.width, area.height) * (wide ? 0.47 : 0.43);
  // Turned lines have to reach into every corner.
  const straight = turn === 0 || turn === 90;
  const reach = Math.hypot(area.width, area.height) * (straight ? 0.5 : 0.56);
  const along = turn === 0 ? area.width * 0.6 : turn === 90 ? area.height * 0.6 : reach;
  const across = turn === 0 ? area.height * 0.56 : turn === 90 ? area.width * 0.6 : reach;
  const step = (wide ? 21 : 25) * chance.pick([0.85, 1, 1.3]);
  const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)];
  const colour = colouring(sheet, radius);
  const count = Math.ceil(across / step);
  const points = 64;
  let drawn = '';
  for (let i = -count; i <= count; i++) {
    const s = i * step;
    const upper: Point[] = [];
    const lower: Point[] = [];
    for (let k = 0; k <= points; k++) {
      const t = (k / points - 0.5) * 2 * along;
      const value = form((t * cos - s * sin) / radius, (t * sin + s * cos) / radius);
      const shift = -value * step * 1.5 * rise;
      const half = step * (0.07 + 0.4 * Math.min(1, value) * (rise > 2 ? 0.35 : 1));
      upper.push([cx + t, cy + s + shift - half]);
      lower.unshift([cx + t, cy + s + shift + half]);
    }
    drawn += polygon([...simplified(upper), ...simplified(lower)], colour(s, i + count));
  }
  return turn === 0 ? drawn : `<g${rotated(turn, cx, cy)}>${drawn}</g>`;
}

export function lines(sheet: Sheet): string {
  return compose(
    sheet,
    {
      face: 'wide',
      leading: 0.98,
      largest: [11.5, 11.5],
      titleShare: 0.19,
      tall: ['below', 'below', 'above', 'hanging'],
      wide: ['strip', 'strip', 'head', 'left', 'right'],
    },
    (area) => drawLines(sheet, area),
  );
}
