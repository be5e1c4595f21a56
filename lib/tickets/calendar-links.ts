/** What a calendar on the web is told about an event. */
export type CalendarLinkEvent = {
  title: string;
  description: string;
  start: Date;
  end: Date;
  /** Empty for an event online. */
  place: string;
};

/** 20270312T200000Z: an instant in UTC, the way iCalendar writes it (RFC 5545, 3.3.5). */
const compact = (instant: Date) => instant.toISOString().replaceAll(/[-:]|\.\d{3}/g, '');

/** 2027-03-12T20:00:00Z, without fractions. */
const plain = (instant: Date) => instant.toISOString().replace(/\.\d{3}/, '');

/** `+` for a space is read as a plus by Outlook, so spaces are escaped. */
const address = (base: string, query: Record<string, string>) =>
  `${base}?${new URLSearchParams(query).toString().replaceAll('+', '%20')}`;

/**
 * Links that open a filled-in entry in a calendar on the web. Instants are in UTC, which each shows at the right hour
 * of its owner's zone, also across a change of the clocks. Apple's calendar takes the `.ics` file instead.
 *
 * Unlike the file these entries are copies: they do not move when the event does.
 */
export function calendarLinks({ title, description, start, end, place }: CalendarLinkEvent): {
  google: string;
  outlook: string;
} {
  return {
    google: address('https://calendar.google.com/calendar/render', {
      action: 'TEMPLATE',
      text: title,
      dates: `${compact(start)}/${compact(end)}`,
      details: description,
      location: place,
    }),
    outlook: address('https://outlook.live.com/calendar/0/action/compose', {
      rru: 'addevent',
      subject: title,
      startdt: plain(start),
      enddt: plain(end),
      body: description,
      location: place,
    }),
  };
}
