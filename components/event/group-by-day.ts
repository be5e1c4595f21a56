import { byWallClock, localDate } from '#lib/time.ts';

/**
 * Events by the calendar date on which they start where they take place, and by the clock there within a day. Pages are
 * cut by instant, so this orders one page only.
 */
export function groupByDay<T extends { startsAt: Date; timezone: string }>(
  events: readonly T[],
): { date: string; events: T[] }[] {
  const days = new Map<string, T[]>();
  for (const event of events.toSorted(byWallClock)) {
    const date = localDate(event.startsAt, event.timezone);
    days.set(date, [...(days.get(date) ?? []), event]);
  }
  return [...days].map(([date, ofDay]) => ({ date, events: ofDay }));
}
