import { compose } from '../layout.ts';
import type { Sheet } from '../sheet.ts';
import { cheese, eggs, fish, loaf, plate } from './still-dishes.ts';
import { cherries, citrus, greens, hugeSlice, onion, pear, pods, type Scene } from './still-fruit.ts';
import { bottles, bowl, glasses, table } from './still-table.ts';

const scenes: Scene[] = [
  bottles,
  bowl,
  cheese,
  cherries,
  citrus,
  eggs,
  fish,
  glasses,
  greens,
  hugeSlice,
  loaf,
  onion,
  pear,
  plate,
  plate,
  pods,
  table,
];

/** Still lifes from circles and halves. */
export function still(sheet: Sheet): string {
  const draw = sheet.chance.pick(scenes);
  return compose(
    sheet,
    {
      face: 'serif',
      tracking: -14,
      largest: [11, 10.5],
      titleShare: 0.19,
      tall: ['below', 'below', 'framed', 'hanging', 'above'],
      wide: ['left', 'right'],
    },
    (area) => draw(sheet, area),
  );
}
