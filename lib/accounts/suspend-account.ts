import { eq, sql } from 'drizzle-orm';
import { users } from '#db/schema/index.ts';
import { recordAudit } from '../audit/record.ts';
import type { Actor } from '../auth/actor.ts';
import { endSessions } from '../auth/end-sessions.ts';
import { assertMay } from '../auth/policy.ts';
import type { Database } from '../database.ts';
import { DomainError, parseInput } from '../errors.ts';
import { type Reason, reasonSchema } from '../reason.schema.ts';
import { lockAccount } from './lock-account.ts';

/**
 * Shuts somebody out, at the next request of each of their devices. Their tickets stay valid and their organizers go on
 * selling; to stop those, suspend the organizer. Inverse: `lift-account-suspension`.
 *
 * @returns false when they are suspended already; then the first reason stays
 * @throws DomainError `last_admin`, `invalid_input`, `not_found`, and what `assertMay` throws.
 */
export async function suspendAccount(
  db: Database,
  actor: Actor,
  userId: string,
  input: Reason,
): Promise<{ changed: boolean }> {
  assertMay(actor, 'account.suspend');
  const { reason } = parseInput(reasonSchema, input);
  return db.transaction(async (tx) => {
    const { suspended, lastAdmin } = await lockAccount(tx, actor, 'account.suspend', userId);
    if (suspended) return { changed: false };
    if (lastAdmin) throw new DomainError('last_admin');
    await tx
      .update(users)
      .set({ suspendedAt: sql`app_now()`, suspendedReason: reason })
      .where(eq(users.id, userId));
    // So that no device is signed in again by itself once this is lifted.
    const ended = await endSessions(tx, userId);
    await recordAudit(tx, {
      actor,
      organizerId: null,
      action: 'user.suspended',
      object: { type: 'user', id: userId },
      changes: ended > 0 ? { sessions: [ended, 0] } : {},
      personal: { personId: userId, changes: {} },
      because: reason,
    });
    return { changed: true };
  });
}
