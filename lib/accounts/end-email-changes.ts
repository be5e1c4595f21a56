import { and, eq, isNull, sql } from 'drizzle-orm';
import { emailChanges } from '#db/schema/index.ts';
import { recordAudit } from '../audit/record.ts';
import type { Actor, UserActor } from '../auth/actor.ts';
import { assertMay } from '../auth/policy.ts';
import { database, type Transaction } from '../database.ts';
import { DomainError } from '../errors.ts';
import { findEmailChange } from './email-change.ts';

/**
 * A step: what somebody still waits for is over; its keys open nothing any more.
 *
 * @param id of one change; all of theirs where there is none
 */
export async function endEmailChanges(
  tx: Transaction,
  actor: Actor,
  userId: string,
  id?: string,
): Promise<number> {
  const ended = await tx
    .update(emailChanges)
    .set({ endedAt: sql`app_now()` })
    .where(
      and(
        eq(emailChanges.userId, userId),
        isNull(emailChanges.endedAt),
        id === undefined ? undefined : eq(emailChanges.id, id),
      ),
    )
    .returning({ id: emailChanges.id });
  if (ended.length > 0) {
    await recordAudit(tx, {
      actor,
      organizerId: null,
      action: 'user.email_change_ended',
      object: { type: 'user', id: userId },
    });
  }
  return ended.length;
}

/** A flow: takes the change back that somebody waits for. Does nothing where there is none. */
export async function withdrawEmailChange(actor: UserActor): Promise<void> {
  assertMay(actor, 'account.edit', { userId: actor.userId });
  await database().transaction((tx) => endEmailChanges(tx, actor, actor.userId));
}

/**
 * A flow: the same by a key of either mailbox, for whoever did not ask for it. Needs no session: it may be somebody
 * else who is signed in.
 *
 * @throws DomainError `link_used` when there is nothing to stop any more
 */
export async function refuseEmailChange(key: string): Promise<void> {
  const change = await findEmailChange(database(), key);
  if (change?.state !== 'open') throw new DomainError('link_used');
  const { userId, id } = change;
  const ended = await database().transaction((tx) => endEmailChanges(tx, { kind: 'guest' }, userId, id));
  if (ended === 0) throw new DomainError('link_used');
}
