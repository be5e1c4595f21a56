import { contrast } from '../colour.ts';
import { ground } from '../layout.ts';
import { at } from '../random.ts';
import {
  type Box,
  blob,
  circle,
  d,
  ellipse,
  n,
  type Point,
  path,
  polar,
  rotated,
  stroke,
} from '../shapes.ts';
import { apartFrom, type Sheet } from '../sheet.ts';

export type Scene = (sheet: Sheet, area: Box) => string;

/** The colours that show on a ground. */
export const inksOn = (sheet: Sheet, back: string) =>
  [...sheet.plates, sheet.inks.paper].filter((ink) => ink !== back && contrast(ink, back) > 1.35);

/** The ground of a scene: bare paper or a plate. */
export function backOf(sheet: Sheet): string {
  const { chance, inks, plates } = sheet;
  return chance.yes(0.35) ? inks.paper : at([...plates.slice(0, -1), inks.paper], chance.below(3));
}

/** A slice, cut across: rim, flesh and segments. */
function slice(x: number, y: number, radius: number, segments: number, rim: string, flesh: string): string {
  const core = radius * 0.1;
  const inner = radius * 0.68;
  let drawn = circle(x, y, radius, rim) + circle(x, y, radius * 0.86, flesh);
  for (let i = 0; i < segments; i++) {
    const [from, to] = [(i / segments) * 2 * Math.PI, ((i + 1) / segments) * 2 * Math.PI];
    const [ox, oy] = polar(x, y, core, (from + to) / 2);
    const [a, b] = [polar(ox, oy, inner, from + 0.1), polar(ox, oy, inner, to - 0.1)];
    drawn += path(d`M${ox} ${oy}L${a[0]} ${a[1]}A${inner} ${inner} 0 0 1 ${b[0]} ${b[1]}Z`, rim);
  }
  return drawn;
}

/** A whole fruit with its leaf. */
export const fruit = (sheet: Sheet, x: number, y: number, radius: number, colour: string) =>
  circle(x, y, radius, colour) +
  path(
    d`M${x} ${y - radius * 0.92}q${radius * 0.1} ${-radius * 0.5} ${radius * 0.5} ${-radius * 0.6}q${-radius * 0.02} ${radius * 0.5} ${-radius * 0.5} ${radius * 0.6}Z`,
    sheet.inks.ink === colour ? sheet.inks.paper : sheet.inks.ink,
  );

/** Slices in rows, a whole fruit among them. */
export const citrus: Scene = (sheet, area) => {
  const { chance, inks } = sheet;
  const back = backOf(sheet);
  const columns = sheet.wide ? 3 : chance.pick([2, 3]);
  const side = area.width / columns;
  const rows = Math.max(1, Math.round(area.height / side));
  const rims = inksOn(sheet, back);
  let drawn = ground(area, back);
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i < columns; i++) {
      const [x, y] = [area.x + side * (i + 0.5), area.y + (area.height * (j + 0.5)) / rows];
      const radius = Math.min(side, area.height / rows) * 0.455;
      const rim = at(rims, i + j * 2);
      const flesh =
        [inks.paper, ...sheet.plates].find((ink) => contrast(ink, rim) > 1.5 && ink !== back) ?? inks.paper;
      if ((i + j) % 2 === 1 && chance.yes(0.35))
        drawn += fruit(sheet, x, y + radius * 0.12, radius * 0.78, rim);
      else drawn += slice(x, y, radius, 8 + 2 * chance.below(2), rim, flesh);
    }
  }
  return drawn;
};

/** One slice, larger than the sheet. */
export const hugeSlice: Scene = (sheet, area) => {
  const { chance } = sheet;
  const back = backOf(sheet);
  const rim = apartFrom(sheet, back);
  const flesh = apartFrom(sheet, rim, back);
  const short = Math.min(area.width, area.height);
  const x = area.x + area.width * chance.pick([0.08, 0.92]);
  const y = area.y + area.height * chance.pick([0.7, 0.98]);
  const small = at(inksOn(sheet, back), 1);
  const [sx, sy] = [
    x > area.x + area.width / 2 ? area.x + area.width * 0.22 : area.x + area.width * 0.78,
    area.y + area.height * 0.18,
  ];
  return (
    ground(area, back) +
    fruit(sheet, sx, sy, short * 0.12, small === rim ? apartFrom(sheet, back, rim) : small) +
    slice(x, y, short * 0.74, 10, rim, flesh)
  );
};

