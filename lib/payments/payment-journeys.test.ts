import { beforeEach, describe, expect, it } from 'vitest';
import { poolsOf, useApplication } from '#sandbox/testing/application.ts';
import { becomes, begin, guestHolds, pay, stateOf } from '#sandbox/testing/buyer.ts';
import { applyPromoCode } from '../booking/apply-promo-code.ts';
import { extendHold } from '../booking/extend-hold.ts';
import { findBooking } from '../booking/find-booking.ts';
import { DomainError } from '../errors.ts';
import { expireHolds } from './expire-holds.ts';
import { expirePayments } from './expire-payments.ts';
import { isReconcileDue, reconcileDue } from './reconcile-due.ts';
import { reconcilePayment } from './reconcile-payment.ts';
import { releaseHold } from './release-hold.ts';
import { startPayment } from './start-payment.ts';
import { stripe } from './stripe.ts';

const app = useApplication({ ownStripe: true });
const fulfilled = { status: 'succeeded', outcome: 'fulfilled' };
const seats = (quantity: number) => ({ ticketTypes: [{ name: 'Seat', price: 2000, fee: 100, quantity }] });
const code = (error: unknown) => (error instanceof DomainError ? error.code : error);

beforeEach(async () => {
  await app.setClock(0);
  await app.stripeControl('/webhooks/reset', {});
  await app.stripeControl('/faults', undefined, 'DELETE');
});

