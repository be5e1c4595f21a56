import { ground } from '../layout.ts';
import { at } from '../random.ts';
import { circle, d, ellipse, n, path, polar, rect, ring, rotated, stroke } from '../shapes.ts';
import { apartFrom } from '../sheet.ts';
import { backOf, type Scene } from './still-fruit.ts';

/** A plate between fork and knife. */
export const plate: Scene = (sheet, area) => {
  const { chance, inks } = sheet;
  const cloth = apartFrom(sheet, inks.paper, inks.ink);
  const [x, y] = [area.x + area.width / 2, area.y + area.height / 2];
  const r = Math.min(area.width * 0.335, area.height * 0.43);
  const dish = inks.paper;
  const food = apartFrom(sheet, dish, cloth);
  const side = apartFrom(sheet, dish, food);
  const kind = chance.below(4);
  let drawn = ground(area, cloth) + circle(x, y, r * 1.1, dish) + ring(x, y, r * 0.97, inks.ink, r * 0.02);
  if (kind === 0) {
    const l = r * 0.8;
    const body = d`M${x - l} ${y}q${l * 0.8} ${-l * 0.72} ${l * 1.5} 0l${l * 0.42} ${-l * 0.34}v${l * 0.68}l${-l * 0.42} ${-l * 0.34}q${-l * 0.7} ${l * 0.72} ${-l * 1.5} 0Z`;
    const scales = [0, 1, 2, 3]
      .map((i) =>
        stroke(
          d`M${x - l * 0.3 + i * l * 0.19} ${y - l * 0.2}q${l * 0.12} ${l * 0.2} 0 ${l * 0.4}`,
          dish,
          l * 0.045,
        ),
      )
      .join('');
    drawn += `<g${rotated(chance.pick([-24, 24, -8]), x, y)}>${path(body, food)}${circle(x - l * 0.66, y - l * 0.06, l * 0.07, dish)}${scales}</g>`;
    drawn +=
      circle(x + r * 0.3, y + r * 0.62, r * 0.19, side) +
      circle(x + r * 0.3, y + r * 0.62, r * 0.12, inks.ink);
  } else if (kind === 1) {
    for (let i = 0; i < 7; i++) {
      const [px, py] = polar(x, y, i === 0 ? 0 : r * 0.56, (i / 6) * 2 * Math.PI + 1);
      drawn += circle(
        px,
        py,
        r * (i === 0 ? 0.27 : chance.between(0.19, 0.26)),
        at([food, side, inks.ink], i),
      );
    }
  } else if (kind === 2) {
    drawn +=
      circle(x - r * 0.1, y + r * 0.05, r * 0.66, food) +
      circle(x + r * 0.06, y - r * 0.04, r * 0.3, apartFrom(sheet, food, side));
    for (let i = 0; i < 3; i++)
      drawn += ellipse(
        x + r * (0.5 - i * 0.06),
        y + r * (0.3 + i * 0.19),
        r * 0.2,
        r * 0.075,
        inks.ink,
        rotated(-30 + i * 24, x + r * 0.5, y + r * 0.4),
      );
  } else {
    // Spaghetti, wound.
    for (let i = 0; i < 9; i++)
      drawn += ring(
        x + chance.between(-0.06, 0.06) * r,
        y + chance.between(-0.06, 0.06) * r,
        r * (0.7 - i * 0.075),
        i % 3 === 2 ? side : food,
        r * 0.045,
      );
  }
  const [left, right, tall, w] = [x - r * 1.27, x + r * 1.27, r * 1.9, r * 0.13];
  const top = y - tall / 2;
  drawn += rect(left - w * 0.28, top + tall * 0.3, w * 0.56, tall * 0.7, inks.ink);
  for (const i of [-1, 0, 1])
    drawn += rect(left + i * w * 0.62 - w * 0.16, top, w * 0.32, tall * 0.22, inks.ink);
  drawn += path(
    d`M${left - w * 0.78} ${top + tall * 0.2}h${w * 1.56}q0 ${tall * 0.15} ${-w * 0.5} ${tall * 0.15}h${-w * 0.56}q${-w * 0.5} 0 ${-w * 0.5} ${-tall * 0.15}Z`,
    inks.ink,
  );
  return (
    drawn +
    path(
      d`M${right - w * 0.3} ${top + tall}V${top}q${w * 1.3} ${tall * 0.2} ${w * 0.6} ${tall * 0.5}V${top + tall}Z`,
      inks.ink,
    )
  );
};

