import { contrast } from '../colour.ts';
import { compose, ground } from '../layout.ts';
import { at } from '../random.ts';
import { type Box, circle, type Point, polar, polygon } from '../shapes.ts';
import type { Sheet } from '../sheet.ts';
import { centre, frond, motifsFor, type Place, pebble, solos, star, wobble } from './cut-motifs.ts';

/** Sheets of coloured paper as parts of the picture: x, y, width, height. */
type Cut = readonly [x: number, y: number, width: number, height: number];

const layouts: ((sheet: Sheet) => Cut[])[] = [
  ({ chance }) => {
    const [x, y] = [chance.between(0.34, 0.64), chance.between(0.4, 0.62)];
    return [
      [0, 0, x, y],
      [x, 0, 1 - x, y - 0.12],
      [0, y, x + 0.08, 1 - y],
      [x + 0.08, y - 0.12, 0.92 - x, 1.12 - y],
    ];
  },
  // Columns of unlike width, one of them cut across.
  ({ chance }) => {
    const [q, cut] = [chance.between(0.24, 0.44), chance.between(0.3, 0.7)];
    const widths = chance.shuffled([q, 0.36, 0.64 - q]);
    const split = chance.below(3);
    let x = 0;
    return widths.flatMap((width, i): Cut[] => {
      const from = x;
      x += width;
      return i === split
        ? [
            [from, 0, width, cut],
            [from, cut, width, 1 - cut],
          ]
        : [[from, 0, width, 1]];
    });
  },
  // Two unlike halves.
  ({ chance }) => {
    const q = chance.pick([0.38, 0.5, 0.62]);
    return [
      [0, 0, q, 1],
      [q, 0, 1 - q, 1],
    ];
  },
  // A band along one side, squares beside it.
  ({ chance }) => {
    const q = chance.between(0.24, 0.32);
    return [
      [0, 0, 1, q],
      [0, q, 0.5, (1 - q) / 2],
      [0.5, q, 0.5, (1 - q) / 2],
      [0, (1 + q) / 2, 0.5, (1 - q) / 2],
      [0.5, (1 + q) / 2, 0.5, (1 - q) / 2],
    ];
  },
  ({ chance }) => {
    const q = chance.between(0.42, 0.56);
    return [
      [0, 0, 0.66, 1],
      [0.66, 0, 0.34, q],
      [0.66, q, 0.34, 1 - q],
    ];
  },
  () => [
    [0, 0, 1, 0.34],
    [0, 0.34, 0.62, 0.3],
    [0.62, 0.34, 0.38, 0.3],
    [0, 0.64, 1, 0.36],
  ],
  () =>
    [0, 1, 2].flatMap((i): Cut[] => [
      [i / 3, 0, 1 / 3, 0.5],
      [i / 3, 0.5, 1 / 3, 0.5],
    ]),
  ({ chance }) => {
    const y = chance.between(0.56, 0.7);
    return [
      [0, 0, 1, y],
      [0, y, 0.5, 1 - y],
      [0.5, y, 0.5, 1 - y],
    ];
  },
  // Windmill: four around a small middle.
  () => [
    [0, 0, 0.64, 0.36],
    [0.64, 0, 0.36, 0.64],
    [0.36, 0.64, 0.64, 0.36],
    [0, 0.36, 0.36, 0.64],
    [0.36, 0.36, 0.28, 0.28],
  ],
  () => [
    [0, 0, 1, 0.25],
    [0, 0.25, 1, 0.25],
    [0, 0.5, 1, 0.25],
    [0, 0.75, 1, 0.25],
  ],
];

/**
 * Cuts sheets by hand: no corner is quite right, and where sheets meet they share the mistake. Each reaches a little
 * under those that are laid after it, so nothing shows through between two.
 */
