import { contrast } from '../colour.ts';
import { compose } from '../layout.ts';
import { at } from '../random.ts';
import { type Box, circle, d, halfDisc, n, path, rect, stroke } from '../shapes.ts';
import type { Sheet } from '../sheet.ts';

/** A module in a square of that side, from its upper left corner. */
type Module = (side: number, colour: string) => string;

const quarter: Module = (s, colour) => path(d`M0 0H${s}A${s} ${s} 0 0 1 0 ${s}Z`, colour);
const hills: Module = (s, colour) =>
  path(
    d`M0 ${s / 2}A${s / 2} ${s / 2} 0 0 1 ${s} ${s / 2}ZM0 ${s}A${s / 2} ${s / 2} 0 0 1 ${s} ${s}Z`,
    colour,
  );
const disc: Module = (s, colour) => circle(s / 2, s / 2, s / 2, colour);
const triangle: Module = (s, colour) => path(d`M0 0H${s}L0 ${s}Z`, colour);
const bow: Module = (s, colour) =>
  path(
    d`M0 0H${s}A${s} ${s} 0 0 1 0 ${s}ZM0 0V${s / 2}A${s / 2} ${s / 2} 0 0 0 ${s / 2} 0Z`,
    colour,
    ' fill-rule="evenodd"',
  );
const stripes: Module = (s, colour) =>
  [0, 1, 2, 3].map((i) => rect(0, (i * s) / 4, s, s / 8, colour)).join('');
const leaf: Module = (s, colour) => path(d`M0 0A${s} ${s} 0 0 1 ${s} ${s}A${s} ${s} 0 0 1 0 0Z`, colour);
const halfModule: Module = (s, colour) => halfDisc(s / 2, s / 2, s / 2, 0, colour);
const dots: Module = (s, colour) =>
  [0.25, 0.75].flatMap((x) => [0.25, 0.75].map((y) => circle(s * x, s * y, s * 0.17, colour))).join('');
const cross: Module = (s, colour) =>
  rect(s * 0.36, 0, s * 0.28, s, colour) + rect(0, s * 0.36, s, s * 0.28, colour);
const steps: Module = (s, colour) =>
  path(d`M0 0H${s}V${s / 3}H${(s * 2) / 3}V${(s * 2) / 3}H${s / 3}V${s}H0Z`, colour);
const diamond: Module = (s, colour) => path(d`M${s / 2} 0L${s} ${s / 2}L${s / 2} ${s}L0 ${s / 2}Z`, colour);
/** A speech bubble. */
const bubble: Module = (s, colour) =>
  path(
    d`M${s / 2} 0A${s / 2} ${s / 2} 0 0 1 ${s / 2} ${s}H0V${s / 2}A${s / 2} ${s / 2} 0 0 1 ${s / 2} 0Z`,
    colour,
  );
const empty: Module = () => '';

const big = [quarter, bow, disc, leaf, halfModule, hills];

/** Few modules a poster, so that each has an accent of its own. */
const sets: Module[][] = [
  [quarter, hills, disc, triangle, bow, stripes, leaf],
  [quarter, bow, leaf],
  [triangle, steps, diamond, stripes],
  [disc, halfModule, dots, empty],
  [halfModule, hills, stripes, quarter],
  [cross, dots, diamond, disc],
  [leaf, disc, empty, quarter],
  [bubble, disc, stripes, bubble],
];

type Cells = { columns: number; rows: number; side: number; top: number };

/** Squares from edge to edge. A row that does not fit whole is cut by the edge of the sheet, not by the words. */
function cellsOf(area: Box, columns: number): Cells {
  const side = area.width / columns;
  const rows = Math.ceil(area.height / side - 0.02);
  return { columns, rows, side, top: area.y === 0 ? area.height - rows * side : area.y };
}

/** A colour and its ground that can be told apart. */
function pair({ chance, inks, plates }: Sheet): { colour: string; back: string } {
  const back = chance.yes(0.45) ? inks.paper : chance.pick(plates);
  const told = [inks.paper, ...plates].filter((ink) => ink !== back && contrast(ink, back) > 1.45);
  return { back, colour: told.length > 0 ? chance.pick(told) : inks.ink };
}

