import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { users } from '#db/schema/index.ts';
import { recordAudit } from '../audit/record.ts';
import type { Actor } from '../auth/actor.ts';
import { assertMay } from '../auth/policy.ts';
import type { Database } from '../database.ts';
import { DomainError, parseInput } from '../errors.ts';
import { changeAccountRoleSchema } from './change-account-role.schema.ts';
import { lockAccount } from './lock-account.ts';

/**
 * Makes somebody an admin, or one no longer. It acts at their next request. What they are to organizers stays.
 *
 * @returns false when they were that already
 * @throws DomainError `last_admin`, `invalid_input`, `not_found`, and what `assertMay` throws.
 */
export async function changeAccountRole(
  db: Database,
  actor: Actor,
  userId: string,
  input: z.input<typeof changeAccountRoleSchema>,
): Promise<{ changed: boolean }> {
  assertMay(actor, 'account.change_role');
  const { role, reason } = parseInput(changeAccountRoleSchema, input);
  return db.transaction(async (tx) => {
    const before = await lockAccount(tx, actor, 'account.change_role', userId);
    if (before.role === role) return { changed: false };
    if (before.lastAdmin) throw new DomainError('last_admin');
    await tx.update(users).set({ role }).where(eq(users.id, userId));
    await recordAudit(tx, {
      actor,
      organizerId: null,
      action: 'user.role_changed',
      object: { type: 'user', id: userId },
      changes: { role: [before.role, role] },
      personal: { personId: userId, changes: {} },
      because: reason,
    });
    return { changed: true };
  });
}
