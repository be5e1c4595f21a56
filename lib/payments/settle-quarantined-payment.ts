import { sql } from 'drizzle-orm';
import { recordAudit } from '../audit/record.ts';
import type { Actor } from '../auth/actor.ts';
import { assertMay } from '../auth/policy.ts';
import type { Database } from '../database.ts';
import { parseInput } from '../errors.ts';
import { type Reason, reasonSchema } from '../reason.schema.ts';
import { lockQuarantinedPayment } from './lock-quarantined-payment.ts';

/**
 * Closes a payment in quarantine that was dealt with by other means, such as a transfer by hand. No money moves and its
 * booking stays as it is; what was done is the reason.
 *
 * @returns false when somebody has decided about it already
 * @throws DomainError `invalid_input`, `not_found`, and what `assertMay` throws.
 */
export async function settleQuarantinedPayment(
  db: Database,
  actor: Actor,
  paymentId: string,
  input: Reason,
): Promise<{ changed: boolean }> {
  assertMay(actor, 'quarantine.decide');
  const { reason } = parseInput(reasonSchema, input);
  return db.transaction(async (tx) => {
    const payment = await lockQuarantinedPayment(tx, paymentId);
    if (!payment) return { changed: false };
    await tx.execute(sql`
      update payments set outcome = 'settled' where id = ${payment.id} and outcome = 'quarantined'`);
    await recordAudit(tx, {
      actor,
      organizerId: payment.organizer_id,
      action: 'payment.settled',
      object: { type: 'payment', id: payment.id },
      changes: { outcome: ['quarantined', 'settled'] },
      because: reason,
    });
    return { changed: true };
  });
}
