import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { calendarText } from './calendar-text.ts';

export type CalendarEntry = {
  bookingId: string;
  /** Host of the public address; with the booking it makes the UID, which must never change. */
  host: string;
  /** Rises with every change, so that calendars replace what they have. */
  sequence: number;
  /** When this version was made. Handed in, so that a second try gives the same file. */
  stamp: Date;
  cancelled: boolean;
  title: string;
  description: string;
  start: Date;
  end: Date;
  /** Null for an event online. */
  place: { name: string; address: string; latitude: number; longitude: number } | null;
  /** Where the booking is. */
  url: string;
  organizer: { name: string; email: string };
};

/**
 * The calendar file of a booking (RFC 5545, published by RFC 5546). Times are written in UTC, which every calendar
 * shows at the right hour of its own zone, also across a change of the clocks.
 */
export function bookingCalendar(entry: CalendarEntry): string {
  const calendar = ical({
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Foyer', product: 'Tickets' },
  });
  calendar.createEvent({
    id: `booking-${entry.bookingId}@${entry.host}`,
    sequence: entry.sequence,
    stamp: entry.stamp,
    status: entry.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    start: entry.start,
    end: entry.end,
    summary: calendarText(entry.title),
    description: calendarText(entry.description),
    location: entry.place
      ? {
          title: calendarText(entry.place.name),
          address: calendarText(entry.place.address),
          geo: { lat: entry.place.latitude, lon: entry.place.longitude },
        }
      : null,
    url: entry.url,
    organizer: { name: calendarText(entry.organizer.name), email: entry.organizer.email },
  });
  // Each line ends with a line break, the last one as well.
  return `${calendar.toString()}\r\n`;
}
