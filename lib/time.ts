import { keepLast } from './keep-last.ts';

/** How instants are shown: always in the event's own zone, and with the zone named. */

const formats = {
  /** Fri 12 Mar */
  day: { weekday: 'short', day: 'numeric', month: 'short' },
  /** 12 Mar */
  dayMonth: { day: 'numeric', month: 'short' },
  /** Friday 12 March 2027 */
  longDay: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  /** Friday 12 March */
  nearDay: { weekday: 'long', day: 'numeric', month: 'long' },
  /** 12 Mar 2027 */
  date: { day: 'numeric', month: 'short', year: 'numeric' },
  /** Friday */
  weekday: { weekday: 'long' },
  /** Fri */
  weekdayShort: { weekday: 'short' },
  /** 12 */
  dayNumber: { day: 'numeric' },
  /** March */
  month: { month: 'long' },
  /** Mar */
  monthShort: { month: 'short' },
  /** Mar 2027 */
  monthYearShort: { month: 'short', year: 'numeric' },
  /** March 2027 */
  monthYear: { month: 'long', year: 'numeric' },
  /** 20:00 */
  time: { hour: '2-digit', minute: '2-digit' },
  /** Fri 12 Mar, 20:00 */
  dayTime: { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
  /** Fri, 12 Mar 2027, 20:00 */
  fullDayTime: {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  },
  /** 12 Mar 2027, 20:00:07 */
  stamp: {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

export type TimeFormat = keyof typeof formats;

/** English dates are written the British way: day before month, 24 hours. */
const intlLocale = (locale: string) => (locale === 'en' ? 'en-GB' : locale);

/** Some 30 kB each, so 6 MB at most: the zones of one evening in all their formats. */
const formatters = keepLast<Intl.DateTimeFormat>(200);

/** Writes an instant as it reads on a clock in that zone. */
export function formatTime(instant: Date, timezone: string, locale: string, format: TimeFormat): string {
  const make = () => new Intl.DateTimeFormat(intlLocale(locale), { ...formats[format], timeZone: timezone });
  return formatters(`${locale} ${timezone} ${format}`, make).format(instant);
}

/** Each language only knows the zones of its own countries by name. Asked in this order where the reader's knows none. */
const ZONES_KNOWN_TO = ['en-GB', 'en-US', 'en-AU', 'en-IN', 'en-ZA', 'ja'];

/** The zone's own name at that instant, such as "MEZ", "CST" or "JST"; where nobody has one for it, "GMT-3". */
export function zoneName(instant: Date, timezone: string, locale: string): string {
  const names = [intlLocale(locale), ...ZONES_KNOWN_TO].map((language) => {
    const make = () => new Intl.DateTimeFormat(language, { timeZone: timezone, timeZoneName: 'short' });
    const parts = formatters(`zone ${language} ${timezone}`, make).formatToParts(instant);
    return parts.find((part) => part.type === 'timeZoneName')?.value ?? timezone;
  });
  return names.find(isNamedZone) ?? names[0] ?? timezone;
}

/** False for what only says how far a clock is off. Beside the name of a city that is left out. */
export const isNamedZone = (zone: string) => !/[+-]\d/.test(zone);

/** True when two zones show the same wall clock at that instant. */
export function sameWallClock(instant: Date, a: string, b: string): boolean {
  return formatTime(instant, a, 'en', 'dayTime') === formatTime(instant, b, 'en', 'dayTime');
}

/** The calendar date at that instant in that zone, as 2027-03-12. */
export function localDate(instant: Date, timezone: string): string {
  const make = () => new Intl.DateTimeFormat('en-CA', { timeZone: timezone, dateStyle: 'short' });
  return formatters(`localDate ${timezone}`, make).format(instant);
}

/**
 * Orders what begins by the calendar and the clock of each place: around the world a later instant can have an earlier
 * date or hour.
 */
export function byWallClock(a: Beginning, b: Beginning): number {
  return wallClock(a).localeCompare(wallClock(b));
}

type Beginning = { startsAt: Date; timezone: string };

const wallClock = ({ startsAt, timezone }: Beginning) =>
  `${localDate(startsAt, timezone)} ${formatTime(startsAt, timezone, 'en', 'time')}`;

/** An instant as machines read it, on the clock of that zone and with its offset: 2027-03-12T20:00:00+01:00. */
export function localDateTime(instant: Date, timezone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: timezone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'longOffset',
  }).formatToParts(instant);
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? '';
  // "GMT" alone is no offset; some zones of the past had seconds, which ISO 8601 does not know.
  const offset = of('timeZoneName').slice(3, 9) || '+00:00';
  return `${of('year')}-${of('month')}-${of('day')}T${of('hour')}:${of('minute')}:${of('second')}${offset}`;
}

/** True for an IANA name that this runtime knows. */
export function isTimezone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
