import { contrast } from '../colour.ts';
import { compose } from '../layout.ts';
import { at } from '../random.ts';
import { type Box, circle, d, path, rect, ringPiece } from '../shapes.ts';
import type { Sheet } from '../sheet.ts';

type Colours = (index: number) => string;

/** Rings of one weight; each is one long note, or two with a rest between. */
function wheel(
  { chance }: Sheet,
  x: number,
  y: number,
  radius: number,
  rings: number,
  colour: Colours,
): string {
  const weight = radius / (rings + 0.55);
  let drawn = '';
  for (let i = 1; i <= rings; i++) {
    const outer = weight * (i + 0.5);
    const inner = outer - weight * 0.84;
    const from = chance.below(12) * 30;
    const length = chance.pick([150, 180, 210, 240, 270]);
    drawn += ringPiece(x, y, inner, outer, from, from + length, colour(i));
    if (chance.yes(0.62) && length < 270) {
      drawn += ringPiece(x, y, inner, outer, from + length + 30, from + 330, colour(i + 1 + chance.below(2)));
    }
  }
  return drawn + circle(x, y, weight * 0.5, colour(1));
}

/** Rings cut by an angle, in a rhythm of two broad and one narrow. */
function sector(
  { chance }: Sheet,
  x: number,
  y: number,
  radius: number,
  rings: number,
  from: number,
  span: number,
  colour: Colours,
): string {
  const weight = radius / (rings + 0.4);
  let drawn = '';
  for (let i = 0; i < rings; i++) {
    const outer = weight * (i + 1.4);
    const inner = outer - weight * (i % 3 === 2 ? 0.46 : 0.86);
    const cut = from + span * chance.pick([0.25, 0.33, 0.5, 0.66, 0.75]);
    const first = chance.below(3);
    const rest = chance.yes(0.4) ? span * 0.085 : 0;
    drawn += ringPiece(x, y, inner, outer, from, cut, colour(i + first));
    drawn += ringPiece(x, y, inner, outer, cut + rest, from + span, colour(i + first + 1));
  }
  return drawn + ringPiece(x, y, 0.1, weight * 0.4, from, from + span, colour(1));
}

type Composition = (sheet: Sheet, area: Box, colour: Colours) => string;

/** Rows of half rings, each row shifted by half, like scales. */
const scales: Composition = (sheet, area, colour) => {
  const across = sheet.wide ? 3 : sheet.chance.pick([2, 3]);
  const radius = area.width / across / 2;
  const rows = Math.ceil(area.height / radius) + 1;
  let drawn = '';
  for (let row = 1; row <= rows; row++) {
    for (let i = 0; i <= across; i++) {
      const x = area.x + radius * (2 * i + (row % 2));
      const y = area.y + row * radius;
      const first = sheet.chance.below(3);
      // Its own ground hides what the row above left there.
      drawn += circle(x, y, radius, sheet.inks.paper);
      for (let ring = 0; ring < 3; ring++) {
        const outer = radius * (0.96 - ring * 0.3);
        drawn += ringPiece(x, y, outer - radius * 0.2, outer, 180, 360, colour(first + ring));
      }
    }
  }
  return drawn;
};

/** Arches of unlike width, standing side by side on one floor. */
const arcade: Composition = ({ chance }, area, colour) => {
  const floor = area.y + area.height;
  const widths = chance.shuffled([0.5, 0.3, 0.2]).map((share) => share * area.width);
  let drawn = '';
  let x = area.x;
  for (const [i, width] of widths.entries()) {
    const rings = Math.max(2, Math.round((width / area.width) * 11));
    const weight = width / 2 / (rings + 0.3);
    const y = area.y + Math.max(width / 2, area.height * chance.between(0.12, 0.4));
    for (let ring = 0; ring < rings; ring++) {
      const outer = width / 2 - ring * weight;
      const inner = outer - weight * (ring % 3 === 1 ? 0.42 : 0.86);
      const fill = colour(ring + i);
      const centre = x + width / 2;
      drawn += ringPiece(centre, y, inner, outer, 180, 360, fill);
      for (const side of [-outer, inner]) {
        drawn += `<rect x="${(centre + side).toFixed(1)}" y="${(y - 1.5).toFixed(1)}" width="${(outer - inner).toFixed(1)}" height="${(floor - y + 4).toFixed(1)}" fill="${fill}"/>`;
      }
    }
    x += width;
  }
  return drawn;
};

