import { expect, it } from 'vitest';
import { parseClockChange, readClockOffset, setClockOffset } from './move-clock.ts';
import { useDatabase } from './postgres/testing.ts';

const database = useDatabase();
const now = Date.parse('2026-06-01T12:00:00Z');
const hour = 3_600_000;

it.each([
  ['+15m', 0, hour / 4],
  ['+15m', hour, hour * 1.25],
  ['-2h30m', hour, -1.5 * hour],
  ['+1w3d', 0, 10 * 24 * hour],
  ['reset', 5 * hour, 0],
  ['2026-06-01T18:00:00Z', 5 * hour, 6 * hour],
])('reads %s at %i as %i', (asked, current, expected) => {
  expect(parseClockChange(asked, current, now)).toBe(expected);
});

it.each(['15m', '+15', 'tomorrow', '+1y', ''])('refuses %j with a sentence', (asked) => {
  expect(() => parseClockChange(asked, 0, now)).toThrow(/is no time/);
});

it('moves the database forth and back', async () => {
  expect(await readClockOffset(database.ownerUrl)).toBe(0);
  await setClockOffset(database.ownerUrl, {}, 90_000_500);
  expect(await readClockOffset(database.ownerUrl)).toBe(90_000_500);
  await setClockOffset(database.ownerUrl, {}, -hour);
  expect(await readClockOffset(database.ownerUrl)).toBe(-hour);
});

it('is for the owner alone', async () => {
  await expect(setClockOffset(database.appUrl, {}, hour)).rejects.toThrow(/permission denied/);
});
