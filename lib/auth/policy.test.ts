import { describe, expect, test } from 'vitest';
import type { Actor, Membership } from './actor.ts';
import { type Action, assertMay, may, mayAnywhere, policyTable, type Target } from './policy.ts';

const OURS = 'organizer-ours';
const ME = 'user-me';

const user = (memberships: Membership[] = [], role: 'attendee' | 'admin' = 'attendee'): Actor => ({
  kind: 'user',
  userId: ME,
  role,
  sessionId: 'session',
  memberships,
});

const actors: Record<string, Actor> = {
  guest: { kind: 'guest' },
  attendee: user(),
  outsider: user([{ organizerId: 'organizer-theirs', role: 'owner' }]),
  door: user([{ organizerId: OURS, role: 'door' }]),
  box_office: user([{ organizerId: OURS, role: 'box_office' }]),
  manager: user([{ organizerId: OURS, role: 'manager' }]),
  owner: user([{ organizerId: OURS, role: 'owner' }]),
  admin: user([], 'admin'),
  system: { kind: 'system' },
};

const suspended = (role: Membership['role']) => user([{ organizerId: OURS, role, suspended: true }]);

const ALWAYS = ['admin', 'system'];
const MANAGERS = ['manager', 'owner', ...ALWAYS];
const OFFICE = ['box_office', ...MANAGERS];

/** Written out a second time on purpose: whoever changes the table has to mean it twice. */
const whoMayAtOurs: Record<Action, string[]> = {
  'dashboard.enter': ['attendee', 'outsider', 'door', ...OFFICE],
  'door.enter': ['door', ...OFFICE],
  'door.check_in': ['door', ...OFFICE],
  'door.undo': ['door', ...OFFICE],
  'admin.enter': ALWAYS,
  'accounts.list': ALWAYS,
  'organizers.list': ALWAYS,
  'category.edit': ALWAYS,
  'events.look_up': ALWAYS,
  'bookings.look_up': ALWAYS,
  'audit.read': ALWAYS,
  'jobs.list': ALWAYS,
  'job.retry': ALWAYS,
  'quarantine.list': ALWAYS,
  'quarantine.decide': ALWAYS,
  'log.read': MANAGERS,
  'members.list': MANAGERS,
  'account.read': ['system'],
  'account.edit': ['system'],
  'account.erase': ['system'],
  'account.export': ['system'],
  'ticket.read': ['system'],
  'ticket.change': ['system'],
  'organizer.create': ALWAYS,
  'organizer.read': ['door', ...OFFICE],
  'organizer.edit': ['owner', ...ALWAYS],
  'member.invite': ['owner', ...ALWAYS],
  'member.change': ['owner', ...ALWAYS],
  'member.remove': ['owner', ...ALWAYS],
  'invitation.answer': ['system'],
  'member.leave': ['owner', 'manager', 'box_office', 'door', 'system'],
  'account.change_role': ALWAYS,
  'account.suspend': ALWAYS,
  'account.sign_out': ALWAYS,
  'organizer.verify': ALWAYS,
  'organizer.suspend': ALWAYS,
  'category.create': ALWAYS,
  'event.take_down': ALWAYS,
  'venue.create': MANAGERS,
  'event.create': MANAGERS,
  'event.edit': MANAGERS,
  'event.publish': MANAGERS,
  'event.cancel': MANAGERS,
  'events.list': OFFICE,
  'bookings.list': OFFICE,
  'booking.read': OFFICE,
  'booking.change': ['system'],
};

const isAction = (name: string): name is Action => Object.hasOwn(whoMayAtOurs, name);

const codeOf = (actor: Actor, action: Action, target: Target) => {
  try {
    assertMay(actor, action, target);
    return 'passes';
  } catch (error) {
    return error instanceof Error && 'code' in error ? error.code : error;
  }
};

describe('policy', () => {
  for (const action of Object.keys(whoMayAtOurs).filter(isAction)) {
    for (const [name, actor] of Object.entries(actors)) {
      const expected = whoMayAtOurs[action].includes(name);
      test(`${name} ${expected ? 'may' : 'may not'} ${action} at our organizer`, () => {
        expect(may(actor, action, { organizerId: OURS })).toBe(expected);
      });
    }
  }

  test.each([
    ['booking.read', true],
    ['booking.change', true],
    ['organizer.create', true],
    ['invitation.answer', true],
    ['event.edit', false],
  ] as const)('%s with what is mine: %s', (action, expected) => {
    expect(may(user(), action, { organizerId: OURS, userId: ME })).toBe(expected);
  });

  test('what is somebody else’s or nobody’s is not mine', () => {
    expect(may(user(), 'booking.read', { organizerId: OURS, userId: 'user-other' })).toBe(false);
    expect(may(user(), 'booking.read', { organizerId: OURS, userId: null })).toBe(false);
    expect(may(user(), 'booking.read', {})).toBe(false);
  });

  test.each([
    ['guest', 'sign_in_needed'],
    ['attendee', 'not_found'],
    ['outsider', 'not_found'],
    ['door', 'not_allowed'],
    ['box_office', 'not_allowed'],
    ['manager', 'passes'],
    ['admin', 'passes'],
  ])('%s who would edit our event: %s', (name, expected) => {
    const actor = actors[name];
    if (!actor) throw new Error(name);
    expect(codeOf(actor, 'event.edit', { organizerId: OURS })).toBe(expected);
  });

  test.each([
    ['owner', 'events.list', 'passes'],
    ['owner', 'bookings.list', 'passes'],
    ['door', 'door.enter', 'passes'],
    ['owner', 'event.edit', 'organizer_suspended'],
    ['manager', 'event.publish', 'organizer_suspended'],
    ['manager', 'member.invite', 'not_allowed'],
    ['box_office', 'event.edit', 'not_allowed'],
  ] as const)('%s of our suspended organizer, %s: %s', (role, action, expected) => {
    expect(codeOf(suspended(role), action, { organizerId: OURS })).toBe(expected);
    expect(may(suspended(role), action, { organizerId: OURS })).toBe(expected === 'passes');
  });

  test('a suspended organizer binds its members, and neither admins nor the worker', () => {
    const admin = user([{ organizerId: OURS, role: 'door', suspended: true }], 'admin');
    expect(may(admin, 'event.edit', { organizerId: OURS })).toBe(true);
    expect(may({ kind: 'system' }, 'event.edit', { organizerId: OURS })).toBe(true);
  });

  test.each([
    ['guest', false],
    ['attendee', false],
    ['outsider', true],
    ['door', true],
    ['admin', true],
    ['system', true],
  ] as const)('%s may enter some door: %s', (name, expected) => {
    const actor = actors[name];
    if (!actor) throw new Error(name);
    expect(mayAnywhere(actor, 'door.enter')).toBe(expected);
  });

  test('a role may nowhere do what it may do at no organizer', () => {
    expect(mayAnywhere(user([{ organizerId: OURS, role: 'door' }]), 'bookings.list')).toBe(false);
  });

  test('nobody stands in a row twice, and every row lets somebody in', () => {
    for (const { action, who } of policyTable()) {
      expect(new Set(who).size, action).toBe(who.length);
      expect(who.length, action).toBeGreaterThan(0);
    }
  });
});