/** A phrase from edge to edge: half rings up and down by turns, joined end to end. */
const phrase: Composition = ({ chance, wide }, area, colour) => {
  const rows = wide || area.height < area.width * 0.7 ? 1 : 2;
  const radius = area.height / (rows === 1 ? 2.05 : 3.4);
  const weight = radius / 5.2;
  const pitch = radius * 2 - weight * 4.46;
  const start = area.x - radius * chance.between(0, 0.8);
  let drawn = '';
  for (let row = 0; row < rows; row++) {
    const y = area.y + area.height * (rows === 1 ? 0.5 : 0.3 + row * 0.4);
    for (let i = 0; start + i * pitch - radius < area.x + area.width; i++) {
      const up = (i + row) % 2 === 0 ? 180 : 0;
      for (let ring = 0; ring < 5; ring++) {
        const outer = radius - ring * weight * 0.92;
        // What is outside in a bend upwards is inside in the next one.
        // A little more than half, so that no seam shows where two of them meet.
        const fill = colour(i % 2 === 0 ? ring : 4 - ring);
        drawn += ringPiece(start + i * pitch, y, outer - weight * 0.78, outer, up - 0.6, up + 180.6, fill);
      }
    }
  }
  return drawn;
};

/** Pipes of an organ: round at the top, each with a mouth, on one floor. */
const pipes: Composition = ({ chance, wide }, area, colour) => {
  const count = chance.pick(wide ? [6, 8] : [5, 7, 9]);
  const width = area.width / count;
  const peak = chance.between(0, count - 1);
  const floor = area.y + area.height + 2;
  let drawn = '';
  for (let i = 0; i < count; i++) {
    const short = Math.abs(i - peak) / count;
    const radius = width * 0.43;
    const x = area.x + (i + 0.5) * width;
    const y = area.y + radius + area.height * (0.04 + short * 0.66);
    const top = d`M${x - radius} ${floor}V${y}A${radius} ${radius} 0 0 1 ${x + radius} ${y}V${floor}Z`;
    const mouth = Math.max(y, area.y + area.height * (0.7 + 0.1 * (i % 2)));
    drawn += path(top, colour(i)) + circle(x, mouth, radius * 0.56, colour(i + 1));
  }
  return drawn;
};

/** Quarters of rings in squares, each turned by chance. */
const quarters: Composition = (sheet, area, colour) => {
  const columns = sheet.wide ? 4 : sheet.chance.pick([2, 3, 4]);
  const side = area.width / columns;
  const rows = Math.max(1, Math.floor(area.height / side));
  const top = area.y === 0 ? 0 : area.y + (area.height - rows * side) / 2;
  let drawn = '';
  for (let cell = 0; cell < columns * rows; cell++) {
    const turn = sheet.chance.below(4);
    const x = area.x + ((cell % columns) + (turn === 1 || turn === 2 ? 1 : 0)) * side;
    const y = top + (Math.floor(cell / columns) + (turn > 1 ? 1 : 0)) * side;
    const rings = columns === 4 ? 3 : 4;
    for (let ring = 0; ring < rings; ring++) {
      const outer = side * (0.97 - (ring / rings) * 0.9);
      const inner = outer - (side / rings) * (ring % 2 === 0 ? 0.66 : 0.36);
      drawn += ringPiece(x, y, Math.max(0.1, inner), outer, turn * 90, turn * 90 + 90, colour(cell + ring));
    }
  }
  return drawn;
};

/** A stave from edge to edge, its notes as large as they go. */
const stave: Composition = ({ chance, inks, unit }, area, colour) => {
  const gap = area.height / 6;
  const lines = [1, 2, 3, 4, 5].map((i) =>
    rect(area.x, area.y + i * gap - unit * 0.3, area.width, unit * 0.6, inks.ink),
  );
  const count = Math.max(3, Math.round(area.width / (gap * 1.55)));
  let place = 2 + chance.below(6);
  const notes = Array.from({ length: count }, (_, i) => {
    place = Math.min(9, Math.max(2, place + chance.pick([-3, -2, -1, 1, 2, 3])));
    const [x, y] = [area.x + ((i + 0.5) * area.width) / count, area.y + (place * gap) / 2 + gap / 2];
    const open = chance.yes(0.3) ? circle(x, y, gap * 0.24, inks.paper) : '';
    return circle(x, y, gap * 0.56, colour(i)) + open;
  });
  return lines.join('') + notes.join('');
};

