import { expect, test } from 'vitest';
import { missingPage } from './complete-not-found.ts';

test.each([
  ['/nowhere', '/missing'],
  ['/missing.txt', '/missing'],
  ['/events/no-such-event', '/missing'],
  ['/de/events/keine', '/de/missing'],
  ['/de', '/de/missing'],
  ['/fr/events', '/missing'],
  ['/bookings/ABCDEFGH12', '/missing?what=booking'],
  ['/de/checkout/ABCDEFGH12', '/de/missing?what=booking'],
])('%s is answered by %s', (path, page) => {
  expect(missingPage(path)).toBe(page);
});