function place(
  x: number,
  y: number,
  side: number,
  quarterTurns: number,
  module: Module,
  colours: { colour: string; back: string },
) {
  const turn =
    quarterTurns === 0 ? '' : ` transform="rotate(${quarterTurns * 90} ${n(side / 2)} ${n(side / 2)})"`;
  // What is one form over several modules must not show their grounds where they meet.
  // The same on every side, because it is turned; and further than the ground, which would show as a hairline.
  const over = 0.8;
  const ground = rect(0, 0, side + over, side + over, colours.back);
  const figure = `<g transform="translate(${-over * 2} ${-over * 2})">${module(side + over * 4, colours.colour)}</g>`;
  return `<g transform="translate(${n(x)} ${n(y)})">${ground}<g${turn}>${figure}</g></g>`;
}

type Arrangement = (sheet: Sheet, area: Box) => string;

/** One giant module, a few double ones, the rest single. */
const giant: Arrangement = (sheet, area) => {
  const { chance } = sheet;
  const { columns, rows, side, top } = cellsOf(area, sheet.wide ? 4 : chance.pick([4, 5, 6]));
  const modules = chance.pick(sets);
  const used = new Set<number>();
  let drawn = '';
  const put = (i: number, j: number, size: number, module: Module) => {
    const cells = Array.from(
      { length: size * size },
      (_, k) => (j + Math.floor(k / size)) * columns + i + (k % size),
    );
    if (i + size > columns || j + size > rows || cells.some((cell) => used.has(cell))) return;
    for (const cell of cells) used.add(cell);
    drawn += place(area.x + i * side, top + j * side, side * size, chance.below(4), module, pair(sheet));
  };
  const size = Math.min(columns, rows, 2 + chance.below(2));
  put(chance.below(columns - size + 1), chance.below(rows - size + 1), size, chance.pick(big));
  for (let k = 0; k < 3; k++)
    put(chance.below(columns - 1), chance.below(Math.max(1, rows - 1)), 2, chance.pick(big));
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i < columns; i++) put(i, j, 1, chance.yes(0.1) ? empty : chance.pick(modules));
  }
  return drawn;
};

/** The left half again at the right, as in a mirror. */
const mirror: Arrangement = (sheet, area) => {
  const { chance } = sheet;
  const { columns, rows, side, top } = cellsOf(area, chance.pick([4, 6]));
  const modules = chance.pick(sets);
  const half = columns / 2;
  let drawn = '';
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i < half; i++) {
      const colours = pair(sheet);
      const module = chance.pick(modules);
      const turns = chance.below(4);
      drawn += place(area.x + i * side, top + j * side, side, turns, module, colours);
      const x = area.x + (columns - i) * side;
      drawn += `<g transform="translate(${n(x)} ${n(top + j * side)}) scale(-1 1)">${place(0, 0, side, turns, module, colours)}</g>`;
    }
  }
  return drawn;
};

/** A figure of four modules, repeated over the whole picture with changing colours. */
const tiles: Arrangement = (sheet, area) => {
  const { chance } = sheet;
  const { columns, rows, side, top } = cellsOf(area, sheet.wide ? 6 : chance.pick([4, 6, 8]));
  const modules = chance.pick(sets);
  // At most one of the four is bare ground.
  const bare = chance.below(4);
  const solid = modules.filter((module) => module !== empty);
  const figure = Array.from({ length: 4 }, (_, k) => ({
    module: chance.pick(k === bare ? modules : solid),
    turns: chance.below(4),
  }));
  const pairs = [pair(sheet), pair(sheet), pair(sheet)];
  const lean = chance.pick([1, 2, 3]);
  let drawn = '';
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i < columns; i++) {
      const { module, turns } = at(figure, (i % 2) + (j % 2) * 2);
      const colours = at(pairs, Math.floor(i / 2) + Math.floor(j / 2) * lean);
      drawn += place(area.x + i * side, top + j * side, side, turns, module, colours);
    }
  }
  return drawn;
};