/** Rings cut down the middle, one half moved so that other rings meet. */
const shifted: Composition = ({ chance, wide }, area, colour) => {
  const rings = chance.pick([5, 6, 7]);
  const radius = wide ? area.height * 0.56 : Math.min(area.width * 0.47, area.height * 0.42);
  const weight = radius / rings;
  const [x, y] = [area.x + area.width / 2, area.y + area.height / 2];
  const shift = weight * chance.pick([-1, 1]);
  let drawn = '';
  for (let ring = 0; ring < rings; ring++) {
    const outer = radius - ring * weight;
    const inner = Math.max(0.1, outer - weight * (ring % 3 === 1 ? 0.5 : 0.84));
    drawn += ringPiece(x, y - shift, inner, outer, 90, 270, colour(ring));
    drawn += ringPiece(x, y + shift, inner, outer, 270, 450, colour(ring + 1));
  }
  return drawn;
};

/** The side a form may leave the sheet on: on a wide one that away from the words. */
const outerLeft = (sheet: Sheet, area: Box) => (sheet.wide ? area.x === 0 : sheet.chance.yes());

const compositions: Composition[] = [
  (sheet, area, colour) => {
    const x = area.x + area.width * (sheet.wide ? 0.5 : sheet.chance.between(0.38, 0.62));
    // Whole, or cut by the edge of the sheet: never by the paper of the words.
    const bleeds = area.y === 0 && sheet.chance.yes(0.4);
    const radius = sheet.wide
      ? Math.min(area.height * 0.62, area.width * 0.48)
      : Math.min(area.height * (bleeds ? 0.62 : 0.49), area.width * 0.56);
    if (bleeds && !sheet.wide) return wheel(sheet, x, area.y + area.height - radius, radius, 6, colour);
    return wheel(sheet, x, area.y + area.height / 2, radius, 5, colour);
  },
  (sheet, area, colour) => {
    const radius = sheet.wide
      ? Math.min(area.width * 0.52, area.height * 1.1)
      : Math.min(area.width * 0.74, area.height * 0.98);
    return sector(sheet, area.x + area.width / 2, area.y + area.height, radius, 6, 180, 180, colour);
  },
  (sheet, area, colour) => {
    const left = outerLeft(sheet, area);
    const radius = Math.min(area.width * 1.06, area.height * 1.12);
    const x = left ? area.x : area.x + area.width;
    return sector(sheet, x, area.y + area.height, radius, 8, left ? 270 : 180, 90, colour);
  },
  (sheet, area, colour) => {
    const radius = Math.min(area.width * 0.34, area.height * 0.36);
    const left = sheet.chance.yes();
    const x = (share: number) => area.x + area.width * (left ? share : 1 - share);
    return (
      wheel(sheet, x(0.34), area.y + radius * 1.02, radius, 4, colour) +
      wheel(sheet, x(0.75), area.y + area.height - radius * 0.72, radius * 0.7, 3, (i) => colour(i + 1))
    );
  },
  (sheet, area, colour) => {
    const radius = Math.min(area.width * 0.98, area.height * 0.52);
    const left = outerLeft(sheet, area);
    const [near, far] = left ? [area.x, area.x + area.width] : [area.x + area.width, area.x];
    return (
      sector(sheet, near, area.y + area.height * 0.5, radius, 6, left ? 270 : 90, 180, colour) +
      (sheet.wide
        ? sector(sheet, near + (far - near) * 0.74, area.y + area.height, radius * 0.5, 4, 180, 180, (i) =>
            colour(i + 2),
          )
        : sector(sheet, far, area.y + area.height, radius * 0.82, 5, left ? 180 : 270, 90, (i) =>
            colour(i + 2),
          ))
    );
  },
  scales,
  arcade,
  phrase,
  pipes,
  quarters,
  stave,
  shifted,
];

/** Concentric arcs, in a rhythm of notes and rests. */
export function arcs(sheet: Sheet): string {
  const { chance, inks } = sheet;
  const draw = chance.pick(compositions);
  const seen = [...new Set([inks.ink, inks.a, inks.b, inks.c])].filter(
    (ink) => contrast(ink, inks.paper) > 1.9,
  );
  const order = chance.shuffled(seen);
  return compose(
    sheet,
    {
      face: 'normal',
      largest: [11.5, 12.5],
      titleShare: 0.17,
      tall: ['framed', 'above', 'below'],
      wide: ['left', 'right'],
    },
    (area) => draw(sheet, area, (index) => at(order, index)),
  );
}
