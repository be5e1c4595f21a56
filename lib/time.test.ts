import { expect, test } from 'vitest';
import { isNamedZone, zoneName } from './time.ts';

const winter = new Date('2026-11-27T20:00:00Z');
const summer = new Date('2027-07-02T20:00:00Z');

test.each([
  [winter, 'Europe/Berlin', 'en', 'CET'],
  [summer, 'Europe/Berlin', 'de', 'MESZ'],
  [winter, 'Europe/London', 'de', 'GMT'],
  [winter, 'America/Chicago', 'en', 'CST'],
  [summer, 'America/New_York', 'de', 'EDT'],
  [winter, 'Asia/Tokyo', 'en', 'JST'],
  [winter, 'Australia/Sydney', 'en', 'AEDT'],
])('at %s a clock in %s is called in %s: %s', (instant, timezone, locale, name) => {
  expect(zoneName(instant, timezone, locale)).toBe(name);
  expect(isNamedZone(name)).toBe(true);
});

test('a zone that nobody has a name for says how far it is off', () => {
  const name = zoneName(winter, 'America/Argentina/Buenos_Aires', 'de');
  expect(name).toBe('GMT-3');
  expect(isNamedZone(name)).toBe(false);
});
