import { sql } from 'drizzle-orm';
import type Stripe from 'stripe';
import { database } from '../database.ts';
import { applyIntent } from './apply-intent.ts';
import { stripe } from './stripe.ts';

/**
 * A flow: asks Stripe how an intent stands and brings payment and booking there. Whoever learns that something may
 * have changed (the webhook, the return page, the sweeper) calls this, as often as they like: what Stripe says now
 * counts, never the order or the content of what was delivered.
 *
 * @param stripeEventId marks this stored event as processed in the same transaction
 * @throws Stripe's errors when it cannot be asked; nothing has changed then
 */
export async function reconcilePayment(intentId: string, stripeEventId?: string): Promise<void> {
  const intent = await stripe().paymentIntents.retrieve(intentId, { expand: ['latest_charge'] });
  const refunds = await refundsOf(intent);
  await database().transaction(async (tx) => {
    await applyIntent(tx, intent, refunds);
    if (stripeEventId) {
      await tx.execute(sql`update stripe_events set processed_at = app_now() where id = ${stripeEventId}`);
    }
  });
}

/** A flow: reconciles the payments of one booking that are still open. For the page a buyer comes back to. */
export async function reconcileBooking(bookingId: string): Promise<void> {
  const { rows } = await database().execute<{ intent_id: string }>(sql`
    select stripe_payment_intent_id as intent_id from payments
    where booking_id = ${bookingId} and stripe_payment_intent_id is not null
      and status not in ('succeeded', 'canceled')`);
  for (const { intent_id } of rows) await reconcilePayment(intent_id);
}

/** What has been given back in Stripe's own dashboard before we knew of the payment. Usually nothing, and not asked. */
async function refundsOf(intent: Stripe.PaymentIntent): Promise<Stripe.Refund[]> {
  const charge = intent.latest_charge;
  if (charge === null || typeof charge === 'string' || charge.amount_refunded === 0) return [];
  return (await stripe().refunds.list({ payment_intent: intent.id, limit: 100 })).data;
}