function cutter({ chance, unit }: Sheet, area: Box): (box: Box, colour: string) => string {
  const corners = new Map<string, Point>();
  // Where the picture ends they reach beyond it.
  const outwards = (at: number, from: number, length: number) =>
    at < from + 1
      ? from - unit
      : at > from + length - 1
        ? from + length + unit
        : at + wobble(chance, unit * 2);
  const corner = (x: number, y: number): Point => {
    const key = `${Math.round(x)} ${Math.round(y)}`;
    const known = corners.get(key) ?? [outwards(x, area.x, area.width), outwards(y, area.y, area.height)];
    corners.set(key, known);
    return known;
  };
  const under = unit * 2;
  return ({ x, y, width, height }, colour) => {
    const [a, b, c, e] = [
      corner(x, y),
      corner(x + width, y),
      corner(x + width, y + height),
      corner(x, y + height),
    ];
    return polygon([a, [b[0] + under, b[1]], [c[0] + under, c[1] + under], [e[0], e[1] + under]], colour);
  };
}

function colours(sheet: Sheet, back: string): Omit<Place, 'box'> {
  const told = [sheet.inks.paper, ...sheet.plates].filter((ink) => ink !== back && contrast(ink, back) > 1.6);
  const [colour, second] = sheet.chance.shuffled(told.length > 0 ? told : [sheet.inks.ink]);
  return { back, colour: colour ?? sheet.inks.ink, second: second ?? colour ?? back };
}

/** Long sheets hold a row of like motifs or one long leaf, others a single motif. */
function fill(sheet: Sheet, place: Place): string {
  const { chance } = sheet;
  const { box, colour, second } = place;
  const motifs = motifsFor(sheet.category);
  const ratio = box.height / box.width;
  if (ratio < 1.6 && ratio > 0.62) return chance.pick(motifs)(sheet, place);
  if (ratio >= 1.6 && chance.yes(0.4)) {
    const breadth = (box.width * 0.86) / (box.height * 0.6);
    return frond(
      chance,
      centre(box),
      { length: box.height * 0.94, angle: 1.57 + wobble(chance, 0.08), lobes: 7 + chance.below(3), breadth },
      colour,
    );
  }
  const motif = chance.pick(motifs);
  const count = Math.max(2, Math.min(5, Math.round(ratio > 1 ? ratio : 1 / ratio)));
  let drawn = '';
  for (let i = 0; i < count; i++) {
    const cell: Box =
      ratio > 1
        ? { ...box, y: box.y + (box.height * i) / count, height: box.height / count }
        : { ...box, x: box.x + (box.width * i) / count, width: box.width / count };
    drawn += motif(sheet, {
      ...place,
      box: cell,
      ...(i % 2 === 1 ? { colour: second, second: colour } : {}),
    });
  }
  return drawn;
}

function collage(sheet: Sheet, area: Box): string {
  const { chance, inks } = sheet;
  const mirrored = chance.yes();
  const cuts = chance.pick(layouts)(sheet);
  const boxes = cuts.map(([x, y, width, height]): Box => {
    const left = mirrored ? 1 - x - width : x;
    return {
      x: area.x + left * area.width,
      y: area.y + y * area.height,
      width: width * area.width,
      height: height * area.height,
    };
  });
  const backs = chance.shuffled([inks.paper, ...sheet.plates]);
  const turn = chance.yes() ? 1 : 2;
  const placed = boxes
    .map((box, i) => ({ box, back: at(backs, i * turn + (i > 2 ? 1 : 0)) }))
    .sort((one, other) => one.box.y - other.box.y || one.box.x - other.box.x);
  const cut = cutter(sheet, area);
  let drawn = ground(area, placed[0]?.back ?? inks.paper);
  for (const { box, back } of placed) drawn += cut(box, back);
  for (const { box, back } of placed) drawn += fill(sheet, { box, ...colours(sheet, back) });
  return drawn;
}