/** Discs that grow across the picture, one of them in another colour. */
const growth: Arrangement = (sheet, area) => {
  const { chance, inks } = sheet;
  const { columns, side } = cellsOf(area, sheet.wide ? 8 : chance.pick([6, 7, 9]));
  const rows = Math.max(1, Math.floor(area.height / side));
  const top = area.y + (area.height - rows * side) / 2;
  const angle = chance.between(0, 6.28);
  const module = chance.pick([disc, diamond, halfModule, leaf, cross, quarter, bow, triangle]);
  const [main = inks.ink, other = inks.ink] = chance
    .shuffled(sheet.plates)
    .filter((ink) => contrast(ink, inks.paper) > 1.5);
  const odd = chance.below(columns * rows);
  let drawn = '';
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i < columns; i++) {
      const [x, y] = [(i + 0.5) / columns - 0.5, (j + 0.5) / rows - 0.5];
      const along = 0.5 + (x * Math.cos(angle) + y * Math.sin(angle)) * 0.85;
      const size = side * (0.14 + 0.82 * Math.min(1, Math.max(0, along)));
      const near = Math.floor(odd / columns) === j || odd % columns === i;
      const [px, py] = [area.x + (i + 0.5) * side - size / 2, top + (j + 0.5) * side - size / 2];
      drawn += `<g transform="translate(${n(px)} ${n(py)})">${module(size, near ? other : main)}</g>`;
    }
  }
  return drawn;
};

/** Quarter rings that join into winding paths, of one broad band, two bands or three lines. */
const paths: Arrangement = (sheet, area) => {
  const { chance, inks } = sheet;
  const { columns, rows, side, top } = cellsOf(area, sheet.wide ? 5 : chance.pick([3, 4, 6]));
  const bands = chance.shuffled(sheet.plates).slice(0, 2);
  const [outer, second = inks.paper] = [bands[0] ?? inks.ink, bands[1]];
  const inner = second === outer ? inks.paper : second;
  const strokes = chance.pick([
    [
      [0.56, outer],
      [0.24, inner],
    ],
    [
      [0.64, outer],
      [0.4, inks.paper],
      [0.2, outer],
    ],
    [
      [0.44, outer],
      [0.08, inks.paper],
    ],
    [
      [0.7, outer],
      [0.46, inner],
      [0.2, inks.paper],
    ],
  ] as const);
  // One path a layer over the whole picture: pieces laid side by side would show where they meet.
  const [r, e] = [side / 2, 0.5];
  let data = '';
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i < columns; i++) {
      const [x, y] = [area.x + i * side, top + j * side];
      const [right, bottom] = [x + side, y + side];
      data += chance.yes()
        ? d`M${x - e} ${y + r}H${x}A${r} ${r} 0 0 0 ${x + r} ${y}V${y - e}M${right + e} ${y + r}H${right}A${r} ${r} 0 0 0 ${x + r} ${bottom}V${bottom + e}`
        : d`M${x + r} ${y - e}V${y}A${r} ${r} 0 0 0 ${right} ${y + r}H${right + e}M${x - e} ${y + r}H${x}A${r} ${r} 0 0 1 ${x + r} ${bottom}V${bottom + e}`;
    }
  }
  return strokes.map(([width, ink]) => stroke(data, ink, side * width)).join('');
};

/** Speech bubbles that face each other, a word or two in some of them. */
const talking: Arrangement = (sheet, area) => {
  const { chance } = sheet;
  const { columns, rows, side, top } = cellsOf(area, sheet.wide ? 4 : chance.pick([2, 3, 4]));
  const pairs = [pair(sheet), pair(sheet)];
  let drawn = '';
  for (let cell = 0; cell < columns * rows; cell++) {
    const [i, j] = [cell % columns, Math.floor(cell / columns)];
    const colours = at(pairs, i + j);
    const [x, y] = [area.x + i * side, top + j * side];
    drawn += place(x, y, side, (i % 2 === 0 ? 0 : 3) + (j % 2 === 0 ? 0 : chance.below(2)), bubble, colours);
    const inner = chance.pick([empty, disc, stripes, dots]);
    drawn += `<g transform="translate(${n(x + side * 0.3)} ${n(y + side * 0.3)})">${inner(side * 0.4, colours.back)}</g>`;
  }
  return drawn;
};

