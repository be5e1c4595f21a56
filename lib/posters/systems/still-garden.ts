import { ground } from '../layout.ts';
import { at } from '../random.ts';
import { circle, d, ellipse, halfDisc, n, path, polar, rect, rotated, stroke } from '../shapes.ts';
import { apartFrom } from '../sheet.ts';
import { backOf, inksOn, type Scene } from './still-fruit.ts';

/** Figs, one whole and one open: a crown of seeds about its middle. */
export const figs: Scene = (sheet, area) => {
  const { chance } = sheet;
  const back = backOf(sheet);
  const skin = apartFrom(sheet, back);
  const pith = apartFrom(sheet, skin, back);
  const flesh = apartFrom(sheet, pith, skin);
  const seeds = apartFrom(sheet, flesh);
  const count = area.width > area.height * 0.95 ? 2 : chance.pick([1, 2]);
  const room = area.width / count;
  const r = Math.min(room * 0.45, area.height * 0.4);
  const open = chance.below(count);
  const drop = (x: number, y: number, q: number) =>
    d`M${x} ${y - r * 1.35 * q}C${x + r * 0.28 * q} ${y - r * 0.95 * q} ${x + r * 1.02 * q} ${y - r * 0.62 * q} ${x + r * q} ${y + r * 0.16 * q}A${r * q} ${r * 0.86 * q} 0 0 1 ${x - r * q} ${y + r * 0.16 * q}C${x - r * 1.02 * q} ${y - r * 0.62 * q} ${x - r * 0.28 * q} ${y - r * 0.95 * q} ${x} ${y - r * 1.35 * q}Z`;
  let drawn = ground(area, back);
  for (let i = 0; i < count; i++) {
    const [x, y] = [
      area.x + room * (i + 0.5),
      area.y + area.height * (count === 2 && i === open ? 0.6 : 0.54),
    ];
    drawn += path(drop(x, y, 1), skin);
    if (i !== open) {
      for (const k of [-1, 0, 1])
        drawn += stroke(
          d`M${x} ${y - r * 1.2}Q${x + k * r * 1.15} ${y - r * 0.3} ${x + k * r * 0.5} ${y + r * 0.9}`,
          back,
          r * 0.035,
        );
      continue;
    }
    drawn += path(drop(x, y, 0.88), pith) + path(drop(x, y + r * 0.05, 0.66), flesh);
    for (let ring = 0; ring < 2; ring++) {
      const seedCount = ring === 0 ? 18 : 10;
      for (let k = 0; k < seedCount; k++) {
        const angle = (k / seedCount) * 2 * Math.PI + ring * 0.2;
        const far = r * (ring === 0 ? 0.46 : 0.26);
        const [sx, sy] = polar(x, y + r * 0.12, far, angle);
        drawn += ellipse(sx, sy, r * 0.055, r * 0.028, seeds, rotated((angle * 180) / Math.PI, sx, sy));
      }
    }
  }
  return drawn;
};

/** Mushrooms, no two of one height. */
export const mushrooms: Scene = (sheet, area) => {
  const { chance, inks } = sheet;
  const back = backOf(sheet);
  const colours = inksOn(sheet, back);
  const stem = back === inks.paper ? apartFrom(sheet, back) : inks.paper;
  const count = area.width > area.height ? 4 : 3;
  const room = area.width / count;
  const foot = area.y + area.height * 0.93;
  const tall = chance.shuffled([0.82, 0.62, 0.44, 0.72]);
  let drawn = ground(area, back);
  for (let i = 0; i < count; i++) {
    const x = area.x + room * (i + 0.5);
    const r = room * chance.between(0.5, 0.68);
    const top = foot - area.height * at(tall, i);
    const cap = at(
      colours.filter((colour) => colour !== stem),
      i,
    );
    const w = r * chance.between(0.26, 0.4);
    const y = top + r;
    drawn += path(
      d`M${x - w * 0.8} ${y}L${x - w} ${foot - w}Q${x - w} ${foot} ${x} ${foot}Q${x + w} ${foot} ${x + w} ${foot - w}L${x + w * 0.8} ${y}Z`,
      stem,
    );
    drawn += halfDisc(x, y, r, 0, cap) + rect(x - r, y - 1, r * 2, r * 0.14, cap);
    if (chance.yes(0.6)) {
      const dots = apartFrom(sheet, cap);
      for (const [dx, dy, q] of [
        [-0.46, 0.3, 0.13],
        [0.02, 0.58, 0.17],
        [0.5, 0.26, 0.11],
      ] as const)
        drawn += circle(x + dx * r, y - dy * r, q * r, dots);
    } else {
      // Seen from below: gills.
      for (let k = -4; k <= 4; k++)
        drawn += rect(x + k * r * 0.2 - r * 0.02, y + r * 0.03, r * 0.04, r * 0.1, apartFrom(sheet, cap));
    }
  }
  return drawn;
};

