import { expect, test } from 'vitest';
import { saleCalendar } from './sale-calendar.ts';

const entry = {
  eventId: '0192f3a4-0000-7000-8000-000000000001',
  host: 'foyer.example',
  sequence: 2,
  stamp: new Date('2026-11-27T12:00:00Z'),
  from: new Date('2027-03-28T09:00:00Z'),
  title: 'Tickets: Salt & Static, live; again',
  description: 'They go on sale now.',
  url: 'https://foyer.example/events/salt-and-static',
};

const lines = (changes: Partial<typeof entry> = {}) =>
  saleCalendar({ ...entry, ...changes })
    .replaceAll('\r\n ', '')
    .split('\r\n');

test('says the moment in UTC, and rings ahead of it', () => {
  expect(lines()).toEqual(
    expect.arrayContaining([
      'METHOD:PUBLISH',
      'UID:sale-0192f3a4-0000-7000-8000-000000000001@foyer.example',
      'SEQUENCE:2',
      'DTSTAMP:20261127T120000Z',
      'DTSTART:20270328T090000Z',
      'DTEND:20270328T091500Z',
      'SUMMARY:Tickets: Salt & Static\\, live\\; again',
      'TRANSP:TRANSPARENT',
      'BEGIN:VALARM',
      'TRIGGER:-PT10M',
    ]),
  );
});

test('stays one entry when the moment moves', () => {
  const uid = (all: string[]) => all.find((line) => line.startsWith('UID:'));
  expect(uid(lines({ from: new Date('2027-04-01T09:00:00Z'), sequence: 3 }))).toBe(uid(lines()));
});
