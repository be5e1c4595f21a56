import { sql } from 'drizzle-orm';
import { database } from '../database.ts';
import { createIntent } from './create-intent.ts';
import { reconcilePayment } from './reconcile-payment.ts';
import { isStripeUnavailable, isUnexpectedState, stripe } from './stripe.ts';

/** Others wait for the places: better told "unreachable" soon, and asked again. */
const IMPATIENT = { timeout: 5_000, maxNetworkRetries: 0 };

export type CancelResult =
  /** There is no payment that could still succeed. */
  | 'nothing_open'
  /** The money is there: the booking is confirmed, or its refund is under way. */
  | 'succeeded'
  /** A bank is still thinking; it can end either way. */
  | 'processing'
  /** Stripe does not answer. */
  | 'unreachable';

/**
 * A flow: makes sure that the open payment of a booking cannot succeed any more, before its places are given to others.
 * Cancels the intent at Stripe and writes down what came of it.
 */
export async function cancelOpenPayment(bookingId: string): Promise<CancelResult> {
  const { rows } = await database().execute<{
    id: string;
    reference: string;
    intent_id: string | null;
    attempt: number;
    amount: string;
    currency: string;
  }>(sql`
    select p.id, b.reference, p.stripe_payment_intent_id as intent_id, p.attempt, p.amount, p.currency
    from payments p join bookings b on b.id = p.booking_id
    where p.booking_id = ${bookingId} and p.status not in ('succeeded', 'canceled')`);
  const payment = rows[0];
  if (!payment) return 'nothing_open';
  try {
    // Without an id it is unknown whether Stripe has the intent: making it again, under the same key, finds out.
    const intentId =
      payment.intent_id ?? (await createIntent({ ...payment, bookingId, amount: Number(payment.amount) })).id;
    try {
      await stripe().paymentIntents.cancel(intentId, { cancellation_reason: 'abandoned' }, IMPATIENT);
    } catch (error) {
      // Paid, being paid, or cancelled already: what it is, the next line learns.
      if (!isUnexpectedState(error)) throw error;
    }
    await reconcilePayment(intentId);
  } catch (error) {
    if (isStripeUnavailable(error)) return 'unreachable';
    throw error;
  }
  const { rows: after } = await database().execute<{ status: string }>(sql`
    select status from payments where id = ${payment.id}`);
  switch (after[0]?.status) {
    case 'canceled':
      return 'nothing_open';
    case 'succeeded':
      return 'succeeded';
    default:
      return 'processing';
  }
}
