import { eq } from 'drizzle-orm';
import { users } from '#db/schema/index.ts';
import { recordAudit } from '../audit/record.ts';
import type { Actor } from '../auth/actor.ts';
import { assertMay } from '../auth/policy.ts';
import type { Database } from '../database.ts';
import { parseInput } from '../errors.ts';
import { type Reason, reasonSchema } from '../reason.schema.ts';
import { lockAccount } from './lock-account.ts';

/**
 * Lets somebody sign in again, with the role and the memberships that they had. Inverse of `suspend-account`.
 *
 * @returns false when they are not suspended
 * @throws DomainError `invalid_input`, `not_found`, and what `assertMay` throws.
 */
export async function liftAccountSuspension(
  db: Database,
  actor: Actor,
  userId: string,
  input: Reason,
): Promise<{ changed: boolean }> {
  assertMay(actor, 'account.suspend');
  const { reason } = parseInput(reasonSchema, input);
  return db.transaction(async (tx) => {
    const { suspended } = await lockAccount(tx, actor, 'account.suspend', userId);
    if (!suspended) return { changed: false };
    await tx.update(users).set({ suspendedAt: null, suspendedReason: null }).where(eq(users.id, userId));
    await recordAudit(tx, {
      actor,
      organizerId: null,
      action: 'user.suspension_lifted',
      object: { type: 'user', id: userId },
      personal: { personId: userId, changes: {} },
      because: reason,
    });
    return { changed: true };
  });
}
