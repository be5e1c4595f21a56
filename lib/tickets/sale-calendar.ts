import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import { calendarText } from './calendar-text.ts';

export type SaleEntry = {
  eventId: string;
  /** Host of the public address; with the event it makes the UID, which must never change. */
  host: string;
  /** Rises with every change of the event. */
  sequence: number;
  /** When this version was made. */
  stamp: Date;
  /** When tickets go on sale. */
  from: Date;
  title: string;
  description: string;
  /** The event's page. */
  url: string;
};

/** How long the entry lasts, and how long before it rings, in minutes and seconds. */
const [LASTS, RINGS] = [15, 10 * 60];

/**
 * A calendar file (RFC 5545) for the moment at which tickets go on sale, with an alarm ahead of it. The time is written in UTC,
 * which every calendar shows at the right hour of its own zone. It takes up nobody's time: whoever has it is free.
 */
export function saleCalendar(entry: SaleEntry): string {
  const calendar = ical({
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Foyer', product: 'Tickets' },
  });
  calendar.createEvent({
    id: `sale-${entry.eventId}@${entry.host}`,
    sequence: entry.sequence,
    stamp: entry.stamp,
    start: entry.from,
    end: new Date(entry.from.getTime() + LASTS * 60_000),
    transparency: ICalEventTransparency.TRANSPARENT,
    summary: calendarText(entry.title),
    description: calendarText(entry.description),
    url: entry.url,
    alarms: [{ type: ICalAlarmType.display, trigger: RINGS, description: calendarText(entry.title) }],
  });
  // Each line ends with a line break, the last one as well.
  return `${calendar.toString()}\r\n`;
}
