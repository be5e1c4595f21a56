import { and, eq, isNull, sql } from 'drizzle-orm';
import { users } from '#db/schema/index.ts';
import type { Actor, UserActor } from '../auth/actor.ts';
import { type Action, assertMay } from '../auth/policy.ts';
import type { Transaction } from '../database.ts';
import { DomainError } from '../errors.ts';

type LockedAccount = {
  role: UserActor['role'];
  suspended: boolean;
  /** True when nobody else is left who could look after the platform. */
  lastAdmin: boolean;
};

/**
 * A step: locks an account for an admin who decides about it, behind all admins who can act, and asks once more whether
 * the actor is still one of them. So two admins who take each other's role at the same instant come one after the
 * other, and whoever lost it first takes nobody's.
 *
 * @throws DomainError `not_found`, and what `assertMay` throws
 */
export async function lockAccount(
  tx: Transaction,
  actor: Actor,
  action: Action,
  userId: string,
): Promise<LockedAccount> {
  // Always in the same order, so that two who wait for each other cannot be.
  const admins = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.role, 'admin'), isNull(users.suspendedAt)))
    .orderBy(users.id)
    .for('no key update');
  const isAdmin = (id: string) => admins.some((admin) => admin.id === id);
  assertMay(
    actor.kind === 'user' ? { ...actor, role: isAdmin(actor.userId) ? 'admin' : 'attendee' } : actor,
    action,
  );
  const [account] = await tx
    .select({ role: users.role, suspended: sql<boolean>`${users.suspendedAt} is not null` })
    .from(users)
    .where(eq(users.id, userId))
    .for('no key update');
  if (!account) throw new DomainError('not_found');
  return { ...account, lastAdmin: isAdmin(userId) && admins.length === 1 };
}
