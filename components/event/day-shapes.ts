import type { CardShape } from './event-card.tsx';

/** How one card lies in the twelve columns of its day. */
export type DaySlot = { shape: CardShape; columns: 3 | 4 | 6 | 12 };

/**
 * Lays a day's events out so that no row has a hole: three across; with one too many, the last four stand four across;
 * with two too many, the first two lie down. A single event has the row to itself.
 */
export function dayShapes(count: number): DaySlot[] {
  if (count === 1) return [{ shape: 'alone', columns: 12 }];
  return Array.from({ length: count }, (_, index): DaySlot => {
    if (count % 3 === 1 && index >= count - 4) return { shape: 'poster', columns: 3 };
    if (count % 3 === 2 && index < 2) return { shape: 'lying', columns: 6 };
    return { shape: 'poster', columns: 4 };
  });
}

/** What is too much for full rows of four, by how many that is. */
const leftOver: readonly DaySlot[] = [
  { shape: 'poster', columns: 3 },
  { shape: 'alone', columns: 12 },
  { shape: 'lying', columns: 6 },
  { shape: 'poster', columns: 4 },
];

/** The same for a shelf, four across: what would begin a row with a hole stands larger, in a row of its own, before. */
export function shelfShapes(count: number): DaySlot[] {
  const over = count % 4;
  return Array.from({ length: count }, (_, index): DaySlot => {
    const first = index < over ? leftOver[over] : undefined;
    return first ?? { shape: 'poster', columns: 3 };
  });
}

/** The classes that give a card its columns. */
export const slotSpans: Record<DaySlot['columns'], string> = {
  3: 'tablet:col-span-3',
  4: 'tablet:col-span-4',
  6: 'tablet:col-span-6',
  12: 'tablet:col-span-12',
};
