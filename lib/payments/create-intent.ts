import { sql } from 'drizzle-orm';
import type Stripe from 'stripe';
import { database } from '../database.ts';
import { stripe } from './stripe.ts';
import { toStripeAmount } from './stripe-amount.ts';

/** A payment as far as Stripe needs to know it. */
export type PaymentToCreate = {
  id: string;
  bookingId: string;
  reference: string;
  attempt: number;
  amount: number;
  currency: string;
};

/**
 * Makes the intent of a payment, or gets the one that is there: the key comes from booking and attempt, and every
 * parameter from the price snapshot, so a repeat after a crash or a lost answer finds the same intent. Stripe keeps
 * the key 24 hours, far longer than any hold lives.
 *
 * Not to be called inside a transaction.
 *
 * @throws Stripe's errors
 */
export async function createIntent(payment: PaymentToCreate): Promise<Stripe.PaymentIntent> {
  const intent = await stripe().paymentIntents.create(
    {
      amount: toStripeAmount(payment.amount, payment.currency),
      currency: payment.currency.toLowerCase(),
      automatic_payment_methods: { enabled: true },
      description: payment.reference,
      metadata: {
        booking_id: payment.bookingId,
        reference: payment.reference,
        attempt: String(payment.attempt),
      },
    },
    { idempotencyKey: `foyer-${payment.bookingId}-${payment.attempt}` },
  );
  await database().execute(sql`
    update payments set stripe_payment_intent_id = ${intent.id},
      status = case when status = 'creating' then 'requires_payment_method' else status end
    where id = ${payment.id} and stripe_payment_intent_id is null`);
  return intent;
}
