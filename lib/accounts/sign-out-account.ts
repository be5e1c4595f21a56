import { recordAudit } from '../audit/record.ts';
import type { Actor } from '../auth/actor.ts';
import { endSessions } from '../auth/end-sessions.ts';
import { assertMay } from '../auth/policy.ts';
import type { Database } from '../database.ts';
import { parseInput } from '../errors.ts';
import { type Reason, reasonSchema } from '../reason.schema.ts';
import { lockAccount } from './lock-account.ts';

/**
 * Signs somebody out on every device, at the next request of each. They can sign in again.
 *
 * @returns how many sessions ended
 * @throws DomainError `invalid_input`, `not_found`, and what `assertMay` throws.
 */
export async function signOutAccount(
  db: Database,
  actor: Actor,
  userId: string,
  input: Reason,
): Promise<{ ended: number }> {
  assertMay(actor, 'account.sign_out');
  const { reason } = parseInput(reasonSchema, input);
  return db.transaction(async (tx) => {
    await lockAccount(tx, actor, 'account.sign_out', userId);
    const ended = await endSessions(tx, userId);
    if (ended === 0) return { ended };
    await recordAudit(tx, {
      actor,
      organizerId: null,
      action: 'user.sessions_ended',
      object: { type: 'user', id: userId },
      changes: { sessions: [ended, 0] },
      personal: { personId: userId, changes: {} },
      because: reason,
    });
    return { ended };
  });
}
