import { expect, test } from 'vitest';
import { townLine } from './town-line.ts';

test.each([
  [{ postcode: '1200-068', city: 'Lisbon', country: 'PT' }, '1200\u2011068\u00a0Lisbon'],
  [{ postcode: '04229', city: 'Leipzig', country: 'DE' }, '04229\u00a0Leipzig'],
  [{ postcode: 'N1 6PH', city: 'London', country: 'GB' }, 'London N1\u00a06PH'],
  [{ postcode: '60622', city: 'Chicago', country: 'US' }, 'Chicago 60622'],
  [{ postcode: '', city: 'Setúbal', country: 'PT' }, 'Setúbal'],
])('%j is written %s', (place, line) => {
  expect(townLine(place)).toBe(line);
});
