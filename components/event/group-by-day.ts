import { localDate } from '#lib/time.ts';

/**
 * Events by the calendar date on which they start where they take place, in order. Around the world a later instant
 * can have an earlier date, so the dates are sorted, and within one the instants stay as they came.
 */
export function groupByDay<T extends { startsAt: Date; timezone: string }>(
  events: readonly T[],
): { date: string; events: T[] }[] {
  const days = new Map<string, T[]>();
  for (const event of events) {
    const date = localDate(event.startsAt, event.timezone);
    days.set(date, [...(days.get(date) ?? []), event]);
  }
  return [...days].sort(([a], [b]) => a.localeCompare(b)).map(([date, ofDay]) => ({ date, events: ofDay }));
}
