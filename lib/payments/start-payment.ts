import { sql } from 'drizzle-orm';
import type Stripe from 'stripe';
import { type BookingAccess, openBooking } from '../booking/booking-access.ts';
import { confirmBooking } from '../booking/confirm-booking.ts';
import { mayStillBeSold } from '../booking/may-still-be-sold.ts';
import { recordBuyer } from '../booking/record-buyer.ts';
import { database, type Transaction } from '../database.ts';
import { DomainError } from '../errors.ts';
import type { Locale } from '../i18n/routing.ts';
import { log } from '../log.ts';
import { normaliseReference } from '../reference.ts';
import { createIntent, type PaymentToCreate } from './create-intent.ts';
import { reconcilePayment } from './reconcile-payment.ts';
import type { StartPaymentInput } from './start-payment.schema.ts';
import { isStripeUnavailable, stripe } from './stripe.ts';

/** What a hold gets on top, once, when its buyer begins to pay. */
const PAYMENT_MINUTES = 10;

export type PaymentStart =
  /** Nothing is to be paid (any more). */
  | { kind: 'confirmed' }
  /** For Stripe.js in the buyer's browser, which confirms with it. */
  | { kind: 'pay'; clientSecret: string };

/**
 * A flow: stores buyer and attendees and begins the payment. One transaction, then Stripe, never both at once. Calling
 * it again (a second tab, a retry after a decline, a lost answer) comes back to the same intent, so nobody can be
 * charged twice. A booking that costs nothing is confirmed at once.
 *
 * @param locale of the page it is begun on, for the mails to come; null where that is no page
 * @throws DomainError `hold_expired`, `attendees_incomplete`, `above_buyer_limit`, `payment_under_way`,
 *   `payment_unavailable` when Stripe does not answer (no money has moved), `not_found`
 */
export async function startPayment(
  reference: string,
  input: StartPaymentInput,
  access: BookingAccess,
  locale: Locale | null = null,
): Promise<PaymentStart> {
  const db = database();
  const { id } = await openBooking(db, reference, access, 'booking.change');
  const prepared = await db.transaction((tx) => prepare(tx, id, input, access, locale));
  if (prepared === 'confirmed') return { kind: 'confirmed' };
  try {
    const intent = prepared.intentId
      ? await stripe().paymentIntents.retrieve(prepared.intentId)
      : await createIntent(prepared);
    return await answer(intent, reference, input, access);
  } catch (error) {
    if (!isStripeUnavailable(error)) throw error;
    log().error({ err: error, bookingId: id }, 'Stripe did not answer when a payment was to start');
    throw new DomainError('payment_unavailable');
  }
}

type Prepared = PaymentToCreate & { intentId: string | null };

async function prepare(
  tx: Transaction,
  id: string,
  input: StartPaymentInput,
  access: BookingAccess,
  locale: Locale | null,
): Promise<Prepared | 'confirmed'> {
  const { rows } = await tx.execute<{
    status: string;
    live: boolean;
    now: string;
    event_id: string;
    on_sale: boolean;
    max_per_buyer: number | null;
    reference: string;
    total: string;
    currency: string;
    attempt: number;
  }>(sql`
    select b.status, b.expires_at > app_now() as live, app_now() as now, b.event_id, e.max_per_buyer, b.reference, b.total, b.currency, b.attempt,
      e.status = 'published' and e.taken_down_at is null and o.suspended_at is null as on_sale
    from bookings b join events e on e.id = b.event_id join organizers o on o.id = e.organizer_id
    where b.id = ${id} for no key update of b`);
  const booking = rows[0];
  if (!booking) throw new DomainError('not_found');
  if (booking.status === 'confirmed') return 'confirmed';
  if (!['held', 'paying'].includes(booking.status) || !booking.live) throw new DomainError('hold_expired');
  if (!booking.on_sale) throw new DomainError('event_not_on_sale');
  const now = new Date(booking.now);
  const buyer = { ...input, name: input.buyerName, email: input.buyerEmail, locale };
  await recordBuyer(tx, { id, eventId: booking.event_id, maxPerBuyer: booking.max_per_buyer }, buyer, now);
  if (Number(booking.total) === 0) {
    // Nothing comes after this that could still find the sale stopped, as a payment would.
    if (!(await mayStillBeSold(tx, id))) throw new DomainError('event_not_on_sale');
    if (!(await confirmBooking(tx, id, access.actor, now)))
      throw new Error(`free booking ${id} was not confirmed`);
    return 'confirmed';
  }
  await tx.execute(sql`
    update bookings set status = 'paying', payment_started_at = coalesce(payment_started_at, ${now}),
      expires_at = case when payment_started_at is null
        then expires_at + make_interval(mins => ${PAYMENT_MINUTES}) else expires_at end
    where id = ${id}`);
  const attempt = await currentAttempt(tx, id, booking.attempt);
  const { rows: payments } = await tx.execute<{ id: string; intent_id: string | null }>(sql`
    insert into payments (booking_id, attempt, payments_mode, currency, amount)
    select id, ${attempt}, payments_mode, currency, total from bookings where id = ${id}
    on conflict (booking_id, attempt) do update set amount = payments.amount
    returning id, stripe_payment_intent_id as intent_id`);
  const payment = payments[0];
  if (!payment) throw new Error(`no payment row for booking ${id}`);
  return {
    id: payment.id,
    intentId: payment.intent_id,
    bookingId: id,
    reference: booking.reference,
    attempt,
    amount: Number(booking.total),
    currency: booking.currency,
  };
}

/** A new attempt begins only after the intent of the last one is known to be cancelled. */
async function currentAttempt(tx: Transaction, id: string, attempt: number): Promise<number> {
  const { rowCount } = await tx.execute(sql`
    update bookings set attempt = attempt + 1
    where id = ${id}
      and exists (select from payments p where p.booking_id = ${id} and p.attempt = ${attempt} and p.status = 'canceled')`);
  return rowCount === 1 ? attempt + 1 : attempt;
}

async function answer(
  intent: Stripe.PaymentIntent,
  reference: string,
  input: StartPaymentInput,
  access: BookingAccess,
): Promise<PaymentStart> {
  switch (intent.status) {
    case 'succeeded':
      await reconcilePayment(intent.id);
      // Paid, and yet not confirmed: quarantined, or on its way back. Nothing more may be charged either way.
      if (!(await isConfirmed(reference))) throw new DomainError('payment_under_way');
      return { kind: 'confirmed' };
    case 'canceled':
      // Cancelled at Stripe without our knowing yet. Once that is written down, a new attempt may begin.
      await reconcilePayment(intent.id);
      return startPayment(reference, input, access);
    case 'processing':
      throw new DomainError('payment_under_way');
    default:
      if (!intent.client_secret) throw new Error(`intent ${intent.id} came without a client secret`);
      return { kind: 'pay', clientSecret: intent.client_secret };
  }
}

async function isConfirmed(reference: string): Promise<boolean> {
  const { rowCount } = await database().execute(sql`
    select from bookings where reference = ${normaliseReference(reference)} and status = 'confirmed'`);
  return rowCount === 1;
}
