import { Temporal } from 'temporal-polyfill';
import type { RelativeMoment, StartRule, WallTime, Weekday } from './types.ts';

const weekdays: readonly Weekday[] = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
];

/** The ISO number of a weekday: Monday is 1. */
export function weekdayNumber(weekday: Weekday): number {
  return weekdays.indexOf(weekday) + 1;
}

/** Turns a start rule into an instant, seen from `now` in the event's zone. */
export function resolveStart(rule: StartRule, now: Date, zone: string): Date {
  if ('soonest' in rule) return soonest(rule, now, zone);
  const earliest = dayIn(zone, now).add({ days: rule.days });
  return atWallTime(
    'weekday' in rule ? nearestWeekday(rule, earliest) : clockChangeEve(earliest, zone),
    rule.at,
    zone,
  );
}

/** Turns "so many days from today, at that hour" into an instant. */
export function resolveMoment(moment: RelativeMoment, now: Date, zone: string): Date {
  return atWallTime(dayIn(zone, now).add({ days: moment.days }), moment.at, zone);
}

/** So that there is time to find it, buy a ticket and get there. */
const HOURS_AHEAD = 3;

function soonest(rule: { days: number; at: WallTime }, now: Date, zone: string): Date {
  const today = dayIn(zone, now);
  const late = atWallTime(today, rule.at, zone).getTime() - now.getTime() < HOURS_AHEAD * 3_600_000;
  return atWallTime(today.add({ days: rule.days + (late ? 1 : 0) }), rule.at, zone);
}

function dayIn(zone: string, now: Date): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).toPlainDate();
}

function nearestWeekday(
  rule: { weekday: Weekday; days: number },
  from: Temporal.PlainDate,
): Temporal.PlainDate {
  const wanted = weekdayNumber(rule.weekday);
  // What lies ahead moves further ahead and what is past further back, so that neither crosses today.
  const step = rule.days < 0 ? -((from.dayOfWeek - wanted + 7) % 7) : (wanted - from.dayOfWeek + 7) % 7;
  return from.add({ days: step });
}

function clockChangeEve(from: Temporal.PlainDate, zone: string): Temporal.PlainDate {
  const change = from.toZonedDateTime(zone).getTimeZoneTransition('next');
  if (!change) throw new Error(`The clocks in ${zone} never change.`);
  return change.toPlainDate().subtract({ days: 1 });
}

function atWallTime(day: Temporal.PlainDate, at: WallTime, zone: string): Date {
  const zoned = day.toPlainDateTime(Temporal.PlainTime.from(at)).toZonedDateTime(zone);
  return new Date(zoned.epochMilliseconds);
}