describe('paying', () => {
  it('confirms by webhook: tickets, counters, one mail', async () => {
    const event = await app.eventOnSale(seats(10));
    const booking = await guestHolds(event, 2);
    await pay(booking);
    await becomes(booking.bookingId, 'confirmed');
    expect(await stateOf(booking.bookingId)).toEqual({
      status: 'confirmed',
      tickets: 2,
      payments: [fulfilled],
      refunds: [],
      mails: ['booking_confirmed'],
    });
    expect(await poolsOf(event.eventId)).toEqual({ Seat: { held: 0, sold: 2 } });
    const view = await findBooking(booking.reference, booking.access);
    expect(view.tickets.map((ticket) => ticket.attendeeName)).toEqual(['Guest 1', 'Guest 2']);
    expect(view.total).toBe(4200);
  });

  it('stays one booking when the webhook comes fifty times at once, in any order', async () => {
    await app.stripeControl('/webhooks/pause', {});
    const booking = await guestHolds(await app.eventOnSale(seats(10)), 2);
    await pay(booking);
    await app.stripeControl('/events/replay', { times: 50 });
    await app.stripeControl('/webhooks', { reorderWindow: 40 });
    await app.stripeControl('/webhooks/resume', {});
    await becomes(booking.bookingId, 'confirmed');
    await expect
      .poll(() => app.asOwner(`select count(*)::int as open from stripe_events where processed_at is null`))
      .toEqual([{ open: 0 }]);
    expect(await stateOf(booking.bookingId)).toMatchObject({
      tickets: 2,
      payments: [fulfilled],
      mails: ['booking_confirmed'],
    });
  });

  it('does without the webhook: the sweeper asks within five minutes', async () => {
    await app.stripeControl('/webhooks', { dropNext: 'all' });
    const booking = await guestHolds(await app.eventOnSale(seats(10)));
    await pay(booking);
    expect((await stateOf(booking.bookingId)).status).toBe('paying');
    await app.setClock(4);
    expect(await isReconcileDue()).toBe(true);
    await reconcileDue();
    expect(await stateOf(booking.bookingId)).toMatchObject({ status: 'confirmed', payments: [fulfilled] });
  });

  it('keeps the hold after a decline, says what the bank said, and the next try works', async () => {
    const booking = await guestHolds(await app.eventOnSale(seats(10)));
    const first = await pay(booking, 'pm_card_chargeDeclinedInsufficientFunds');
    await becomes(booking.bookingId, 'held');
    const view = await findBooking(booking.reference, booking.access);
    expect(view.payment).toMatchObject({ lastErrorCode: 'insufficient_funds' });
    expect(view.payment?.lastErrorMessage).toMatch(/insufficient funds/i);
    const second = await pay(booking);
    expect(second).toBe(first);
    await becomes(booking.bookingId, 'confirmed');
  });

  it('gives two tabs one intent', async () => {
    const booking = await guestHolds(await app.eventOnSale(seats(10)));
    const intents = await Promise.all(Array.from({ length: 8 }, () => begin(booking)));
    expect(new Set(intents).size).toBe(1);
    expect((await stateOf(booking.bookingId)).payments).toHaveLength(1);
  });

  it('finds the intent again after a crash between Stripe’s answer and ours', async () => {
    const booking = await guestHolds(await app.eventOnSale(seats(10)));
    const first = await begin(booking);
    await app.asOwner(
      `update payments set stripe_payment_intent_id = null, status = 'creating' where booking_id = $1`,
      [booking.bookingId],
    );
    expect(await begin(booking)).toBe(first);
    // And by the sweeper alone, when the buyer does not come back.
    await app.asOwner(
      `update payments set stripe_payment_intent_id = null, status = 'creating' where booking_id = $1`,
      [booking.bookingId],
    );
    await app.setClock(21);
    await expirePayments();
    expect(await stateOf(booking.bookingId)).toMatchObject({
      status: 'expired',
      payments: [{ status: 'canceled' }],
    });
    expect(await stripe().paymentIntents.retrieve(first)).toMatchObject({ status: 'canceled' });
  });

  it('says that no money has moved when Stripe does not answer, and keeps the hold', async () => {
    const booking = await guestHolds(await app.eventOnSale(seats(10)));
    await app.stripeControl('/faults', {
      kind: 'status',
      status: 500,
      times: 9,
      path: '/v1/payment_intents',
    });
    expect(await begin(booking).catch(code)).toBe('payment_unavailable');
    await app.stripeControl('/faults', undefined, 'DELETE');
    await begin(booking);
    expect(await stateOf(booking.bookingId)).toMatchObject({
      status: 'paying',
      payments: [{ outcome: null }],
    });
  });

  it('lets a free booking through without a payment', async () => {
    const event = await app.eventOnSale({ ticketTypes: [{ name: 'Free', price: 0, quantity: 5 }] });
    const booking = await guestHolds(event, 2);
    expect(await startPayment(booking.reference, booking.form, booking.access)).toEqual({
      kind: 'confirmed',
    });
    expect(await startPayment(booking.reference, booking.form, booking.access)).toEqual({
      kind: 'confirmed',
    });
    expect(await stateOf(booking.bookingId)).toMatchObject({ status: 'confirmed', tickets: 2, payments: [] });
  });

  it('checks the limit per buyer by mailbox, also for two bookings at once', async () => {
    const event = await app.eventOnSale({ ...seats(10), maxPerBuyer: 2 });
    const bookings = await Promise.all([
      guestHolds(event, 2, { email: 'marta.f+one@gmail.com' }),
      guestHolds(event, 2, { email: 'martaf@googlemail.com' }),
    ]);
    const answers = await Promise.all(bookings.map((one) => begin(one).then(() => 'paying', code)));
    expect(answers.toSorted((a, b) => String(a).localeCompare(String(b)))).toEqual([
      'above_buyer_limit',
      'paying',
    ]);
  });

  it('opens for nobody without the key', async () => {
    const booking = await guestHolds(await app.eventOnSale(seats(10)));
    const stranger = { actor: { kind: 'guest' as const }, key: null };
    for (const access of [stranger, { ...stranger, key: 'x' }]) {
      expect(await findBooking(booking.reference, access).catch(code)).toBe('not_found');
      expect(await startPayment(booking.reference, booking.form, access).catch(code)).toBe('not_found');
      expect(await releaseHold(booking.reference, access).catch(code)).toBe('not_found');
      expect(await extendHold(booking.reference, access).catch(code)).toBe('not_found');
      expect(await applyPromoCode(booking.reference, 'X', access).catch(code)).toBe('not_found');
    }
  });

  it('puts into quarantine what does not match', async () => {
    await app.stripeControl('/webhooks/pause', {});
    const booking = await guestHolds(await app.eventOnSale(seats(10)));
    const intent = await pay(booking);
    await app.asOwner(`update payments set amount = amount + 1 where stripe_payment_intent_id = $1`, [
      intent,
    ]);
    await reconcilePayment(intent);
    expect(await stateOf(booking.bookingId)).toMatchObject({
      status: 'paying',
      tickets: 0,
      payments: [{ status: 'succeeded', outcome: 'quarantined' }],
    });
    expect(await begin(booking).catch(code)).toBe('payment_under_way');
    await app.asOwner(`update payments set amount = amount - 1 where stripe_payment_intent_id = $1`, [
      intent,
    ]);
  });

  it('writes down a refund that was made in Stripe’s own dashboard', async () => {
    const booking = await guestHolds(await app.eventOnSale(seats(10)));
    const paymentIntent = await pay(booking);
    await becomes(booking.bookingId, 'confirmed');
    await app.stripeControl('/refunds', { paymentIntent, amount: 500 });
    await expect
      .poll(async () => (await stateOf(booking.bookingId)).refunds)
      .toEqual([{ status: 'succeeded', amount: 500, reason: 'made_in_stripe' }]);
  });
});

