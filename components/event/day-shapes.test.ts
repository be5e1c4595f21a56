import { expect, test } from 'vitest';
import { dayShapes, shelfShapes } from './day-shapes.ts';

test.each(Array.from({ length: 24 }, (_, index) => index + 1))('%i events leave no hole', (count) => {
  for (const slots of [dayShapes(count), shelfShapes(count)]) {
    expect(slots).toHaveLength(count);
    let row = 0;
    for (const { columns } of slots) {
      row += columns;
      expect(row).toBeLessThanOrEqual(12);
      if (row === 12) row = 0;
    }
    expect(row).toBe(0);
  }
});

test('a single event lies across its row', () => {
  expect(dayShapes(1)).toEqual([{ shape: 'alone', columns: 12 }]);
});
