import { sql } from 'drizzle-orm';
import Stripe from 'stripe';
import { database, type Transaction } from '../database.ts';
import { enqueueJob } from '../job-queue.ts';
import { log } from '../log.ts';
import { recordRefund } from './record-refund.ts';
import { stripe } from './stripe.ts';
import { toStripeAmount } from './stripe-amount.ts';

type StoredRefund = {
  id: string;
  stripe_refund_id: string | null;
  status: string;
  amount: string;
  currency: string;
  intent_id: string;
  booking_id: string;
  payment_id: string;
};

/**
 * A flow: has Stripe carry out a refund that is written down, or learns how far it is. The row's id is the idempotency
 * key, so a repeat after a crash never pays back twice. Run by the worker until it goes through.
 *
 * @throws Stripe's errors, so that the job is tried again
 */
export async function refundPayment(refundId: string): Promise<void> {
  const { rows } = await database().execute<StoredRefund>(sql`
    select r.id, r.stripe_refund_id, r.status, r.amount, r.currency, r.payment_id,
      p.stripe_payment_intent_id as intent_id, p.booking_id
    from refunds r join payments p on p.id = r.payment_id where r.id = ${refundId}`);
  const refund = rows[0];
  if (!refund || ['failed', 'canceled', 'succeeded'].includes(refund.status)) return;
  try {
    const made = await ask(refund);
    await database().transaction((tx) => recordRefund(tx, made));
  } catch (error) {
    // Stripe no longer has that much to give back: somebody refunded in its dashboard meanwhile.
    if (!isRefundedElsewhere(error)) throw error;
    log().warn({ refundId }, 'part of a refund was made in Stripe’s dashboard');
    await refundTheRest(refund);
  }
}

function ask(refund: StoredRefund): Promise<Stripe.Refund> {
  if (refund.stripe_refund_id) return stripe().refunds.retrieve(refund.stripe_refund_id);
  return stripe().refunds.create(
    {
      payment_intent: refund.intent_id,
      amount: toStripeAmount(Number(refund.amount), refund.currency),
      metadata: { refund_id: refund.id, booking_id: refund.booking_id },
    },
    { idempotencyKey: `foyer-refund-${refund.id}` },
  );
}

function isRefundedElsewhere(error: unknown): boolean {
  return (
    error instanceof Stripe.errors.StripeInvalidRequestError &&
    (error.code === 'charge_already_refunded' || error.param === 'amount')
  );
}

/** Takes our row back, writes down what was made elsewhere, and asks for what is still missing, if anything. */
async function refundTheRest(refund: StoredRefund): Promise<void> {
  const made = await stripe().refunds.list({ payment_intent: refund.intent_id, limit: 100 });
  await database().transaction(async (tx) => {
    await tx.execute(sql`select from payments where id = ${refund.payment_id} for no key update`);
    const withdrawn = await tx.execute(sql`
      update refunds set status = 'canceled' where id = ${refund.id} and status = 'creating'`);
    if (withdrawn.rowCount === 0) return;
    await tx.execute(sql`
      update payments set refunded = refunded - ${refund.amount} where id = ${refund.payment_id}`);
    for (const one of made.data) await recordRefund(tx, one);
    await askForRest(tx, refund);
  });
}

async function askForRest(tx: Transaction, refund: StoredRefund): Promise<void> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    with rest as (
      update payments set refunded = captured where id = ${refund.payment_id} and refunded < captured
      returning id, currency, captured
    ), was as (
      select sum(amount) as amount from refunds
      where payment_id = ${refund.payment_id} and status not in ('failed', 'canceled')
    )
    insert into refunds (payment_id, reason, currency, amount)
    select rest.id, (select reason from refunds where id = ${refund.id}), rest.currency,
      rest.captured - coalesce((select amount from was), 0)
    from rest returning id`);
  const rest = rows[0];
  if (rest) await enqueueJob(tx, 'refund_payment', { refundId: rest.id }, { key: `refund-${rest.id}` });
}