/** A cake of many layers, iced. */
export const cake: Scene = (sheet, area) => {
  const { chance, inks } = sheet;
  const back = backOf(sheet);
  const [icing = inks.ink, ...fillings] = chance.shuffled(inksOn(sheet, back));
  const colours = fillings.length > 0 ? fillings : [apartFrom(sheet, icing)];
  const layers = 4 + chance.below(3);
  const width = Math.min(area.width * 0.74, area.height * 0.86);
  const height = Math.min(area.height * 0.62, width * 0.9);
  const [x, foot] = [area.x + area.width / 2 - width / 2, area.y + area.height * 0.86];
  const step = height / layers;
  const line = inks.ink === back ? inks.paper : inks.ink;
  let drawn = ground(area, back);
  for (let i = 0; i < layers; i++) {
    const y = foot - (i + 1) * step;
    drawn += rect(x, y, width, step + 1, at(colours, i));
    drawn += rect(x, y, width, step * 0.24, at(colours, i + 2));
  }
  const drips = 5 + chance.below(3);
  const drip = width / drips;
  let edge = '';
  for (let i = drips - 1; i >= 0; i--) {
    const long = step * chance.between(0.3, 1.5);
    const [a, b] = [x + drip * (i + 1), x + drip * i];
    edge += d`V${foot - height + step * 0.5 + long}A${drip / 2} ${drip / 2} 0 0 1 ${b} ${foot - height + step * 0.5 + long}`;
    if (i > 0) edge += d`V${foot - height + step * 0.5}H${b}`;
    if (i === 0) edge += d`V${foot - height - step * 0.3}H${a}`;
  }
  drawn += path(`${d`M${x + width} ${foot - height - step * 0.3}`}${edge}Z`, icing);
  drawn += rect(x, foot - height - step * 0.3, width, step * 0.9, icing);
  const berries = drips;
  for (let i = 0; i < berries; i++)
    drawn += circle(
      x + drip * (i + 0.5),
      foot - height - step * 0.3 - drip * 0.3,
      drip * 0.32,
      at(colours, i % 2 === 0 ? layers + 2 : layers),
    );
  return (
    drawn +
    rect(x - width * 0.12, foot, width * 1.24, area.height * 0.03, line) +
    rect(x + width * 0.44, foot, width * 0.12, area.height * 0.14, line)
  );
};

/** Radishes in a bunch, their leaves tied above. */
export const radishes: Scene = (sheet, area) => {
  const { chance, inks } = sheet;
  const back = backOf(sheet);
  const root = apartFrom(sheet, back);
  const tip = inks.paper === back ? apartFrom(sheet, root, back) : inks.paper;
  const greens = inksOn(sheet, back).filter((colour) => colour !== root);
  const line = inks.ink === back ? inks.paper : inks.ink;
  const k = Math.min(area.width, area.height);
  const [x, y] = [area.x + area.width / 2, area.y + area.height * 0.5];
  let drawn = ground(area, back);
  for (const i of [-2, 2, -1, 1, 0]) {
    const angle = i * 24 + chance.between(-4, 4);
    const leaf = d`M${x} ${y}C${x - k * 0.19} ${y - k * 0.18} ${x - k * 0.15} ${y - k * 0.42} ${x} ${y - k * 0.48}C${x + k * 0.15} ${y - k * 0.42} ${x + k * 0.19} ${y - k * 0.18} ${x} ${y}Z`;
    drawn += path(leaf, at(greens, i + 2), rotated(angle, x, y));
    drawn += stroke(
      d`M${x} ${y}V${y - k * 0.4}`,
      apartFrom(sheet, at(greens, i + 2)),
      k * 0.012,
      rotated(angle, x, y),
    );
  }
  for (const i of [-1, 1, 0]) {
    const [rx, ry] = [x + i * k * 0.21, y + k * (i === 0 ? 0.22 : 0.15)];
    const r = k * (i === 0 ? 0.15 : 0.13);
    drawn += path(
      d`M${rx - r} ${ry}A${r} ${r} 0 0 1 ${rx + r} ${ry}C${rx + r} ${ry + r * 0.9} ${rx + r * 0.2} ${ry + r * 1.1} ${rx + i * r * 0.3} ${ry + r * 2}C${rx - r * 0.2} ${ry + r * 1.1} ${rx - r} ${ry + r * 0.9} ${rx - r} ${ry}Z`,
      root,
      ` stroke="${back}" stroke-width="${n(k * 0.014)}"`,
    );
    drawn += path(
      d`M${rx - r * 0.52} ${ry + r * 0.9}Q${rx} ${ry + r * 0.66} ${rx + r * 0.52} ${ry + r * 0.9}Q${rx + r * 0.16} ${ry + r * 1.24} ${rx + i * r * 0.3} ${ry + r * 2}Q${rx - r * 0.16} ${ry + r * 1.24} ${rx - r * 0.52} ${ry + r * 0.9}Z`,
      tip,
    );
  }
  return drawn + rect(x - k * 0.16, y - k * 0.012, k * 0.32, k * 0.05, line);
};
