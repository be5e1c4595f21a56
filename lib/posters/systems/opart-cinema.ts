import { contrast } from '../colour.ts';
import { at } from '../random.ts';
import { type Box, circle, clipped, d, type Point, path, polar, polygon, rect, rotated } from '../shapes.ts';
import type { Sheet } from '../sheet.ts';

export type Composition = (sheet: Sheet, area: Box) => string;

export const middle = ({ x, y, width, height }: Box): Point => [x + width / 2, y + height / 2];
export const reachOf = ({ width, height }: Box) => Math.hypot(width, height);

/** True for a colour that no form could stand out in. */
function isGrey(hex: string): boolean {
  const channels = [1, 3, 5].map((from) => Number.parseInt(hex.slice(from, from + 2), 16));
  return Math.max(...channels) - Math.min(...channels) < 60;
}

/** The two colours beside ink and paper: one that speaks, one that answers. */
export function accents(sheet: Sheet): [string, string] {
  const { inks, plates } = sheet;
  const told = plates
    .filter((plate) => plate !== inks.ink && contrast(plate, inks.paper) > 1.5)
    .sort((one, other) => Number(isGrey(one)) - Number(isGrey(other)));
  return [told[0] ?? inks.ink, told[1] ?? told[0] ?? inks.ink];
}

/** Rays from a lamp; where their light falls they change colour. */
export const beam: Composition = (sheet, area) => {
  const { chance, inks } = sheet;
  const [accent, second] = accents(sheet);
  const left = chance.yes();
  const across = (share: number) => area.x + area.width * (left ? share : 1 - share);
  const [u, v] = chance.pick([
    [0.16, chance.between(0.2, 0.7)],
    [0.02, 0.04],
    [0.5, 0.98],
    [0.36, 0.3],
  ] as const);
  const [x, y] = [across(u), area.y + area.height * v];
  const count = chance.pick([13, 15, 19]);
  const off = chance.next();
  const reach = reachOf(area) * 1.1;
  const rays = (colour: (i: number) => string) =>
    Array.from({ length: count }, (_, i) => {
      const from = ((i + off) / count) * 2 * Math.PI;
      return polygon(
        [[x, y], polar(x, y, reach, from), polar(x, y, reach, from + Math.PI / count)],
        colour(i),
      );
    }).join('');
  const short = Math.min(area.width, area.height);
  const screen = circle(
    across(u < 0.4 ? 0.74 : 0.5),
    area.y + area.height * (v > 0.9 ? 0.34 : 0.66),
    short * 0.25,
    '#000',
  );
  const lamp =
    circle(x, y, short * 0.17, inks.paper) +
    circle(x, y, short * 0.13, accent) +
    circle(x, y, short * 0.05, inks.paper);
  return (
    rays((i) => (i % 5 === 2 ? accent : inks.ink)) +
    lamp +
    clipped(
      sheet.newId(),
      screen,
      rays(() => (second === accent ? accent : second)),
    )
  );
};

/** The blades of a lens, closing. */
export const iris: Composition = (sheet, area) => {
  const { chance, inks } = sheet;
  const [accent, second] = accents(sheet);
  const [x, y] = middle(area);
  const blades = 6 + chance.below(3);
  const hole = Math.min(area.width, area.height) * chance.between(0.15, 0.24);
  const reach = reachOf(area);
  const turn = chance.between(0, 6.28);
  const stripes = 8;
  let drawn = rect(area.x, area.y, area.width, area.height, accent);
  for (let i = 0; i < blades; i++) {
    const angle = turn + (i / blades) * 2 * Math.PI;
    const next = turn + ((i + 1) / blades) * 2 * Math.PI;
    const corner = polar(x, y, hole, angle);
    const tip = polar(x, y, hole, next);
    for (let k = 0; k < stripes; k++) {
      // A blade is a fan of stripes between its edge and that of the next one.
      const from = angle + 1.7 + ((next - angle) * k) / stripes;
      const to = angle + 1.7 + ((next - angle) * (k + 1)) / stripes;
      const [a, b] = [k / stripes, (k + 1) / stripes];
      const start: Point = [corner[0] + (tip[0] - corner[0]) * a, corner[1] + (tip[1] - corner[1]) * a];
      const end: Point = [corner[0] + (tip[0] - corner[0]) * b, corner[1] + (tip[1] - corner[1]) * b];
      drawn += polygon(
        [start, polar(start[0], start[1], reach, from), polar(end[0], end[1], reach, to), end],
        k % 2 === 0 ? inks.ink : inks.paper,
      );
    }
  }
  return drawn + circle(x, y, hole * 0.5, second === accent ? inks.ink : second);
};

/** Strips of film, each with its frames pushed on a little. */
export const strips: Composition = (sheet, area) => {
  const { chance, inks } = sheet;
  const [accent, second] = accents(sheet);
  const columns = sheet.wide ? 4 : 3;
  const width = area.width / columns;
  const frame = width * chance.pick([0.62, 0.74]);
  let drawn = '';
  for (let c = 0; c < columns; c++) {
    const x = area.x + c * width;
    const shift = frame * chance.next();
    drawn += rect(x + width * 0.06, area.y, width * 0.88, area.height, inks.ink);
    for (let k = -1; k * frame < area.height + frame; k++) {
      const y = area.y + k * frame + shift;
      for (const side of [0.1, 0.84]) {
        for (let hole = 0; hole < 4; hole++)
          drawn += rect(
            x + width * side,
            y + (frame * (hole + 0.25)) / 4,
            width * 0.06,
            frame * 0.12,
            inks.paper,
          );
      }
      const [fx, fy, fw, fh] = [x + width * 0.2, y + frame * 0.06, width * 0.6, frame * 0.88];
      drawn += rect(fx, fy, fw, fh, inks.paper);
      // The frames tell one movement: a disc that rises from strip to strip.
      const t = ((k + c * 2 + 12) % 6) / 5;
      const disc = circle(fx + fw / 2, fy + fh * (1.2 - t * 0.9), fw * 0.34, k % 2 === 0 ? accent : second);
      drawn += clipped(sheet.newId(), rect(fx, fy, fw, fh, '#000'), disc);
    }
  }
  return drawn;
};

/** An eye of stripes that looks back. */
export const gaze: Composition = (sheet, area) => {
  const { chance, inks } = sheet;
  const [accent] = accents(sheet);
  const [x, y] = middle(area);
  const half = area.width * 0.52;
  const step = sheet.wide ? 0.1 : 0.085;
  let drawn = '';
  for (let i = 14; i >= 1; i--) {
    const open = half * step * i * 2.1;
    const data = d`M${x - half * 1.3} ${y}Q${x} ${y - open} ${x + half * 1.3} ${y}Q${x} ${y + open} ${x - half * 1.3} ${y}Z`;
    drawn += path(data, i % 2 === 0 ? inks.ink : inks.paper);
  }
  const radius = Math.min(area.height * 0.3, half * 0.44);
  const look = radius * chance.pick([-0.5, 0, 0.5]);
  const rings = chance.pick([
    [inks.ink, accent, inks.paper, inks.ink],
    [accent, inks.paper, inks.ink, accent],
    [inks.paper, inks.ink, accent, inks.paper],
  ]);
  for (let k = 0; k < 4; k++) drawn += circle(x + look * (k / 3), y, radius * (1 - k * 0.22), at(rings, k));
  // Upright, it is a flame, or a shell.
  const turn = chance.pick([0, 0, 90, -28]);
  return turn === 0 ? drawn : `<g${rotated(turn, x, y)}>${drawn}</g>`;
};
