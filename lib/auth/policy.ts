import { DomainError } from '../errors.ts';
import type { Actor, MemberRole } from './actor.ts';

type Rule = {
  /** Members of the organizer that the object belongs to, by role. */
  members: readonly MemberRole[];
  /** Whether admins of the platform may do it to every organizer. */
  admin: boolean;
  /** Whether people may do it with what is their own, such as their booking. */
  self: boolean;
  /** Whether everybody who is signed in may, because no object exists yet. */
  anyone: boolean;
};

const OFFICE = ['owner', 'manager', 'box_office'] as const;
const EVERY_MEMBER = ['owner', 'manager', 'box_office', 'door'] as const;
const MANAGERS = ['owner', 'manager'] as const;
const OWNER = ['owner'] as const;
const NOBODY = [] as const;

/**
 * Who may do what: the one place. A row is added together with its verb. `system` (the worker, the seed) may
 * everything; a guest nothing that stands here, because what guests may do asks for no policy.
 */
const rules = {
  'organizer.create': { members: NOBODY, admin: true, self: false, anyone: true },
  'member.add': { members: OWNER, admin: true, self: false, anyone: false },
  'category.create': { members: NOBODY, admin: true, self: false, anyone: false },
  'venue.create': { members: MANAGERS, admin: true, self: false, anyone: false },
  'event.create': { members: MANAGERS, admin: true, self: false, anyone: false },
  'event.edit': { members: MANAGERS, admin: true, self: false, anyone: false },
  'event.publish': { members: MANAGERS, admin: true, self: false, anyone: false },
  'event.cancel': { members: MANAGERS, admin: true, self: false, anyone: false },
  'events.list': { members: EVERY_MEMBER, admin: true, self: false, anyone: false },
  'bookings.list': { members: OFFICE, admin: true, self: false, anyone: false },
  'booking.read': { members: OFFICE, admin: true, self: true, anyone: false },
  // To hold on to places or give them back is the buyer's own business.
  'booking.change': { members: NOBODY, admin: false, self: true, anyone: false },
} satisfies Record<string, Rule>;

export type Action = keyof typeof rules;

/** What is acted upon: the organizer it belongs to, the person whose own it is. */
export type Target = { organizerId?: string | null; userId?: string | null };

/** What somebody is to the organizer of a target, or null: an outsider. */
function roleAt(actor: Actor, target: Target): MemberRole | null {
  if (actor.kind !== 'user' || !target.organizerId) return null;
  return actor.memberships.find((one) => one.organizerId === target.organizerId)?.role ?? null;
}

/** True when this actor may do this to that target. Decides nothing about the state the target is in. */
export function may(actor: Actor, action: Action, target: Target = {}): boolean {
  if (actor.kind === 'system') return true;
  if (actor.kind === 'guest') return false;
  const rule: Rule = rules[action];
  if (rule.anyone) return true;
  if (rule.admin && actor.role === 'admin') return true;
  if (rule.self && target.userId === actor.userId) return true;
  const role = roleAt(actor, target);
  return role !== null && rule.members.includes(role);
}

/**
 * Lets an actor pass who may do this, and stops every other.
 *
 * @throws DomainError `sign_in_needed` for a guest; `not_found` for what belongs to another organizer or person, so
 * that not even its existence is told; `not_allowed` for a member whose role does not reach this far.
 */
export function assertMay(actor: Actor, action: Action, target: Target = {}): void {
  if (may(actor, action, target)) return;
  if (actor.kind === 'guest') throw new DomainError('sign_in_needed');
  throw new DomainError(roleAt(actor, target) === null ? 'not_found' : 'not_allowed');
}