describe('when time runs out', () => {
  it('expires a hold, once, and the places are for sale again', async () => {
    const event = await app.eventOnSale(seats(2));
    const booking = await guestHolds(event, 2);
    await app.setClock(9);
    expect(await expireHolds()).toBe(0);
    await app.setClock(11);
    await Promise.all([expireHolds(), expireHolds(), expireHolds()]);
    // Nobody began to pay, so there is nobody to write to.
    expect(await stateOf(booking.bookingId)).toMatchObject({ status: 'expired', mails: [] });
    expect(await poolsOf(event.eventId)).toEqual({ Seat: { held: 0, sold: 0 } });
    expect(await begin(booking).catch(code)).toBe('hold_expired');
  });

  it('can be extended once by five minutes', async () => {
    const booking = await guestHolds(await app.eventOnSale(seats(2)));
    await extendHold(booking.reference, booking.access);
    expect(await extendHold(booking.reference, booking.access).catch(code)).toBe('already_extended');
    await app.setClock(14);
    await expireHolds();
    expect((await stateOf(booking.bookingId)).status).toBe('held');
    await app.setClock(16);
    await expireHolds();
    expect((await stateOf(booking.bookingId)).status).toBe('expired');
    expect(await extendHold(booking.reference, booking.access).catch(code)).toBe('hold_expired');
  });

  it('cancels the intent first, so that an expired checkout cannot be paid', async () => {
    const event = await app.eventOnSale(seats(1));
    const booking = await guestHolds(event);
    const intent = await begin(booking);
    await app.setClock(19);
    await expirePayments();
    expect((await stateOf(booking.bookingId)).status).toBe('paying');
    await app.setClock(21);
    await expirePayments();
    expect(await stateOf(booking.bookingId)).toMatchObject({
      status: 'expired',
      payments: [{ status: 'canceled' }],
      mails: ['booking_expired'],
    });
    await expect(
      stripe().paymentIntents.confirm(intent, { payment_method: 'pm_card_visa' }),
    ).rejects.toThrow();
  });

  it('fulfils instead, when Stripe says at that moment that it has been paid', async () => {
    await app.stripeControl('/webhooks', { dropNext: 'all' });
    const booking = await guestHolds(await app.eventOnSale(seats(1)));
    await pay(booking);
    await app.setClock(30);
    await expirePayments();
    expect(await stateOf(booking.bookingId)).toMatchObject({ status: 'confirmed', payments: [fulfilled] });
  });

  it('waits a bounded time for a Stripe that does not answer, then releases', async () => {
    const event = await app.eventOnSale(seats(1));
    const booking = await guestHolds(event);
    await begin(booking);
    await app.stripeControl('/faults', {
      kind: 'status',
      status: 500,
      times: 60,
      path: '/v1/payment_intents/*',
    });
    await app.setClock(22);
    await expirePayments();
    expect((await stateOf(booking.bookingId)).status).toBe('paying');
    await app.setClock(26);
    await expirePayments();
    expect((await stateOf(booking.bookingId)).status).toBe('expired');
    expect(await poolsOf(event.eventId)).toEqual({ Seat: { held: 0, sold: 0 } });
  });

  it('releases other holds on time while Stripe is slow', async () => {
    const event = await app.eventOnSale(seats(3));
    const [paying, waiting] = [await guestHolds(event), await guestHolds(event)];
    await begin(paying);
    await app.stripeControl('/faults', {
      kind: 'latency',
      latencyMs: 3_000,
      times: 3,
      path: '/v1/payment_intents/*',
    });
    await app.setClock(30);
    const slow = expirePayments();
    await expireHolds();
    expect((await stateOf(waiting.bookingId)).status).toBe('expired');
    expect((await stateOf(paying.bookingId)).status).toBe('paying');
    await app.stripeControl('/faults', undefined, 'DELETE');
    await slow;
    expect((await stateOf(paying.bookingId)).status).toBe('expired');
  });

  it('does not let one payment that cannot be cancelled keep the others waiting', async () => {
    const event = await app.eventOnSale(seats(70));
    const bookings = await Promise.all(Array.from({ length: 55 }, () => guestHolds(event)));
    for (const booking of bookings) await begin(booking);
    const lost = bookings.slice(0, 52).map((booking) => booking.bookingId);
    await app.asOwner(
      `update payments set stripe_payment_intent_id = 'pi_gone' || attempt || booking_id where booking_id = any($1)`,
      [lost],
    );
    await app.setClock(21);
    await expirePayments();
    await expirePayments();
    for (const booking of bookings.slice(52)) {
      expect((await stateOf(booking.bookingId)).status).toBe('expired');
    }
    expect((await stateOf(lost[0] ?? '')).status).toBe('paying');
    await app.setClock(30);
    await expirePayments();
    await expirePayments();
    expect(await poolsOf(event.eventId)).toEqual({ Seat: { held: 0, sold: 0 } });
  });
});