/** Eggs in rows; one of them is fried. */
export const eggs: Scene = (sheet, area) => {
  const { chance, inks } = sheet;
  const back = backOf(sheet);
  const shell = apartFrom(sheet, back);
  const yolk = apartFrom(sheet, inks.paper === back ? shell : inks.paper, back);
  const columns = sheet.wide ? 5 : chance.pick([3, 4]);
  const side = area.width / columns;
  const rows = Math.max(2, Math.round(area.height / (side * 1.12)));
  const odd = chance.below(columns * rows);
  let drawn = ground(area, back);
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i < columns; i++) {
      const [x, y] = [area.x + side * (i + 0.5), area.y + (area.height * (j + 0.5)) / rows];
      const r = Math.min(side * 0.38, (area.height / rows) * 0.36);
      if (i + j * columns === odd) {
        const white = back === inks.paper ? shell : inks.paper;
        drawn +=
          path(
            d`M${x - r * 1.2} ${y}q0 ${-r * 1.3} ${r} ${-r * 1.05}q${r * 1.5} ${-r * 0.3} ${r * 1.35} ${r * 0.8}q${r * 0.2} ${r * 1.2} ${-r * 1.1} ${r * 1.2}q${-r * 1.4} ${r * 0.3} ${-r * 1.25} ${-r * 0.95}Z`,
            white,
          ) + circle(x, y, r * 0.5, yolk);
      } else {
        drawn += path(
          d`M${x - r} ${y + r * 0.2}C${x - r} ${y - r * 1.75} ${x + r} ${y - r * 1.75} ${x + r} ${y + r * 0.2}A${r} ${r} 0 0 1 ${x - r} ${y + r * 0.2}Z`,
          (i + j) % 3 === 1 ? (inks.ink === back ? inks.paper : inks.ink) : shell,
        );
      }
    }
  }
  return drawn;
};

/** Fish, head to tail. */
export const fish: Scene = (sheet, area) => {
  const { chance } = sheet;
  const back = backOf(sheet);
  const count = sheet.wide ? 3 : chance.pick([3, 5]);
  const height = area.height / count;
  const colours = [...sheet.plates, sheet.inks.paper].filter((ink) => ink !== back);
  const facing = chance.yes() ? 1 : 0;
  let drawn = ground(area, back);
  for (let i = 0; i < count; i++) {
    const long = Math.min(area.width * 0.43, height * 1.7);
    const colour = at(colours, i);
    const eye = apartFrom(sheet, colour);
    const deep = height * 0.62;
    const body = d`M${-long} 0C${-long * 0.6} ${-deep} ${long * 0.3} ${-deep * 0.9} ${long * 0.72} 0C${long * 0.3} ${deep * 0.9} ${-long * 0.6} ${deep} ${-long} 0Z`;
    const tail = d`M${long * 0.62} 0L${long} ${-height * 0.36}V${height * 0.36}Z`;
    const scales = [0, 1, 2, 3, 4]
      .map((q) =>
        stroke(
          d`M${-long * 0.36 + q * long * 0.2} ${-height * 0.2}q${height * 0.16} ${height * 0.2} 0 ${height * 0.4}`,
          eye,
          height * 0.045,
        ),
      )
      .join('');
    const turn = (i + facing) % 2 === 1 ? 1 : -1;
    drawn += `<g transform="translate(${n(area.x + area.width / 2)} ${n(area.y + height * (i + 0.5))}) scale(${turn} 1)">${path(body, colour)}${path(tail, colour)}${circle(-long * 0.7, -height * 0.06, height * 0.075, eye)}${scales}</g>`;
  }
  return drawn;
};

