import { expect, test } from 'vitest';
import { groupByDay } from './group-by-day.ts';

const event = (startsAt: string, timezone: string) => ({ startsAt: new Date(startsAt), timezone });

test('the date is the one on the wall where the event takes place', () => {
  const tokyo = event('2027-03-12T15:30:00Z', 'Asia/Tokyo');
  const lisbon = event('2027-03-12T20:00:00Z', 'Europe/Lisbon');
  const losAngeles = event('2027-03-13T03:00:00Z', 'America/Los_Angeles');
  expect(groupByDay([tokyo, lisbon, losAngeles])).toEqual([
    { date: '2027-03-12', events: [lisbon, losAngeles] },
    { date: '2027-03-13', events: [tokyo] },
  ]);
});

test('nothing gives no days', () => {
  expect(groupByDay([])).toEqual([]);
});
