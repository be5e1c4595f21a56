import { compose } from '../layout.ts';
import { at } from '../random.ts';
import { type Box, boxShape, clipped, n, rotated } from '../shapes.ts';
import type { Sheet } from '../sheet.ts';
import { cheese, eggs, fish, loaf, plate } from './still-dishes.ts';
import { cherries, citrus, greens, hugeSlice, onion, pear, pods, type Scene } from './still-fruit.ts';
import { cake, figs, mushrooms, radishes } from './still-garden.ts';
import { bottles, bowl, glasses, table } from './still-table.ts';

/** Stand on something: they are never turned. */
const standing: Scene[] = [bottles, bowl, cake, glasses, loaf, mushrooms, table];
/** Lie anywhere, from above or in the air. */
const lying: Scene[] = [
  cheese,
  cherries,
  citrus,
  eggs,
  figs,
  fish,
  greens,
  onion,
  pear,
  plate,
  pods,
  radishes,
];
/** Can be told from a part of them. */
const close = lying.filter((scene) => scene !== cheese && scene !== radishes);
/** Hold out in a small square. */
const small: Scene[] = [cake, cheese, cherries, figs, mushrooms, onion, pear, plate, radishes];

type Arrangement = (sheet: Sheet, area: Box) => string;

/** All of it, from as far as one sits from it. */
const whole: Arrangement = (sheet, area) =>
  sheet.chance.pick([...standing, ...lying, hugeSlice])(sheet, area);

/** So near that the sheet holds a part of it, laid a little askew. */
const near: Arrangement = (sheet, area) => {
  const { chance } = sheet;
  const scene = chance.pick([...close, bowl, glasses, cake]);
  const zoom = chance.between(1.5, 1.9);
  const [u, v] = [chance.between(0.3, 0.7), chance.between(0.3, 0.7)];
  const box: Box = {
    x: area.x - (zoom - 1) * area.width * u,
    y: area.y - (zoom - 1) * area.height * v,
    width: area.width * zoom,
    height: area.height * zoom,
  };
  const turn = lying.includes(scene) ? chance.pick([-14, 0, 11, 18]) : 0;
  const [cx, cy] = [area.x + area.width / 2, area.y + area.height / 2];
  return `<g${turn === 0 ? '' : rotated(turn, cx, cy)}>${scene(sheet, box)}</g>`;
};

/** Squares of cloth with a motif each, two by turns. */
const quilt: Arrangement = (sheet, area) => {
  const { chance } = sheet;
  const columns = 2;
  const rows = Math.max(2, Math.round((area.height / area.width) * columns));
  const [width, height] = [area.width / columns, area.height / rows];
  const motifs = chance.shuffled(small).slice(0, chance.pick([1, 2, 2]));
  let drawn = '';
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i < columns; i++) {
      const cell: Box = {
        x: area.x + i * width,
        y: area.y + j * height,
        width: width + 1,
        height: height + 1,
      };
      drawn += clipped(sheet.newId(), boxShape(cell), at(motifs, i + j)(sheet, cell));
    }
  }
  return drawn;
};

/** Still lifes from circles and halves: whole, from near, or on squares of cloth. */
export function still(sheet: Sheet): string {
  const { chance } = sheet;
  const arrange = chance.pick([whole, whole, whole, near, near, quilt]);
  const mirrored = chance.yes();
  return compose(
    sheet,
    {
      face: 'serif',
      tracking: -14,
      largest: [11, 13],
      titleShare: 0.19,
      tall: ['below', 'below', 'framed', 'hanging', 'above'],
      wide: ['left', 'right'],
    },
    (area) => {
      const drawn = arrange(sheet, area);
      return mirrored
        ? `<g transform="translate(${n(area.x * 2 + area.width)} 0) scale(-1 1)">${drawn}</g>`
        : drawn;
    },
  );
}
