import { formatTime, localDate } from '#lib/time.ts';

/**
 * Events by the calendar date on which they start where they take place, and by the clock there within a day: around
 * the world a later instant can have an earlier date or hour. Pages are cut by instant, so this orders one page only.
 */
export function groupByDay<T extends { startsAt: Date; timezone: string }>(
  events: readonly T[],
): { date: string; events: T[] }[] {
  const days = new Map<string, T[]>();
  for (const event of events) {
    const date = localDate(event.startsAt, event.timezone);
    days.set(date, [...(days.get(date) ?? []), event]);
  }
  const clock = ({ startsAt, timezone }: T) => formatTime(startsAt, timezone, 'en', 'time');
  return [...days]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([date, ofDay]) => ({
      date,
      events: ofDay.sort((a, b) => clock(a).localeCompare(clock(b))),
    }));
}
