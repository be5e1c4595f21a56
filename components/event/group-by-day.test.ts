import { expect, test } from 'vitest';
import { groupByDay } from './group-by-day.ts';

const event = (startsAt: string, timezone: string) => ({ startsAt: new Date(startsAt), timezone });

test('the date is the one on the wall where the event takes place', () => {
  const tokyo = event('2027-03-12T15:30:00Z', 'Asia/Tokyo');
  const lisbon = event('2027-03-12T20:00:00Z', 'Europe/Lisbon');
  const losAngeles = event('2027-03-13T03:00:00Z', 'America/Los_Angeles');
  expect(groupByDay([tokyo, lisbon, losAngeles])).toEqual([
    { date: '2027-03-12', events: [losAngeles, lisbon] },
    { date: '2027-03-13', events: [tokyo] },
  ]);
});

test('within a day the clock on the wall decides, and at the same hour the one that came first', () => {
  const tokyo = event('2027-03-12T12:00:00Z', 'Asia/Tokyo');
  const lisbon = event('2027-03-12T19:30:00Z', 'Europe/Lisbon');
  const porto = event('2027-03-12T19:30:00Z', 'Europe/Lisbon');
  const midnight = event('2027-03-12T00:00:00Z', 'Europe/Lisbon');
  expect(groupByDay([midnight, tokyo, lisbon, porto])[0]?.events).toEqual([midnight, lisbon, porto, tokyo]);
});

test('nothing gives no days', () => {
  expect(groupByDay([])).toEqual([]);
});
