import { DomainError } from '../errors.ts';
import type { Actor, MemberRole, Membership } from './actor.ts';

/**
 * Who may stand in a row: members by their role at the organizer that the object belongs to; admins of the platform,
 * for every organizer; `self`, whose own the object is, such as their booking; `anyone` who is signed in.
 */
export type Who = MemberRole | 'admin' | 'self' | 'anyone';

const OWNER = ['owner'] as const;
const MANAGERS = ['owner', 'manager'] as const;
const OFFICE = ['owner', 'manager', 'box_office'] as const;
const MEMBERS = ['owner', 'manager', 'box_office', 'door'] as const;

type Rows = Record<string, readonly Who[]>;

/**
 * Who may do what: the one place, in two halves. A row is added together with its verb, named `object.verb`. `system`
 * (the worker, the seed) may everything; a guest nothing that stands here, because what guests may do asks for no
 * policy. `npm run policy:table` writes it into the README. A row that members stand in has its words under `may` in `team.json`.
 *
 * This half goes on while an organizer is suspended: looking, and what its ticket holders and its members must not lose.
 */
const always = {
  'dashboard.enter': ['anyone'],
  'admin.enter': ['admin'],

  'account.read': ['self'],
  'account.edit': ['self'],
  'account.erase': ['self'],
  'account.export': ['self'],

  // The way to the door, its list and its figures; letting people in; taking that back.
  'door.enter': [...MEMBERS, 'admin'],
  'door.check_in': [...MEMBERS, 'admin'],
  'door.undo': [...MEMBERS, 'admin'],

  'organizer.create': ['self', 'admin'],
  'organizer.read': [...MEMBERS, 'admin'],
  'events.list': [...OFFICE, 'admin'],
  'bookings.list': [...OFFICE, 'admin'],
  'booking.read': [...OFFICE, 'admin', 'self'],
  // To hold on to places or give them back is the buyer's own business.
  'booking.change': ['self'],
  // A ticket that was handed on is its new holder's business alone.
  'ticket.read': ['self'],
  'ticket.change': ['self'],

  'invitation.answer': ['self'],
  'member.leave': [...MEMBERS],
  'members.list': [...MANAGERS, 'admin'],
  'log.read': [...MANAGERS, 'admin'],

  'accounts.list': ['admin'],
  'account.change_role': ['admin'],
  'account.suspend': ['admin'],
  'account.sign_out': ['admin'],
  'organizers.list': ['admin'],
  'organizer.verify': ['admin'],
  'organizer.suspend': ['admin'],
  'category.create': ['admin'],
  'category.edit': ['admin'],
  'events.look_up': ['admin'],
  'bookings.look_up': ['admin'],
  'event.take_down': ['admin'],
  'audit.read': ['admin'],
  'jobs.list': ['admin'],
  'job.retry': ['admin'],
  'quarantine.list': ['admin'],
  'quarantine.decide': ['admin'],
} as const satisfies Rows;

/** This half rests meanwhile, for its members: selling, and whatever changes what is sold or by whom. */
const unlessSuspended = {
  'organizer.edit': [...OWNER, 'admin'],
  'member.invite': [...OWNER, 'admin'],
  'member.change': [...OWNER, 'admin'],
  'member.remove': [...OWNER, 'admin'],
  'venue.create': [...MANAGERS, 'admin'],
  'event.create': [...MANAGERS, 'admin'],
  'event.edit': [...MANAGERS, 'admin'],
  'event.publish': [...MANAGERS, 'admin'],
  'event.cancel': [...MANAGERS, 'admin'],
} as const satisfies Rows;

type Table = typeof always & typeof unlessSuspended;

export type Action = keyof Table;

/** The actions that members of some role may do. */
export type MemberAction = {
  [A in Action]: Extract<Table[A][number], MemberRole> extends never ? never : A;
}[Action];

const rules: Record<Action, readonly Who[]> = { ...always, ...unlessSuspended };

/** What is acted upon: the organizer it belongs to, the person whose own it is. */
export type Target = { organizerId?: string | null; userId?: string | null };

/** What somebody is to the organizer of a target, or null: an outsider. */
function membershipAt(actor: Actor, target: Target): Membership | null {
  if (actor.kind !== 'user' || !target.organizerId) return null;
  return actor.memberships.find((one) => one.organizerId === target.organizerId) ?? null;
}

/** What the table says, before anybody asks whether the organizer is suspended. */
function decide(actor: Actor, action: Action, target: Target): 'yes' | 'as_member' | 'no' {
  if (actor.kind === 'system') return 'yes';
  if (actor.kind === 'guest') return 'no';
  const who = rules[action];
  if (who.includes('anyone')) return 'yes';
  if (who.includes('admin') && actor.role === 'admin') return 'yes';
  if (who.includes('self') && target.userId === actor.userId) return 'yes';
  const membership = membershipAt(actor, target);
  return membership && who.includes(membership.role) ? 'as_member' : 'no';
}

/** True when this is for a member who has to wait until their organizer is no longer suspended. */
function rests(actor: Actor, action: Action, target: Target): boolean {
  return Object.hasOwn(unlessSuspended, action) && membershipAt(actor, target)?.suspended === true;
}

/** True when this actor may do this to that target. Decides nothing about the state the target is in. */
export function may(actor: Actor, action: Action, target: Target = {}): boolean {
  const decision = decide(actor, action, target);
  return decision === 'yes' || (decision === 'as_member' && !rests(actor, action, target));
}

/** True when this actor may do this at one organizer at least: for areas, whose address names none. */
export function mayAnywhere(actor: Actor, action: Action): boolean {
  const organizers = actor.kind === 'user' ? actor.memberships : [];
  return may(actor, action) || organizers.some(({ organizerId }) => may(actor, action, { organizerId }));
}

/**
 * Lets an actor pass who may do this, and stops every other.
 *
 * @throws DomainError `sign_in_needed` for a guest; `not_found` for what belongs to another organizer or person, so
 * that not even its existence is told; `not_allowed` for a member whose role does not reach this far;
 * `organizer_suspended` for one whose role would.
 */
export function assertMay(actor: Actor, action: Action, target: Target = {}): void {
  if (may(actor, action, target)) return;
  if (actor.kind === 'guest') throw new DomainError('sign_in_needed');
  if (membershipAt(actor, target) === null) throw new DomainError('not_found');
  throw new DomainError(
    decide(actor, action, target) === 'as_member' ? 'organizer_suspended' : 'not_allowed',
  );
}

export type PolicyRow = { action: Action; who: readonly Who[]; whileSuspended: boolean };

/** The whole table, for whoever shows it. */
export function policyTable(): PolicyRow[] {
  return actions.map((action) => ({
    action,
    who: rules[action],
    whileSuspended: Object.hasOwn(always, action),
  }));
}

const isAction = (name: string): name is Action => Object.hasOwn(rules, name);

const actions = Object.keys(rules).filter(isAction);
