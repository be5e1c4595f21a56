import { ground } from '../layout.ts';
import { at } from '../random.ts';
import { circle, clipped, d, ellipse, halfDisc, path, rect, rotated, stroke } from '../shapes.ts';
import { apartFrom, type Sheet } from '../sheet.ts';
import { backOf, fruit, type Scene } from './still-fruit.ts';

/** A bottle standing at a height, with its label. */
function bottle(
  sheet: Sheet,
  x: number,
  foot: number,
  height: number,
  colour: string,
  label: string,
  kind: number,
): string {
  const w = height * at([0.13, 0.16, 0.19, 0.11], kind);
  const shoulder = foot - height * at([0.55, 0.48, 0.42, 0.66], kind);
  const neck = w * 0.36;
  const data = d`M${x - w} ${foot}V${shoulder}Q${x - w} ${shoulder - height * 0.12} ${x - neck} ${shoulder - height * 0.18}V${foot - height}H${x + neck}V${shoulder - height * 0.18}Q${x + w} ${shoulder - height * 0.12} ${x + w} ${shoulder}V${foot}Z`;
  const top = foot - height * 0.34;
  return (
    path(data, colour) +
    rect(x - w, top, w * 2, height * 0.2, label) +
    (kind % 2 === 0
      ? circle(x, top + height * 0.1, w * 0.4, colour)
      : rect(x - w * 0.6, top + height * 0.08, w * 1.2, height * 0.03, colour)) +
    rect(
      x - neck * 1.15,
      foot - height,
      neck * 2.3,
      height * 0.05,
      sheet.inks.ink === colour ? label : sheet.inks.ink,
    )
  );
}

/** A table laid for one: bottle, fruit, the rest of a melon. */
export const table: Scene = (sheet, area) => {
  const { chance, inks } = sheet;
  const wall = backOf(sheet);
  const cloth = apartFrom(sheet, wall, inks.ink);
  const flip = chance.yes();
  const x = (share: number) => area.x + area.width * (flip ? 1 - share : share);
  const short = Math.min(area.width, area.height);
  const edge = area.y + area.height * 0.7;
  const melon = apartFrom(sheet, wall, cloth);
  const body = inks.ink === wall ? inks.paper : inks.ink;
  return (
    ground(area, wall) +
    rect(area.x, edge, area.width, area.height, cloth) +
    circle(x(0.62), edge - short * 0.06, short * 0.24, melon) +
    bottle(
      sheet,
      x(0.2),
      edge + short * 0.1,
      area.height * 0.66,
      body,
      wall === inks.paper ? cloth : inks.paper,
      chance.below(4),
    ) +
    fruit(sheet, x(0.44), edge + short * 0.02, short * 0.13, apartFrom(sheet, cloth, melon, wall)) +
    halfDisc(x(0.8), edge + short * 0.02, short * 0.2, 180 + chance.between(-18, 18), body) +
    halfDisc(x(0.8), edge + short * 0.02, short * 0.165, 180, apartFrom(sheet, body, cloth))
  );
};

/** Bottles on a shelf, no two alike. */
export const bottles: Scene = (sheet, area) => {
  const { chance, inks } = sheet;
  const back = backOf(sheet);
  const shelves = sheet.wide ? 1 : chance.pick([1, 2]);
  const count = shelves === 2 ? 5 : 4;
  const colours = [...sheet.plates, inks.paper].filter((ink) => ink !== back);
  let drawn = ground(area, back);
  for (let s = 0; s < shelves; s++) {
    const foot = area.y + (area.height * (s + 1)) / shelves - area.height * 0.07;
    for (let i = 0; i < count; i++) {
      const x = area.x + (area.width * (i + 0.5)) / count;
      const height = (area.height / shelves) * chance.between(0.62, 0.86);
      const colour = at(colours, i + s * 2);
      drawn += bottle(
        sheet,
        x,
        foot,
        Math.min(height, (area.width / count) * 3.1),
        colour,
        apartFrom(sheet, colour, back),
        chance.below(4),
      );
    }
    drawn += rect(area.x, foot, area.width, area.height * 0.022, inks.ink === back ? inks.paper : inks.ink);
  }
  return drawn;
};

