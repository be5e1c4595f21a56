import { sql } from 'drizzle-orm';
import type Stripe from 'stripe';
import { recordAudit } from '../audit/record.ts';
import { confirmBooking } from '../booking/confirm-booking.ts';
import { mayStillBeSold } from '../booking/may-still-be-sold.ts';
import { reclaimPlaces } from '../booking/reclaim-places.ts';
import { releasePlaces } from '../booking/release-places.ts';
import { appNow, type Transaction } from '../database.ts';
import { log } from '../log.ts';
import { recordRefund } from './record-refund.ts';
import { refundInFull } from './refund-in-full.ts';
import { fromStripeAmount } from './stripe-amount.ts';

export type LockedPayment = {
  id: string;
  booking_id: string;
  status: string;
  payments_mode: string;
  amount: string;
  currency: string;
  booking_status: string;
  organizer_id: string;
};

/**
 * A step: moves a payment and its booking to where Stripe's intent stands. Only forwards: a payment that has succeeded
 * or was cancelled never moves again, so that repeated, reordered and stale readings change nothing.
 */
export async function applyIntent(
  tx: Transaction,
  intent: Stripe.PaymentIntent,
  refunds: readonly Stripe.Refund[],
): Promise<void> {
  const payment = await lockPayment(tx, intent);
  if (!payment) {
    log().warn({ intentId: intent.id }, 'an intent at Stripe that is not ours');
    return;
  }
  if (payment.status === 'succeeded' || payment.status === 'canceled') return;
  switch (intent.status) {
    case 'succeeded':
      await applySuccess(tx, payment, intent, refunds);
      return;
    case 'canceled':
      await tx.execute(sql`update payments set status = 'canceled' where id = ${payment.id}`);
      await backToHeld(tx, payment);
      return;
    case 'requires_capture':
      throw new Error(`intent ${intent.id} waits for capture, which Foyer never asks for`);
    default:
      await applyOpen(tx, payment, intent);
  }
}

/** Booking first, payment second: the order in which everyone locks them. */
async function lockPayment(
  tx: Transaction,
  intent: Stripe.PaymentIntent,
): Promise<LockedPayment | undefined> {
  const bookingId = intent.metadata.booking_id ?? null;
  const attempt = Number(intent.metadata.attempt);
  const { rows: found } = await tx.execute<{ id: string; booking_id: string }>(sql`
    select id, booking_id from payments where stripe_payment_intent_id = ${intent.id}
    union all
    -- The process died after Stripe had made the intent and before its id was stored.
    select id, booking_id from payments
    where stripe_payment_intent_id is null and booking_id::text = ${bookingId}
      and attempt = ${Number.isInteger(attempt) ? attempt : 0}
    limit 1`);
  const payment = found[0];
  if (!payment) return undefined;
  const { rows: bookings } = await tx.execute<{
    booking_status: string;
    organizer_id: string;
  }>(sql`
    select status as booking_status, organizer_id from bookings
    where id = ${payment.booking_id} for no key update`);
  const { rows: payments } = await tx.execute<Omit<LockedPayment, 'booking_status' | 'organizer_id'>>(
    sql`update payments set stripe_payment_intent_id = ${intent.id} where id = ${payment.id}
        returning id, booking_id, status, payments_mode, amount, currency`,
  );
  return payments[0] && bookings[0] ? { ...payments[0], ...bookings[0] } : undefined;
}

async function applySuccess(
  tx: Transaction,
  payment: LockedPayment,
  intent: Stripe.PaymentIntent,
  refunds: readonly Stripe.Refund[],
): Promise<void> {
  const captured = fromStripeAmount(intent.amount_received, payment.currency);
  const now = await appNow(tx);
  const differs = difference(payment, intent, captured);
  const settle = (outcome: 'fulfilled' | 'refunding' | 'quarantined', reason: string | null) =>
    tx.execute(sql`
      update payments set status = 'succeeded', outcome = ${outcome}::payment_outcome, captured = ${captured},
        quarantine_reason = ${reason}, succeeded_at = ${now}
      where id = ${payment.id}`);
  if (differs) {
    await settle('quarantined', differs);
    await recordAudit(tx, {
      actor: { kind: 'system' },
      organizerId: payment.organizer_id,
      action: 'payment.quarantined',
      object: { type: 'payment', id: payment.id },
      changes: { reason: [null, differs] },
    });
    log().error({ paymentId: payment.id, reason: differs }, 'a payment does not match its booking');
    return;
  }
  const givenBack = fromStripeAmount(
    refunds
      .filter(({ status }) => status !== 'failed' && status !== 'canceled')
      .reduce((sum, { amount }) => sum + amount, 0),
    payment.currency,
  );
  const sold = await mayStillBeSold(tx, payment.booking_id);
  if (givenBack < captured && sold && (await hasPlaces(tx, payment))) {
    await settle('fulfilled', null);
    for (const refund of refunds) await recordRefund(tx, refund);
    if (await confirmBooking(tx, payment.booking_id, { kind: 'system' }, now)) return;
    throw new Error(`booking ${payment.booking_id} is paid but could not be confirmed`);
  }
  const late = sold ? 'late_payment' : 'sale_stopped';
  const reason = payment.booking_status === 'confirmed' ? 'duplicate' : late;
  await settle('refunding', null);
  for (const refund of refunds) await recordRefund(tx, refund);
  await releasePlaces(tx, [payment.booking_id], OPEN, 'expired', now);
  await refundInFull(tx, payment, captured - givenBack, reason, now);
}

const OPEN = ['held', 'paying', 'awaiting_payment'] as const;

/** True when the booking has its places, or gets them back. Ask under the lock on the event's pools. */
async function hasPlaces(tx: Transaction, payment: LockedPayment): Promise<boolean> {
  if (OPEN.some((status) => status === payment.booking_status)) return true;
  return (
    ['expired', 'released'].includes(payment.booking_status) && (await reclaimPlaces(tx, payment.booking_id))
  );
}

/** What does not match between what we asked for and what Stripe took, as a code; null when all does. */
function difference(payment: LockedPayment, intent: Stripe.PaymentIntent, captured: number): string | null {
  if (intent.metadata.booking_id !== payment.booking_id) return 'booking_differs';
  if (intent.livemode !== (payment.payments_mode === 'live')) return 'mode_differs';
  if (intent.currency.toUpperCase() !== payment.currency) return 'currency_differs';
  if (captured !== Number(payment.amount)) return 'amount_differs';
  return null;
}

async function applyOpen(
  tx: Transaction,
  payment: LockedPayment,
  intent: Stripe.PaymentIntent,
): Promise<void> {
  const error = intent.last_payment_error;
  await tx.execute(sql`
    update payments set status = ${intent.status}::payment_status,
      last_error_code = ${error?.decline_code ?? error?.code ?? null}, last_error_message = ${error?.message ?? null}
    where id = ${payment.id}`);
  if (intent.status === 'requires_payment_method' && error) await backToHeld(tx, payment);
}

/** After a decline the places stay, for as long as there is time. */
async function backToHeld(tx: Transaction, payment: LockedPayment): Promise<void> {
  await tx.execute(sql`
    update bookings set status = 'held' where id = ${payment.booking_id} and status = 'paying'`);
}
