import { describe, expect, test } from 'vitest';
import type { MemberRole } from './actor.ts';
import { nextPath } from './next-path.ts';
import { areaOf, decideRoute, isCheckout, needsNewDocument, withoutLanguage } from './route-access.ts';
import type { Account } from './session-row.ts';

const account = (role: 'attendee' | 'admin', memberRole?: MemberRole): Account => ({
  actor: {
    kind: 'user',
    userId: 'u',
    role,
    sessionId: 's',
    memberships: memberRole ? [{ organizerId: 'o', role: memberRole }] : [],
  },
  name: 'Ada',
  email: 'ada@example.org',
  locale: 'en',
  timezone: null,
  picture: null,
  organizers: [],
});

const people = {
  guest: null,
  attendee: account('attendee'),
  door: account('attendee', 'door'),
  owner: account('attendee', 'owner'),
  admin: account('admin'),
};

describe('the proxy', () => {
  test.each([
    ['/dashboard', { guest: 'sign_in', attendee: 'pass', door: 'pass', owner: 'pass', admin: 'pass' }],
    [
      '/dashboard/ours/events',
      { guest: 'sign_in', attendee: 'pass', door: 'pass', owner: 'pass', admin: 'pass' },
    ],
    [
      '/admin',
      { guest: 'sign_in', attendee: 'not_found', door: 'not_found', owner: 'not_found', admin: 'pass' },
    ],
    ['/door/ours', { guest: 'sign_in', attendee: 'not_found', door: 'pass', owner: 'pass', admin: 'pass' }],
    ['/', { guest: 'pass', attendee: 'pass', door: 'pass', owner: 'pass', admin: 'pass' }],
    ['/events/a-dashboard', { guest: 'pass', attendee: 'pass', door: 'pass', owner: 'pass', admin: 'pass' }],
  ])('at %s', (path, expected) => {
    const decided = Object.fromEntries(
      Object.entries(people).map(([name, who]) => [name, decideRoute(areaOf(path), path, who).kind]),
    );
    expect(decided).toEqual(expected);
  });

  test('sends a guest to sign in and back to where they wanted to go', () => {
    const path = '/dashboard/ours/bookings?q=M%C3%BCller&page=2';
    const decision = decideRoute('dashboard', path, null);
    if (decision.kind !== 'sign_in') throw new Error(decision.kind);
    const next = new URL(decision.location, 'http://foyer.example').searchParams.get('next');
    expect(next).toBe(path);
    expect(nextPath(next)).toBe(path);
  });

  test.each([
    ['/checkout/ABCDE12345', true],
    ['/de/checkout/ABCDE12345', true],
    ['/checkout/ABCDE12345/return', true],
    ['/events/checkout', false],
    ['/checkout-tips', false],
    ['/', false],
  ])('%s takes payments: %s', (path, expected) => {
    expect(isCheckout(path)).toBe(expected);
  });

  const EVENT = 'https://foyer.example/events/salt';
  const CHECKOUT = 'https://foyer.example/checkout/ABCDE12345';
  test.each([
    { why: 'softly into the checkout', to: '/checkout/ABCDE12345', dest: 'empty', from: EVENT, anew: true },
    { why: 'softly out of it', to: '/bookings/ABCDE12345', dest: 'empty', from: CHECKOUT, anew: true },
    { why: 'a refresh of it', to: '/checkout/ABCDE12345', dest: 'empty', from: CHECKOUT, anew: false },
    { why: 'between other pages', to: '/events', dest: 'empty', from: EVENT, anew: false },
    { why: 'a plain load', to: '/checkout/ABCDE12345', dest: 'document', from: EVENT, anew: false },
    { why: 'a browser that says nothing', to: '/checkout/ABCDE12345', dest: null, from: EVENT, anew: false },
  ])('$why: loads anew $anew', ({ to, dest, from, anew }) => {
    const headers = new Headers({ referer: from, ...(dest && { 'sec-fetch-dest': dest }) });
    expect(needsNewDocument('GET', to, headers)).toBe(anew);
    expect(needsNewDocument('POST', to, headers)).toBe(false);
  });

  test('lets a page through that a service worker fetches for the browser', () => {
    const headers = new Headers({
      'sec-fetch-dest': 'empty',
      accept: 'text/html,application/xhtml+xml,*/*;q=0.8',
      referer: 'http://localhost/events/salt-and-static',
    });
    expect(needsNewDocument('GET', '/checkout/0123456789', headers)).toBe(false);
    headers.set('accept', '*/*');
    expect(needsNewDocument('GET', '/checkout/0123456789', headers)).toBe(true);
  });
});

test.each([
  ['/de/dashboard', '/dashboard'],
  ['/en/dashboard/mare-baixa/events', '/dashboard/mare-baixa/events'],
  ['/de/admin', '/admin'],
  ['/dashboard', null],
  ['/de', null],
  ['/de/events', null],
  ['/de/events/dashboard', null],
  ['/de/dashboards', null],
])('an area speaks the language of the account: %s is %s', (path, expected) => {
  expect(withoutLanguage(path)).toBe(expected);
});
