import { at } from '../random.ts';
import { circle, clipped, d, n, path, polar, polygon, rect, ring } from '../shapes.ts';
import { accents, type Composition, middle, reachOf } from './opart-cinema.ts';

/** The leader before the film: a hand that sweeps over rings, and what it has passed is turned inside out. */
export const leader: Composition = (sheet, area) => {
  const { chance, inks } = sheet;
  const [accent, second] = accents(sheet);
  const [x, y] = middle(area);
  const short = Math.min(area.width, area.height);
  const reach = reachOf(area);
  const rings = chance.pick([2, 3, 6]);
  const to = -Math.PI / 2 + 2 * Math.PI * chance.pick([0.2, 0.36, 0.62, 0.8]);
  const face = (ground: string, lines: string) => {
    let drawn = rect(area.x, area.y, area.width, area.height, ground);
    for (let i = 0; i < rings; i++)
      drawn += ring(x, y, short * (0.43 - (i * 0.34) / rings), lines, short * (rings > 4 ? 0.024 : 0.034));
    const thin = short * 0.012;
    return (
      drawn +
      rect(area.x, y - thin / 2, area.width, thin, lines) +
      rect(x - thin / 2, area.y, thin, area.height, lines)
    );
  };
  const [start, end] = [polar(x, y, reach, -Math.PI / 2), polar(x, y, reach, to)];
  const large = to > Math.PI / 2 ? 1 : 0;
  const swept = path(
    d`M${x} ${y}L${start[0]} ${start[1]}A${reach} ${reach} 0 ${large} 1 ${end[0]} ${end[1]}Z`,
    '#000',
  );
  return (
    face(inks.paper, inks.ink) +
    clipped(sheet.newId(), swept, face(accent, inks.paper)) +
    circle(x, y, short * 0.07, second === accent ? inks.ink : second)
  );
};

/** The hall from behind: rows of seats that grow towards us, one of them taken, and light from the screen. */
export const seats: Composition = (sheet, area) => {
  const { chance, inks } = sheet;
  const [accent, second] = accents(sheet);
  const rows = 4;
  const top = area.y + area.height * 0.3;
  const taken = 1 + chance.below(rows - 1);
  const place = chance.below(3) - 1;
  const screen = second === accent ? accent : second;
  const [left, right] = [area.x + area.width * 0.16, area.x + area.width * 0.84];
  let drawn = polygon(
    [
      [left, area.y + area.height * 0.06],
      [right, area.y + area.height * 0.06],
      [right - area.width * 0.04, top],
      [left + area.width * 0.04, top],
    ],
    screen,
  );
  for (let row = 0; row < rows; row++) {
    const near = (row + 1) / rows;
    const width = area.width * (0.1 + 0.14 * near);
    const height = area.height * (0.12 + 0.2 * near);
    const y = top + (area.height * 0.7 * row * (row + 3)) / (rows * (rows + 2)) / 1.25;
    const middleX = area.x + area.width / 2 + (row % 2 === 0 ? 0 : width / 2);
    const across = Math.ceil(area.width / width / 2) + 1;
    for (let i = -across; i <= across; i++) {
      const x = middleX + i * width;
      const r = width * 0.32;
      const half = width * 0.45;
      drawn += path(
        d`M${x - half} ${area.y + area.height + 4}V${y + r}A${r} ${r} 0 0 1 ${x - half + r} ${y}H${x + half - r}A${r} ${r} 0 0 1 ${x + half} ${y + r}V${area.y + area.height + 4}Z`,
        row === taken && i === place ? accent : inks.ink,
        ` stroke="${inks.paper}" stroke-width="${n(width * 0.06)}"`,
      );
      if (row === taken && i === place)
        drawn += circle(
          x,
          y - height * 0.06,
          width * 0.26,
          accent,
          ` stroke="${inks.paper}" stroke-width="${n(width * 0.06)}"`,
        );
    }
  }
  return drawn;
};

/** Two reels and the film that runs from one onto the other. */
export const reels: Composition = (sheet, area) => {
  const { chance, inks } = sheet;
  const [accent, second] = accents(sheet);
  const short = Math.min(area.width, area.height);
  const upright = area.height > area.width * 1.15;
  const big = short * (upright ? 0.4 : 0.36);
  const small = big * chance.between(0.55, 0.75);
  const flip = chance.yes() ? 1 : -1;
  const [cx, cy] = middle(area);
  // Neither is cut by the paper of the words.
  const aside = (r: number) => Math.min(area.width / 2 - r * 1.05, short * 0.6);
  const [x1, y1] = upright
    ? [cx - flip * area.width * 0.1, area.y + big * 1.06]
    : [cx - flip * aside(big), area.y + area.height * 0.44];
  const [x2, y2] = upright
    ? [cx + flip * area.width * 0.2, area.y + area.height - small * 1.04]
    : [cx + flip * aside(small), area.y + area.height * 0.6];
  // The film lies against both reels on one side.
  const along = Math.atan2(y2 - y1, x2 - x1);
  const apart = Math.hypot(x2 - x1, y2 - y1);
  const side = along + flip * Math.acos(Math.min(1, (big - small) / apart));
  const [from, to] = [polar(x1, y1, big * 0.94, side), polar(x2, y2, small * 0.94, side)];
  const width = short * 0.05;
  const film = `<path d="${d`M${from[0]} ${from[1]}L${to[0]} ${to[1]}`}" fill="none" stroke="${inks.ink}" stroke-width="${n(width)}"/><path d="${d`M${from[0]} ${from[1]}L${to[0]} ${to[1]}`}" fill="none" stroke="${inks.paper}" stroke-width="${n(width * 0.4)}" stroke-dasharray="${n(width * 0.5)} ${n(width * 0.4)}"/>`;
  const reel = (x: number, y: number, r: number, turn: number, holes: number, rim: string, hole: string) => {
    let drawn = circle(x, y, r, rim) + ring(x, y, r * 0.9, inks.paper, r * 0.03);
    for (let i = 0; i < holes; i++) {
      const [hx, hy] = polar(x, y, r * 0.54, turn + (i / holes) * 2 * Math.PI);
      drawn += circle(hx, hy, r * (holes > 4 ? 0.22 : 0.26), at([hole, inks.paper], i % 2 === 0 ? 0 : 1));
    }
    return drawn + circle(x, y, r * 0.15, inks.paper) + circle(x, y, r * 0.08, rim);
  };
  const back = circle(cx + flip * short * 0.16, cy, short * 0.44, second === accent ? inks.paper : second);
  const turn = chance.between(0, 6);
  return (
    back +
    film +
    reel(x1, y1, big, turn, chance.pick([3, 5]), inks.ink, accent) +
    reel(x2, y2, small, turn + 1, 3, accent, inks.ink)
  );
};