/** A pear, cut along its middle on one side. */
export const pear: Scene = (sheet, area) => {
  const { chance, inks } = sheet;
  const back = backOf(sheet);
  const skin = apartFrom(sheet, back);
  const flesh = apartFrom(sheet, skin, back);
  const count = sheet.wide || chance.yes(0.4) ? 2 : 1;
  const base = area.y + area.height * 0.94;
  const height = area.height * (count === 2 ? 0.7 : 0.8);
  const r = Math.min((area.width / count) * 0.36, height * 0.44);
  let drawn = ground(area, back);
  for (let i = 0; i < count; i++) {
    const x = area.x + (area.width * (i + 0.5)) / count;
    const cut = (i + (chance.yes() ? 1 : 0)) % 2 === 0 || count === 1;
    const outline = (q: number) =>
      d`M${x} ${base - height}C${x + r * 0.55 * q} ${base - height} ${x + r * 0.4 * q} ${base - height * 0.62} ${x + r * 0.8 * q} ${base - height * 0.45}C${x + r * 1.3 * q} ${base - height * 0.2} ${x + r * 0.8 * q} ${base} ${x} ${base}`;
    const other = d`C${x - r * 0.8} ${base} ${x - r * 1.3} ${base - height * 0.2} ${x - r * 0.8} ${base - height * 0.45}C${x - r * 0.4} ${base - height * 0.62} ${x - r * 0.55} ${base - height} ${x} ${base - height}Z`;
    drawn += path(outline(1) + other, skin);
    if (cut) drawn += path(`${outline(0.86)}Z`, flesh, ` transform="translate(0 ${n(-height * 0.015)})"`);
    const stem = d`M${x - r * 0.05} ${base - height * 0.97}q${r * 0.02} ${-height * 0.1} ${r * 0.16} ${-height * 0.15}l${r * 0.1} ${r * 0.07}q${-r * 0.12} ${height * 0.05} ${-r * 0.14} ${height * 0.11}Z`;
    const leaf = d`M${x + r * 0.12} ${base - height * 1.03}q${r * 0.35} ${-r * 0.42} ${r * 0.95} ${-r * 0.22}q${-r * 0.3} ${r * 0.45} ${-r * 0.95} ${r * 0.22}Z`;
    drawn += path(stem, inks.ink) + path(leaf, back === inks.ink ? inks.paper : inks.ink);
    if (!cut) continue;
    for (const k of [0, 1]) {
      const [sx, sy] = [x + r * (0.17 + k * 0.17), base - height * (0.3 - k * 0.06)];
      drawn += ellipse(sx, sy, r * 0.065, r * 0.15, inks.ink, rotated(12 + k * 16, sx, sy));
    }
  }
  return drawn;
};

/** An onion: skin after skin. */
export const onion: Scene = (sheet, area) => {
  const { chance, inks } = sheet;
  const back = backOf(sheet);
  const [one, two] = [apartFrom(sheet, back), apartFrom(sheet, apartFrom(sheet, back))];
  const short = Math.min(area.width, area.height);
  const [x, y] = [area.x + area.width / 2, area.y + area.height * 0.54];
  const layers = 7;
  let drawn = ground(area, back);
  for (let i = 0; i < layers; i++) {
    const q = 1 - i / layers;
    const [w, h] = [short * 0.42 * q, short * 0.4 * q];
    const top = y - h * 1.25 + (i === 0 ? -short * 0.03 : 0);
    drawn += path(
      d`M${x} ${top}C${x + w * 0.2} ${y - h * 0.8} ${x + w} ${y - h * 0.7} ${x + w} ${y}C${x + w} ${y + h * 0.7} ${x + w * 0.5} ${y + h * 0.92} ${x} ${y + h * 0.95}C${x - w * 0.5} ${y + h * 0.92} ${x - w} ${y + h * 0.7} ${x - w} ${y}C${x - w} ${y - h * 0.7} ${x - w * 0.2} ${y - h * 0.8} ${x} ${top}Z`,
      i % 2 === 0 ? one : two,
    );
  }
  const lean = chance.pick([-1, 1]);
  for (const k of [-1, 0, 1]) {
    drawn += stroke(
      d`M${x + k * short * 0.03} ${y + short * 0.37}q${k * short * 0.05} ${short * 0.04} ${(k + lean * 0.3) * short * 0.07} ${short * 0.1}`,
      inks.ink === back ? inks.paper : inks.ink,
      short * 0.012,
    );
  }
  return drawn;
};

