import { expect, test } from 'vitest';
import { bookingCalendar, type CalendarEntry } from './calendar.ts';

const entry: CalendarEntry = {
  bookingId: '0199c9a2-7f30-7abc-8def-001122334455',
  host: 'foyer.example',
  sequence: 0,
  stamp: new Date('2027-01-02T03:04:05Z'),
  cancelled: false,
  title: 'Salt & Static; live, loud',
  description: 'Booking 7K2M93QDX4\nTwo tickets',
  start: new Date('2027-03-12T20:00:00Z'),
  end: new Date('2027-03-12T23:00:00Z'),
  place: {
    name: 'Cine Incrível',
    address: 'Rua da Boavista 84, Lisbon',
    latitude: 38.7075,
    longitude: -9.1502,
  },
  url: 'https://foyer.example/bookings/7K2M93QDX4',
  organizer: { name: 'Maré Baixa', email: 'ola@mare.example' },
};

/** Lines unfolded (RFC 5545, 3.1), as name with parameters → value. */
function parse(file: string): Map<string, string> {
  expect(file).toMatch(/^BEGIN:VCALENDAR\r\n/);
  expect(file).toMatch(/\r\nEND:VCALENDAR\r\n$/);
  for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const lines = file.replaceAll(/\r\n[ \t]/g, '').split('\r\n');
  return new Map(
    lines.flatMap((line) => {
      const [, name = '', value = ''] = /^([^:;]+)(?:;(?:"[^"]*"|[^:"])*)?:(.*)$/.exec(line) ?? [];
      return name ? [[name, value] as const] : [];
    }),
  );
}

function instant(value: string | undefined): string {
  return (value ?? '').replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z');
}

test('carries everything a calendar needs, and the same input gives the same bytes', () => {
  const file = bookingCalendar(entry);
  const event = parse(file);
  expect(event.get('METHOD')).toBe('PUBLISH');
  expect(event.get('UID')).toBe('booking-0199c9a2-7f30-7abc-8def-001122334455@foyer.example');
  expect(event.get('SEQUENCE')).toBe('0');
  expect(event.get('STATUS')).toBe('CONFIRMED');
  expect(event.get('DTSTAMP')).toBe('20270102T030405Z');
  expect(event.get('SUMMARY')).toBe('Salt & Static\\; live\\, loud');
  expect(event.get('LOCATION')).toContain('Cine Incrível');
  expect(event.get('LOCATION')).toContain('Rua da Boavista 84\\, Lisbon');
  expect(event.get('GEO')).toBe('38.7075;-9.1502');
  expect(event.get('URL')).toBe(entry.url);
  expect(event.get('ORGANIZER')).toBe('mailto:ola@mare.example');
  expect(bookingCalendar(entry)).toBe(file);
});

test('a change raises SEQUENCE under the same UID; a cancellation says so', () => {
  const before = parse(bookingCalendar(entry));
  const after = parse(bookingCalendar({ ...entry, sequence: 4, cancelled: true }));
  expect(after.get('UID')).toBe(before.get('UID'));
  expect(after.get('SEQUENCE')).toBe('4');
  expect(after.get('STATUS')).toBe('CANCELLED');
});

test.each([
  // Berlin leaves summer time on 2027-10-31 at 03:00, so this night is an hour longer.
  ['through the change of the clocks', '2027-10-30T22:00:00+02:00', '2027-10-31T05:00:00+01:00', 8],
  ['on the day the clocks go forward', '2027-03-28T01:30:00+01:00', '2027-03-28T04:30:00+02:00', 2],
  ['past midnight', '2027-07-02T23:00:00-05:00', '2027-07-03T02:00:00-05:00', 3],
])('an event %s keeps its instants', (_name, start, end, hours) => {
  const event = parse(bookingCalendar({ ...entry, start: new Date(start), end: new Date(end) }));
  expect(Date.parse(instant(event.get('DTSTART')))).toBe(Date.parse(start));
  expect(Date.parse(instant(event.get('DTEND')))).toBe(Date.parse(end));
  expect(Date.parse(instant(event.get('DTEND'))) - Date.parse(instant(event.get('DTSTART')))).toBe(
    hours * 3_600_000,
  );
});

test('an event online has no place', () => {
  const event = parse(bookingCalendar({ ...entry, place: null }));
  expect(event.has('LOCATION')).toBe(false);
  expect(event.has('GEO')).toBe(false);
});
