import { expect, test } from 'vitest';
import { calendarLinks } from './calendar-links.ts';

const event = {
  title: 'Salt & Static + friends',
  description: 'Booking 7K2M93QDX4\nhttps://foyer.example/bookings/7K2M93QDX4',
  start: new Date('2027-03-12T20:00:00Z'),
  end: new Date('2027-03-12T23:00:00Z'),
  place: 'Cine Incrível, Rua da Boavista 84, Lisbon',
};

/** The query of a link, read the strict way: a plus is a plus. */
function query(link: string): Record<string, string> {
  const pairs = new URL(link).search.slice(1).split('&');
  return Object.fromEntries(
    pairs.map((pair) => {
      const [name = '', value = ''] = pair.split('=').map(decodeURIComponent);
      return [name, value] as const;
    }),
  );
}

test('Google gets instants in UTC and every sign of the words', () => {
  const { google } = calendarLinks(event);
  expect(google).toMatch(/^https:\/\/calendar\.google\.com\/calendar\/render\?/);
  expect(query(google)).toEqual({
    action: 'TEMPLATE',
    text: event.title,
    dates: '20270312T200000Z/20270312T230000Z',
    details: event.description,
    location: event.place,
  });
});

test('Outlook gets the same', () => {
  const { outlook } = calendarLinks(event);
  expect(outlook).toMatch(/^https:\/\/outlook\.live\.com\/calendar\/0\/action\/compose\?/);
  expect(query(outlook)).toEqual({
    rru: 'addevent',
    subject: event.title,
    startdt: '2027-03-12T20:00:00Z',
    enddt: '2027-03-12T23:00:00Z',
    body: event.description,
    location: event.place,
  });
});

test.each([
  // Berlin leaves summer time on 2027-10-31 at 03:00, so this night is an hour longer.
  ['the night the clocks go back', '2027-10-30T22:00:00+02:00', '2027-10-31T05:00:00+01:00', 8],
  ['the night they go forward', '2027-03-28T01:30:00+01:00', '2027-03-28T04:30:00+02:00', 2],
])('%s keeps its length', (_name, start, end, hours) => {
  const links = calendarLinks({ ...event, start: new Date(start), end: new Date(end) });
  const { startdt = '', enddt = '' } = query(links.outlook);
  expect(Date.parse(startdt)).toBe(Date.parse(start));
  expect(Date.parse(enddt) - Date.parse(startdt)).toBe(hours * 3_600_000);
  const [from = '', to = ''] = (query(links.google).dates ?? '').split('/');
  expect(from).toBe(startdt.replaceAll(/[-:]/g, ''));
  expect(to).toBe(enddt.replaceAll(/[-:]/g, ''));
});