/** Rows of heads and shoulders: who has come to listen. */
const audience: Arrangement = (sheet, area) => {
  const { chance, inks } = sheet;
  const { columns, rows, side, top } = cellsOf(area, sheet.wide ? 6 : chance.pick([3, 4, 5]));
  const told = sheet.plates.filter((ink) => contrast(ink, inks.paper) > 1.5);
  const one = chance.below(columns * rows);
  let drawn = '';
  for (let cell = 0; cell < columns * rows; cell++) {
    const [i, j] = [cell % columns, Math.floor(cell / columns)];
    const [x, y] = [area.x + (i + 0.5) * side, top + j * side];
    const body = cell === one ? inks.ink : at(told, (i + j) % 2);
    const head = cell === one ? at(told, 0) : at(told, (i + j + 1) % 2);
    drawn += halfDisc(x, y + side, side * 0.47, 0, body) + circle(x, y + side * 0.32, side * 0.21, head);
  }
  return drawn;
};

/** Squares, discs and diamonds one within the other. */
const nested: Arrangement = (sheet, area) => {
  const { chance, inks } = sheet;
  const { columns, rows, side, top } = cellsOf(area, sheet.wide ? 4 : chance.pick([2, 3, 4]));
  const inksInTurn = [inks.paper, ...sheet.plates];
  const shapes = [disc, diamond, chance.pick([disc, cross, leaf])];
  let drawn = '';
  for (let cell = 0; cell < columns * rows; cell++) {
    const [i, j] = [cell % columns, Math.floor(cell / columns)];
    const first = chance.below(inksInTurn.length);
    drawn += rect(area.x + i * side, top + j * side, side + 0.8, side + 0.8, at(inksInTurn, first));
    for (const [depth, share] of [0.86, 0.56, 0.28].entries()) {
      const [x, y] = [area.x + (i + 0.5 - share / 2) * side, top + (j + 0.5 - share / 2) * side];
      const figure = at(shapes, i + j + depth)(side * share, at(inksInTurn, first + depth + 1));
      drawn += `<g transform="translate(${n(x)} ${n(y)})">${figure}</g>`;
    }
  }
  return drawn;
};

/** Squares of stripes, more and fewer, along and across. */
const weave: Arrangement = (sheet, area) => {
  const { chance, inks } = sheet;
  const { columns, rows, side, top } = cellsOf(area, sheet.wide ? 6 : chance.pick([3, 4, 5]));
  const told = sheet.plates.filter((ink) => contrast(ink, inks.paper) > 1.5);
  let drawn = '';
  for (let cell = 0; cell < columns * rows; cell++) {
    const [i, j] = [cell % columns, Math.floor(cell / columns)];
    const count = chance.pick([1, 2, 3, 4, 6]);
    const ink = at(told, chance.below(2));
    for (let k = 0; k < count; k++) {
      const [x, y, step] = [area.x + i * side, top + j * side, (k * side) / count];
      const thin = side / count / 2;
      drawn += (i + j) % 2 === 0 ? rect(x, y + step, side, thin, ink) : rect(x + step, y, thin, side, ink);
    }
  }
  return drawn;
};

/** Geometry on a grid of squares. */
export function grid(sheet: Sheet): string {
  const draw = sheet.chance.pick([
    giant,
    giant,
    mirror,
    tiles,
    growth,
    paths,
    talking,
    audience,
    nested,
    weave,
  ]);
  return compose(
    sheet,
    {
      face: 'normal',
      largest: [10, 12.5],
      titleShare: 0.18,
      // Places whose picture leaves the sheet: what does not fit whole is cut there.
      tall: ['below', 'below', 'beside', 'hanging'],
      wide: ['left', 'right'],
    },
    (area) => draw(sheet, area),
  );
}
