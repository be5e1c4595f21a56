import { sql } from 'drizzle-orm';
import { recordAudit } from '../audit/record.ts';
import type { Actor } from '../auth/actor.ts';
import { assertMay } from '../auth/policy.ts';
import { releasePlaces } from '../booking/release-places.ts';
import { appNow, type Database } from '../database.ts';
import { parseInput } from '../errors.ts';
import { type Reason, reasonSchema } from '../reason.schema.ts';
import { lockQuarantinedPayment } from './lock-quarantined-payment.ts';
import { refundInFull } from './refund-in-full.ts';

/**
 * Sends back what is left of a payment in quarantine. Its booking, where it still keeps places, gives them back, and its
 * buyer is told. A refund that fails at Stripe puts the payment back into quarantine.
 *
 * @returns false when somebody has decided about it already
 * @throws DomainError `invalid_input`, `not_found`, and what `assertMay` throws.
 */
export async function refundQuarantinedPayment(
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
    const now = await appNow(tx);
    await tx.execute(sql`
      update payments set outcome = 'refunding' where id = ${payment.id} and outcome = 'quarantined'`);
    await recordAudit(tx, {
      actor,
      organizerId: payment.organizer_id,
      action: 'payment.sent_back',
      object: { type: 'payment', id: payment.id },
      changes: { outcome: ['quarantined', 'refunding'] },
      because: reason,
    });
    await releasePlaces(tx, [payment.booking_id], ['held', 'paying', 'awaiting_payment'], 'expired', now);
    await refundInFull(tx, payment, payment.left, 'quarantined', now, actor);
    return { changed: true };
  });
}
