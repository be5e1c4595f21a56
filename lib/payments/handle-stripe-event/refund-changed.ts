import { sql } from 'drizzle-orm';
import { database } from '../../database.ts';
import { reconcilePayment } from '../reconcile-payment.ts';
import { recordRefund } from '../record-refund.ts';
import { stripe } from '../stripe.ts';
import type { StoredEvent } from './stored-event.ts';

/**
 * `refund.*`: ours have changed state, or somebody made one in Stripe's dashboard. What was refunded was paid first, so
 * the payment is brought up to date before.
 */
export async function refundChanged(event: StoredEvent): Promise<void> {
  const refund = await stripe().refunds.retrieve(event.objectId);
  const intent = refund.payment_intent;
  if (intent) await reconcilePayment(typeof intent === 'string' ? intent : intent.id);
  await database().transaction(async (tx) => {
    await recordRefund(tx, refund);
    await tx.execute(sql`update stripe_events set processed_at = app_now() where id = ${event.id}`);
  });
}
