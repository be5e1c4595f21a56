import { sql } from 'drizzle-orm';
import { database } from '../database.ts';
import { recordRefund } from './record-refund.ts';
import { stripe } from './stripe.ts';
import { toStripeAmount } from './stripe-amount.ts';

/**
 * A flow: has Stripe carry out a refund that is written down, or learns how far it is. The row's id is the idempotency
 * key, so a repeat after a crash never pays back twice. Run by the worker until it goes through.
 *
 * @throws Stripe's errors, so that the job is tried again
 */
export async function refundPayment(refundId: string): Promise<void> {
  const { rows } = await database().execute<{
    stripe_refund_id: string | null;
    status: string;
    amount: string;
    currency: string;
    intent_id: string;
    booking_id: string;
  }>(sql`
    select r.stripe_refund_id, r.status, r.amount, r.currency, p.stripe_payment_intent_id as intent_id, p.booking_id
    from refunds r join payments p on p.id = r.payment_id where r.id = ${refundId}`);
  const refund = rows[0];
  if (!refund) return;
  const made = refund.stripe_refund_id
    ? await stripe().refunds.retrieve(refund.stripe_refund_id)
    : await stripe().refunds.create(
        {
          payment_intent: refund.intent_id,
          amount: toStripeAmount(Number(refund.amount), refund.currency),
          metadata: { refund_id: refundId, booking_id: refund.booking_id },
        },
        { idempotencyKey: `foyer-refund-${refundId}` },
      );
  await recordRefund(made);
}
