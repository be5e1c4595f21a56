import { contrast } from '../colour.ts';
import { compose, ground } from '../layout.ts';
import { at } from '../random.ts';
import { type Box, blob, circle, type Point, polygon } from '../shapes.ts';
import { apartFrom, type Sheet } from '../sheet.ts';

type Composition = (sheet: Sheet, area: Box, colours: string[]) => string;

/** Sheets cut a little smaller each, piled up on a place. */
function pile(
  sheet: Sheet,
  x: number,
  y: number,
  radius: number,
  count: number,
  colours: string[],
  flat = 1,
): string {
  const { chance, unit } = sheet;
  const [p, q, r] = [chance.between(0, 6), chance.between(0, 6), chance.between(0, 6)];
  let drawn = '';
  for (let i = 0; i < count; i++) {
    const size = radius * (1 - i / count) ** 1.15;
    const drift = (i * unit * radius) / 900;
    const [cx, cy] = [x + Math.sin(i * 0.45 + p) * drift, y + Math.cos(i * 0.38 + q) * drift];
    const points = Array.from({ length: 44 }, (_, k): Point => {
      const angle = (k / 44) * 2 * Math.PI;
      const edge =
        1 +
        0.13 * Math.sin(angle * 2 + p + i * 0.16) +
        0.1 * Math.sin(angle * 3 + q - i * 0.22) +
        0.055 * Math.sin(angle * 5 + r + i * 0.3);
      return [cx + size * edge * Math.cos(angle), cy + size * edge * flat * Math.sin(angle)];
    });
    drawn += blob(points, at(colours, i));
  }
  return drawn;
}

const hill: Composition = (sheet, area, colours) => {
  const x = area.x + area.width * sheet.chance.between(0.3, 0.7);
  const y = area.y + area.height * sheet.chance.between(0.4, 0.6);
  return pile(sheet, x, y, Math.max(area.width, area.height) * 0.84, 10, colours);
};

const islands: Composition = (sheet, area, colours) => {
  const { chance } = sheet;
  const sea = apartFrom(sheet, sheet.inks.paper);
  const land = colours.filter((colour) => colour !== sea);
  const places = chance
    .shuffled([
      [0.27, 0.26],
      [0.74, 0.6],
      [0.26, 0.8],
      [0.8, 0.16],
    ] as const)
    .slice(0, 3);
  const short = Math.min(area.width, area.height);
  return (
    ground(area, sea) +
    places
      .map(([x, y], i) =>
        pile(
          sheet,
          area.x + area.width * x,
          area.y + area.height * y,
          short * at([0.42, 0.32, 0.24], i),
          5,
          land,
        ),
      )
      .join('')
  );
};

/** The line of a mountain range from left to right: t from 0 to 1 gives its height, about 0 to 1. */
function skyline(sheet: Sheet, rough: number): (t: number) => number {
  const { chance } = sheet;
  const waves = [1, 2.3, 4.1].map((speed, i) => ({
    speed: speed * chance.between(0.8, 1.2) * 5,
    size: [0.5, 0.3, 0.2][i] ?? 0.2,
    phase: chance.between(0, 6),
  }));
  return (t) =>
    waves.reduce(
      (sum, { speed, size, phase }) => sum + size * (1 - Math.abs(Math.sin(t * speed * 0.5 + phase)) * rough),
      0,
    );
}

const ranges: Composition = (sheet, area, colours) => {
  const { chance, inks } = sheet;
  const count = sheet.wide ? 5 : 6;
  const sky = chance.yes() ? inks.paper : apartFrom(sheet, inks.paper);
  const light = apartFrom(sheet, sky);
  const short = Math.min(area.width, area.height);
  const sun = circle(
    area.x + area.width * chance.between(0.25, 0.75),
    area.y + area.height * 0.26,
    short * 0.17,
    light,
  );
  const rough = chance.pick([0.6, 1, 1.4]);
  let drawn = ground(area, sky) + sun;
  const order = colours.filter((colour) => colour !== sky && colour !== light);
  for (let i = 0; i < count; i++) {
    const line = skyline(sheet, rough);
    const base = area.y + area.height * (0.42 + (0.66 * i) / count);
    const points = Array.from(
      { length: 61 },
      (_, k): Point => [area.x + (area.width * k) / 60, base - (line(k / 60) - 0.4) * area.height * 0.24],
    );
    drawn += polygon(
      [...points, [area.x + area.width, area.y + area.height], [area.x, area.y + area.height]],
      at([...order, light, sky], i),
    );
  }
  return drawn;
};