/** One figure that fills the picture, with a few small ones around it. */
function solo(sheet: Sheet, area: Box): string {
  const { chance, inks } = sheet;
  const back = at([...sheet.plates.slice(0, -1), inks.paper], chance.below(4));
  const place: Place = { box: area, ...colours(sheet, back) };
  const short = Math.min(area.width, area.height);
  const [cx, cy] = centre(area);
  let drawn = ground(area, back);
  const inset: Box = { x: cx - short * 0.5, y: cy - short * 0.5, width: short, height: short };
  drawn += chance.yes(0.5) ? pebble(chance, [cx, cy], short * 0.47, place.second) : '';
  const onto = drawn.includes(place.second) ? { ...place, back: place.second, second: place.back } : place;
  drawn += chance.pick(solos)(sheet, { ...onto, box: inset });
  for (const [x, y] of [
    [0.1, 0.12],
    [0.9, 0.14],
    [0.1, 0.88],
    [0.9, 0.86],
  ] as const) {
    const point: Point = [area.x + area.width * x, area.y + area.height * y];
    drawn += chance.yes()
      ? star(chance, point, short * 0.085, 6, place.colour)
      : pebble(chance, point, short * 0.06, place.second);
  }
  return drawn;
}

/** Many small cuttings, strewn over bare paper in a loose order. */
function strewn(sheet: Sheet, area: Box): string {
  const { chance, inks } = sheet;
  const across = area.width > area.height ? 4 : 3;
  const down = Math.max(2, Math.round((area.height / area.width) * across));
  const [width, height] = [area.width / across, area.height / down];
  const motifs = chance.shuffled(motifsFor(sheet.category)).slice(0, 3);
  let drawn = '';
  for (let j = 0; j < down; j++) {
    for (let i = 0; i < across; i++) {
      const box: Box = {
        x: area.x + i * width + wobble(chance, width * 0.12),
        y: area.y + j * height + wobble(chance, height * 0.12),
        width,
        height,
      };
      drawn += at(motifs, i + j * 2)(sheet, { box, ...colours(sheet, inks.paper) });
    }
  }
  return drawn;
}

/** Leaves out of one point, as in a vase. */
function bouquet(sheet: Sheet, area: Box): string {
  const { chance, inks } = sheet;
  const back = at([inks.paper, ...sheet.plates.slice(0, -1)], chance.below(3));
  const { colour, second } = colours(sheet, back);
  const third = [...sheet.plates, inks.paper].find(
    (ink) => ink !== colour && ink !== second && contrast(ink, back) > 1.5,
  );
  const count = 5 + chance.below(3);
  const [x, y] = [area.x + area.width / 2, area.y + area.height * 0.98];
  const reach = Math.min(area.height * 0.9, area.width * 0.85);
  let drawn = ground(area, back);
  for (let i = 0; i < count; i++) {
    const angle = -Math.PI / 2 + (i - (count - 1) / 2) * (2.3 / count);
    const far = reach * chance.between(0.78, 1);
    const ink = at([colour, second, third ?? colour], i);
    const [mx, my] = polar(x, y, far * 0.55, angle);
    drawn += frond(chance, [mx, my], { length: far * 0.9, angle, lobes: 6, breadth: 0.66 }, ink);
    if (i % 2 === 1)
      drawn += pebble(chance, polar(x, y, far * 1.04, angle), reach * 0.055, at([second, colour], i));
  }
  return drawn + circle(x, y + reach * 0.05, reach * 0.2, inks.ink === back ? inks.paper : inks.ink);
}

/** Scissors: sheets of colour, leaves and pebbles. */
export function cutpaper(sheet: Sheet): string {
  const draw = sheet.chance.pick([collage, collage, collage, solo, solo, strewn, bouquet]);
  return compose(
    sheet,
    {
      face: 'normal',
      largest: [11, 12.5],
      titleShare: 0.18,
      tall: ['framed', 'below', 'above', 'beside'],
      wide: ['left', 'right'],
    },
    (area) => draw(sheet, area),
  );
}