/** Pods, slit open, one beside the other. */
export const pods: Scene = (sheet, area) => {
  const { chance } = sheet;
  const back = backOf(sheet);
  const count = sheet.wide ? 4 : chance.pick([3, 4]);
  const skins = inksOn(sheet, back);
  const lean = chance.pick([-18, 0, 14]);
  const [cx, cy] = [area.x + area.width / 2, area.y + area.height / 2];
  let drawn = '';
  for (let i = 0; i < count; i++) {
    const skin = at(skins, i);
    const pea = apartFrom(sheet, skin, back);
    const inner = apartFrom(sheet, skin, pea);
    const w = (area.width / count) * 0.4;
    const h = area.height * (lean === 0 ? chance.between(0.4, 0.47) : chance.between(0.34, 0.39));
    const x = area.x + (area.width * (i + 0.5)) / count;
    const y = cy + area.height * chance.between(-0.04, 0.04);
    const lens = (q: number, r: number) =>
      d`M${x} ${y - h * r}C${x + w * 1.3 * q} ${y - h * 0.4} ${x + w * 1.3 * q} ${y + h * 0.4} ${x} ${y + h * r}C${x - w * 1.3 * q} ${y + h * 0.4} ${x - w * 1.3 * q} ${y - h * 0.4} ${x} ${y - h * r}Z`;
    drawn += path(lens(1, 1), skin) + path(lens(0.68, 0.88), inner);
    const peas = 5;
    for (let k = 0; k < peas; k++) {
      const t = (k + 0.5) / peas - 0.5;
      drawn += circle(x, y + t * h * 1.36, w * (0.5 - Math.abs(t) * 0.32), pea);
    }
  }
  return `${ground(area, back)}<g${rotated(lean, cx, cy)}>${drawn}</g>`;
};

/** Cherries, plums, whatever hangs in pairs. */
export const cherries: Scene = (sheet, area) => {
  const { chance, inks } = sheet;
  const back = backOf(sheet);
  const colours = inksOn(sheet, back);
  const columns = sheet.wide ? 3 : 2;
  const rows = 2;
  const [w, h] = [area.width / columns, area.height / rows];
  let drawn = ground(area, back);
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i < columns; i++) {
      const [x, y] = [area.x + w * (i + 0.5), area.y + h * j];
      const r = Math.min(w * 0.22, h * 0.24);
      const colour = at(colours, i + j);
      const shine = apartFrom(sheet, colour);
      const line = colour === inks.ink || back === inks.ink ? apartFrom(sheet, back, colour) : inks.ink;
      const flip = chance.yes() ? 1 : -1;
      const [top, a, b]: [Point, Point, Point] = [
        [x + flip * r * 0.5, y + h * 0.1],
        [x - r * 1.1, y + h * 0.62],
        [x + r * 1.12, y + h * 0.7],
      ];
      for (const [px, py] of [a, b])
        drawn += stroke(d`M${px} ${py}Q${px} ${top[1] + r} ${top[0]} ${top[1]}`, line, r * 0.11);
      drawn += path(
        d`M${top[0]} ${top[1]}q${flip * r * 0.9} ${-r * 0.5} ${flip * r * 1.7} ${r * 0.25}q${-flip * r * 0.9} ${r * 0.6} ${-flip * r * 1.7} ${-r * 0.25}Z`,
        line,
      );
      for (const [px, py] of [a, b])
        drawn += circle(px, py, r, colour) + circle(px - r * 0.34, py - r * 0.34, r * 0.2, shine);
    }
  }
  return drawn;
};

/** Leaves of one plant, in a fan. */
export const greens: Scene = (sheet, area) => {
  const { chance } = sheet;
  const back = backOf(sheet);
  const colours = inksOn(sheet, back);
  const [x, y] = [area.x + area.width / 2, area.y + area.height * 1.04];
  const reach = Math.min(area.height * 0.98, area.width * 0.9);
  const count = 7;
  let drawn = ground(area, back);
  for (const i of [0, 6, 1, 5, 2, 4, 3]) {
    const angle = -Math.PI / 2 + (i - 3) * 0.34;
    const far = reach * (1 - Math.abs(i - 3) * 0.07) * chance.between(0.94, 1.02);
    const colour = at(colours, i * 2 + (i > 3 ? 1 : 0));
    const vein = apartFrom(sheet, colour, back);
    const points = Array.from({ length: 26 }, (_, k): Point => {
      const side = k < 13 ? 1 : -1;
      const t = (k < 13 ? k : 25 - k) / 12;
      const half =
        reach * 0.15 * Math.sin(Math.PI * Math.min(0.97, t ** 1.5)) * (1 + 0.12 * Math.sin(t * 26));
      const [px, py] = polar(x, y, far * (0.22 + 0.78 * t), angle);
      return [px - side * half * Math.sin(angle), py + side * half * Math.cos(angle)];
    });
    drawn += blob(points, colour);
    const [from, to] = [polar(x, y, 0, angle), polar(x, y, far * 0.9, angle)];
    drawn += stroke(d`M${from[0]} ${from[1]}L${to[0]} ${to[1]}`, vein, reach * (0.022 - count * 0.001));
  }
  return drawn;
};
