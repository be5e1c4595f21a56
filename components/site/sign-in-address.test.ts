import { expect, test } from 'vitest';
import { signInAddress } from './sign-in-address.ts';

test.each([
  ['/', '', '/sign-in'],
  ['/de', '', '/sign-in'],
  ['/events', '', '/sign-in?next=%2Fevents'],
  ['/de/events', 'city=Porto&when=week', '/sign-in?next=%2Fde%2Fevents%3Fcity%3DPorto%26when%3Dweek'],
  ['/sign-up', 'next=%2Fbookings', '/sign-in?next=%2Fbookings'],
  ['/de/sign-in', '', '/sign-in'],
  ['/bookings', '', '/sign-in?next=%2Fbookings'],
])('from %s with "%s" one signs in at %s', (path, search, expected) => {
  expect(signInAddress('/sign-in', path, search)).toBe(expected);
});