/** Bands that wind like a river through its fields. */
const river: Composition = (sheet, area, colours) => {
  const { chance } = sheet;
  const upright = area.height >= area.width;
  const count = 8;
  const [bend, phase, lean] = [chance.between(0.09, 0.16), chance.between(0, 6), chance.between(-0.3, 0.3)];
  const long = upright ? area.height : area.width;
  const broad = upright ? area.width : area.height;
  const edge = (i: number): Point[] =>
    Array.from({ length: 49 }, (_, k): Point => {
      const t = k / 48;
      const winding = Math.sin(t * 6.5 + phase) * bend + Math.sin(t * 11 + phase * 2 + i * 0.24) * bend * 0.3;
      const across =
        (i / count) * 1.5 - 0.25 + winding * (1.2 - Math.abs(i / count - 0.5)) + lean * (t - 0.5);
      return upright
        ? [area.x + across * broad, area.y + t * long]
        : [area.x + t * long, area.y + across * broad];
    });
  const edges = Array.from({ length: count + 1 }, (_, i) => edge(i));
  const far = (side: number): Point[] => {
    const x = side < 0 ? -broad : broad * 2;
    return upright
      ? [
          [area.x + x, area.y],
          [area.x + x, area.y + long],
        ]
      : [
          [area.x, area.y + x],
          [area.x + long, area.y + x],
        ];
  };
  const bands = [far(-1), ...edges, far(1)];
  let drawn = '';
  for (let i = 0; i + 1 < bands.length; i++) {
    drawn += polygon([...at(bands, i), ...at(bands, i + 1).toReversed()], at(colours, i));
  }
  return drawn;
};

/** Rays over a horizon, the ground below in its own lines. */
const horizon: Composition = (sheet, area, colours) => {
  const { chance, inks } = sheet;
  const sky = apartFrom(sheet, inks.paper);
  const light = apartFrom(sheet, sky);
  const x = area.x + area.width * chance.pick([0.3, 0.5, 0.7]);
  const y = area.y + area.height * chance.between(0.5, 0.62);
  let drawn = ground(area, sky);
  const rings = 6;
  for (let i = 0; i < rings; i++) {
    const radius = Math.min(area.width, area.height) * (0.86 - i * 0.14);
    drawn += circle(x, y, radius, i % 2 === 0 ? light : at([sky, ...colours], i));
  }
  const fields = 5;
  const order = colours.filter((colour) => colour !== light);
  for (let i = 0; i < fields; i++) {
    const top = y + ((area.y + area.height - y) * i ** 1.3) / fields ** 1.3;
    const phase = chance.between(0, 6);
    const line = Array.from(
      { length: 31 },
      (_, k): Point => [
        area.x + (area.width * k) / 30,
        top + Math.sin((k / 30) * 5 + phase) * area.height * 0.018 * (i + 1),
      ],
    );
    drawn += polygon(
      [...line, [area.x + area.width, area.y + area.height], [area.x, area.y + area.height]],
      at(order, i),
    );
  }
  return drawn;
};

/** Rings of a felled tree. */
const timber: Composition = (sheet, area, colours) => {
  const { chance, inks } = sheet;
  const back = apartFrom(sheet, inks.paper);
  const two = [
    inks.paper,
    at(
      colours.filter((colour) => contrast(colour, inks.paper) > 1.5 && colour !== back),
      0,
    ),
  ];
  const short = Math.min(area.width, area.height);
  const x = area.x + area.width * chance.between(0.42, 0.58);
  return ground(area, back) + pile(sheet, x, area.y + area.height / 2, short * 0.5, 15, two);
};

/** Stacked sheets of colour: hills, lakes, a score of heights. */
export function contour(sheet: Sheet): string {
  const { chance, inks, plates } = sheet;
  const draw = chance.pick([hill, hill, islands, ranges, ranges, river, horizon, timber]);
  const colours = chance.shuffled([...new Set([...plates, inks.ink, inks.paper])]);
  return compose(
    sheet,
    {
      face: 'condensed',
      capitals: true,
      largest: [14, 14],
      titleShare: 0.17,
      tall: ['below', 'below', 'above', 'hanging'],
      wide: ['left', 'right', 'strip'],
    },
    (area) => draw(sheet, area, colours),
  );
}