/** A loaf between two ears of corn. */
export const loaf: Scene = (sheet, area) => {
  const { chance, inks } = sheet;
  const wall = backOf(sheet);
  const cloth = apartFrom(sheet, wall, inks.ink);
  const bread = apartFrom(sheet, wall, cloth);
  const cut = apartFrom(sheet, bread);
  const line = inks.ink === wall ? inks.paper : inks.ink;
  const k = Math.min(area.width, area.height) / 100;
  const x = area.x + area.width / 2;
  const y = area.y + area.height * 0.72;
  const l = 38 * k;
  let drawn = ground(area, wall) + rect(area.x, y, area.width, area.height, cloth);
  drawn += path(d`M${x - l} ${y}v${-14 * k}a${l} ${32 * k} 0 0 1 ${2 * l} 0v${14 * k}Z`, bread);
  const cuts = 3 + chance.below(2);
  for (let i = 0; i < cuts; i++) {
    const cx = x - l * 0.62 + (i * l * 1.2) / (cuts - 1);
    drawn += path(
      d`M${cx} ${y - 12 * k}q${2 * k} ${-15 * k} ${13 * k} ${-21 * k}q${k} ${13 * k} ${-7 * k} ${22 * k}Z`,
      cut,
    );
  }
  for (const side of [-1, 1]) {
    const ex = x + side * (l + 3 * k);
    drawn += stroke(d`M${ex} ${y}q${side * 1.4 * k} ${-26 * k} ${side * 3.6 * k} ${-44 * k}`, line, 1.6 * k);
    for (let i = 0; i < 6; i++) {
      const [gx, gy] = [ex + side * (1.4 + i * 0.5) * k, y - 22 * k - i * 6.2 * k];
      for (const q of [-1, 1])
        drawn += ellipse(gx + q * 3.4 * k, gy, 2.4 * k, 4.8 * k, line, rotated(q * 32, gx + q * 3.4 * k, gy));
    }
  }
  return drawn + rect(x - l - 6 * k, y, 2 * l + 12 * k, 4 * k, line);
};

/** A wheel of cheese, a wedge taken out. */
export const cheese: Scene = (sheet, area) => {
  const { chance } = sheet;
  const back = backOf(sheet);
  const rind = apartFrom(sheet, back);
  const paste = apartFrom(sheet, rind, back);
  const short = Math.min(area.width, area.height);
  const [x, y] = [area.x + area.width / 2, area.y + area.height / 2];
  const r = short * 0.44;
  const turn = chance.pick([-50, 20, 100]);
  const piece = (radius: number) => {
    const [a, b] = [polar(x, y, radius, 0), polar(x, y, radius, -0.9)];
    return d`M${x} ${y}L${a[0]} ${a[1]}A${radius} ${radius} 0 1 1 ${b[0]} ${b[1]}Z`;
  };
  const wedge = (radius: number) => {
    const [a, b] = [polar(x, y, radius, -0.9), polar(x, y, radius, 0)];
    return d`M${x} ${y}L${a[0]} ${a[1]}A${radius} ${radius} 0 0 1 ${b[0]} ${b[1]}Z`;
  };
  let holes = '';
  for (let i = 0; i < 13; i++) {
    const [hx, hy] = polar(x, y, r * Math.sqrt(chance.next()) * 0.76, 0.3 + chance.next() * 4.7);
    holes += circle(hx, hy, r * chance.between(0.035, 0.12), back === paste ? rind : back);
  }
  const [ox, oy] = polar(0, 0, r * 0.34, -0.45);
  return `${ground(area, back)}<g${rotated(turn, x, y)}>${path(piece(r), rind)}${path(piece(r * 0.9), paste)}${holes}<g transform="translate(${n(ox)} ${n(oy)})">${path(wedge(r), rind)}${path(wedge(r * 0.9), paste)}</g></g>`;
};