/** Three glasses, filled unlike. */
export const glasses: Scene = (sheet, area) => {
  const { chance, inks } = sheet;
  const back = backOf(sheet);
  const count = sheet.wide ? 3 : chance.pick([2, 3]);
  const room = area.width / count;
  const line = inks.ink === back ? inks.paper : inks.ink;
  const drinks = [...sheet.plates, inks.paper].filter((ink) => ink !== back);
  let drawn = ground(area, back);
  for (let i = 0; i < count; i++) {
    const x = area.x + room * (i + 0.5);
    const r = Math.min(room * 0.44, area.height * 0.27);
    const y = area.y + area.height * chance.between(0.34, 0.46);
    const foot = area.y + area.height * 0.93;
    const drink = at(drinks, i);
    const glass = apartFrom(sheet, back, drink);
    const cup = at(
      [
        d`M${x - r} ${y - r * 0.5}H${x + r}a${r} ${r * 1.5} 0 0 1 ${-2 * r} 0Z`,
        d`M${x - r} ${y - r * 0.6}H${x + r}L${x + r * 0.06} ${y + r}h${-r * 0.12}Z`,
        d`M${x - r * 0.62} ${y - r * 0.9}H${x + r * 0.62}V${y + r * 0.5}a${r * 0.62} ${r * 0.62} 0 0 1 ${-1.24 * r} 0Z`,
      ],
      i + chance.below(2),
    );
    const level = y - r * 0.35 + r * chance.between(0, 0.45);
    drawn +=
      path(cup, glass) + clipped(sheet.newId(), path(cup, '#000'), rect(x - r, level, r * 2, r * 4, drink));
    drawn += rect(x - r * 0.05, y + r * 0.9, r * 0.1, foot - y - r * 0.9, line);
    drawn += path(d`M${x - r * 0.62} ${foot}a${r * 0.62} ${r * 0.34} 0 0 1 ${r * 1.24} 0Z`, line);
    if (i === (count === 3 ? 1 : 0)) {
      const slice = apartFrom(sheet, back, glass);
      drawn +=
        circle(x + r * 0.86, y - r * 0.5, r * 0.34, slice) +
        circle(x + r * 0.86, y - r * 0.5, r * 0.24, apartFrom(sheet, slice));
    }
  }
  return drawn;
};

/** A bowl of soup with its steam, or of noodles with sticks. */
export const bowl: Scene = (sheet, area) => {
  const { chance, inks } = sheet;
  const back = backOf(sheet);
  const dish = apartFrom(sheet, back);
  const band = apartFrom(sheet, dish);
  const broth = apartFrom(sheet, back, dish);
  const line = inks.ink === back ? inks.paper : inks.ink;
  const [x, y] = [area.x + area.width / 2, area.y + area.height * 0.56];
  const r = Math.min(area.width * 0.4, area.height * 0.4);
  let drawn = ground(area, back);
  if (chance.yes()) {
    for (const i of [-1, 0, 1]) {
      const sx = x + i * r * 0.5;
      drawn += stroke(
        d`M${sx} ${y - r * 0.3}q${r * 0.22} ${-r * 0.2} 0 ${-r * 0.4}t0 ${-r * 0.4}`,
        line,
        r * 0.06,
        ' stroke-linecap="round"',
      );
    }
  } else {
    for (const i of [0, 1])
      drawn += rect(x - r * 0.03, y - r * 1.35, r * 0.06, r * 1.5, line, rotated(28 + i * 9, x, y));
  }
  drawn += ellipse(x, y, r, r * 0.2, broth);
  for (let i = 0; i < 6; i++)
    drawn += stroke(
      d`M${x - r * (0.8 - i * 0.04)} ${y - r * 0.02 + i * r * 0.025}q${r * 0.2} ${-r * 0.16} ${r * 0.4} 0t${r * 0.4} 0t${r * 0.4} 0t${r * 0.35} 0`,
      dish,
      r * 0.022,
    );
  const cup = d`M${x - r} ${y}a${r} ${r * 0.2} 0 0 0 ${2 * r} 0q${-r * 0.02} ${r * 0.72} ${-r * 0.55} ${r * 0.86}h${-r * 0.9}q${-r * 0.53} ${-r * 0.14} ${-r * 0.55} ${-r * 0.86}Z`;
  const stripes = [0.42, 0.58, 0.66]
    .map((at_, i) => rect(x - r, y + r * at_, r * 2, r * (i === 0 ? 0.11 : 0.035), band))
    .join('');
  return (
    drawn +
    path(cup, dish) +
    clipped(sheet.newId(), path(cup, '#000'), stripes) +
    rect(x - r * 0.34, y + r * 0.86, r * 0.68, r * 0.09, line)
  );
};
