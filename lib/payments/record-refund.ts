import { sql } from 'drizzle-orm';
import type Stripe from 'stripe';
import { recordAudit } from '../audit/record.ts';
import type { Transaction } from '../database.ts';
import { fromStripeAmount } from './stripe-amount.ts';

/**
 * A step: writes down where a refund at Stripe stands. Knows ours by the row's id in its metadata; one made in Stripe's
 * own dashboard gets a row of its own. A refund that has failed no longer counts against the payment. The payment must
 * be known to have succeeded; see `reconcile-payment`.
 */
export async function recordRefund(tx: Transaction, refund: Stripe.Refund): Promise<void> {
  const intent = refund.payment_intent;
  const intentId = typeof intent === 'string' ? intent : (intent?.id ?? null);
  const { rows: payments } = await tx.execute<{ id: string; currency: string; organizer_id: string }>(sql`
    select p.id, p.currency, b.organizer_id from payments p join bookings b on b.id = p.booking_id
    where p.stripe_payment_intent_id = ${intentId} and p.status = 'succeeded' for no key update of p`);
  const payment = payments[0];
  if (!payment) return;
  const ours = refund.metadata?.refund_id ?? null;
  const { rows: known } = await tx.execute<{ id: string; status: string; amount: string }>(sql`
    select id, status, amount from refunds
    where payment_id = ${payment.id} and (stripe_refund_id = ${refund.id} or id::text = ${ours})
    for no key update`);
  const status = refund.status ?? 'pending';
  const row = known[0];
  if (row) {
    // Failed and cancelled are final, and they put the money back under the payment: once.
    if (row.status === 'failed' || row.status === 'canceled') return;
    await tx.execute(sql`
      update refunds set stripe_refund_id = ${refund.id}, status = ${status}::refund_status,
        failure_reason = ${refund.failure_reason ?? null}
      where id = ${row.id}`);
    if (status === 'failed' || status === 'canceled')
      await noLongerCounts(tx, payment, Number(row.amount), row.id);
    return;
  }
  if (status === 'failed' || status === 'canceled') return;
  const amount = fromStripeAmount(refund.amount, payment.currency);
  const { rows: made } = await tx.execute<{ id: string }>(sql`
    insert into refunds (payment_id, stripe_refund_id, status, reason, currency, amount)
    values (${payment.id}, ${refund.id}, ${status}::refund_status, 'made_in_stripe', ${payment.currency}, ${amount})
    returning id`);
  await tx.execute(sql`update payments set refunded = refunded + ${amount} where id = ${payment.id}`);
  await recordAudit(tx, {
    actor: { kind: 'stripe' },
    organizerId: payment.organizer_id,
    action: 'refund.made_in_stripe',
    object: { type: 'refund', id: made[0]?.id ?? refund.id },
    changes: { amount: [null, amount] },
  });
}

async function noLongerCounts(
  tx: Transaction,
  payment: { id: string; organizer_id: string },
  amount: number,
  refundId: string,
): Promise<void> {
  // Money we meant to give back and could not is for a person to look at.
  await tx.execute(sql`
    update payments set refunded = refunded - ${amount},
      outcome = case when outcome = 'refunding' then 'quarantined'::payment_outcome else outcome end,
      quarantine_reason = case when outcome = 'refunding' then 'refund_failed' else quarantine_reason end
    where id = ${payment.id}`);
  await recordAudit(tx, {
    actor: { kind: 'stripe' },
    organizerId: payment.organizer_id,
    action: 'refund.failed',
    object: { type: 'refund', id: refundId },
    changes: {},
  });
}
