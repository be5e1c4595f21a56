import { beforeEach, describe, expect, it } from 'vitest';
import { poolsOf, useApplication } from '#sandbox/testing/application.ts';
import { begin, guestHolds, pay, stateOf, type TestBooking } from '#sandbox/testing/buyer.ts';
import { DomainError } from '../errors.ts';
import { reconcilePayment } from './reconcile-payment.ts';
import { refundPayment } from './refund-payment.ts';
import { releaseHold } from './release-hold.ts';
import { stripe } from './stripe.ts';

const app = useApplication({ ownStripe: true });
const seats = (quantity: number) => ({ ticketTypes: [{ name: 'Seat', price: 2000, fee: 100, quantity }] });

beforeEach(async () => {
  await app.setClock(0);
  await app.stripeControl('/webhooks', { dropNext: 'all' });
});

/** The places are gone although the money came: what a Stripe that could not be reached in time leads to. */
async function paidAfterExpiry(booking: TestBooking): Promise<string> {
  const intent = await pay(booking);
  await app.asOwner(
    `with gone as (update bookings set status = 'expired', ended_at = now() where id = $1 returning id)
     update capacity_pools p set held = p.held - i.quantity
     from booking_items i join ticket_type_pools l on l.ticket_type_id = i.ticket_type_id
     where i.booking_id = (select id from gone) and p.id = l.pool_id`,
    [booking.bookingId],
  );
  return intent;
}

describe('a payment that comes late', () => {
  it('is honoured while places are left', async () => {
    const event = await app.eventOnSale(seats(2));
    const booking = await guestHolds(event, 2);
    const intent = await paidAfterExpiry(booking);
    await reconcilePayment(intent);
    expect(await stateOf(booking.bookingId)).toMatchObject({
      status: 'confirmed',
      tickets: 2,
      refunds: [],
      mails: ['booking_confirmed'],
    });
    expect(await poolsOf(event.eventId)).toEqual({ Seat: { held: 0, sold: 2 } });
  });

  it('is refunded in full when none are left, and the buyer is told once', async () => {
    const event = await app.eventOnSale(seats(2));
    const booking = await guestHolds(event, 2);
    const intent = await paidAfterExpiry(booking);
    await guestHolds(event, 1);
    await Promise.all(Array.from({ length: 5 }, () => reconcilePayment(intent)));
    expect(await stateOf(booking.bookingId)).toEqual({
      status: 'refunded',
      tickets: 0,
      payments: [{ status: 'succeeded', outcome: 'refunding' }],
      refunds: [{ status: 'creating', amount: 4200, reason: 'late_payment' }],
      mails: ['booking_refunded'],
    });
    expect(await poolsOf(event.eventId)).toEqual({ Seat: { held: 1, sold: 0 } });

    const [refund] = await app.asOwner<{ id: string }>(`select id from refunds where status = 'creating'`);
    // The answer is lost after Stripe has paid back, and two workers try: it must not be paid back again.
    await app.stripeControl('/faults', { kind: 'close', when: 'after', times: 1, path: '/v1/refunds' });
    await Promise.allSettled([refundPayment(refund?.id ?? ''), refundPayment(refund?.id ?? '')]);
    await refundPayment(refund?.id ?? '');
    expect((await stateOf(booking.bookingId)).refunds).toEqual([
      { status: 'succeeded', amount: 4200, reason: 'late_payment' },
    ]);
    const state = await app.stripeControl('/state');
    expect(state).toMatchObject({ refunds: [{ amount: 4200 }] });
  });

  it('is refunded when its promo code has been used up meanwhile', async () => {
    const event = await app.eventOnSale({
      ...seats(9),
      promoCodes: [{ code: 'ONE', percentOff: 5000, usageLimit: 1 }],
    });
    const booking = await guestHolds(event, 1, { promoCode: 'ONE' });
    const intent = await paidAfterExpiry(booking);
    await app.asOwner(`update promo_codes set reserved = reserved - 1 where event_id = $1`, [event.eventId]);
    await guestHolds(event, 1, { promoCode: 'ONE' });
    await reconcilePayment(intent);
    expect((await stateOf(booking.bookingId)).status).toBe('refunded');
  });

  it('is refunded when the event has been cancelled', async () => {
    const event = await app.eventOnSale(seats(9));
    const booking = await guestHolds(event);
    const intent = await paidAfterExpiry(booking);
    await event.cancel();
    await reconcilePayment(intent);
    expect((await stateOf(booking.bookingId)).status).toBe('refunded');
  });

  it('gives back only what Stripe’s dashboard has not given back already', async () => {
    const event = await app.eventOnSale(seats(2));
    const booking = await guestHolds(event, 2);
    const paymentIntent = await paidAfterExpiry(booking);
    await guestHolds(event, 1);
    await app.stripeControl('/refunds', { paymentIntent, amount: 1000 });
    await reconcilePayment(paymentIntent);
    await runRefunds();
    const { payments, refunds } = await stateOf(booking.bookingId);
    expect(payments).toEqual([{ status: 'succeeded', outcome: 'refunding' }]);
    expect(
      refunds.map(({ amount, status }) => `${amount} ${status}`).toSorted((a, b) => a.localeCompare(b)),
    ).toEqual(['1000 succeeded', '3200 succeeded']);
  });

  it('asks for the rest when somebody refunds in the dashboard before our own refund is made', async () => {
    const event = await app.eventOnSale(seats(2));
    const booking = await guestHolds(event, 2);
    const paymentIntent = await paidAfterExpiry(booking);
    await guestHolds(event, 1);
    await reconcilePayment(paymentIntent);
    await app.stripeControl('/refunds', { paymentIntent, amount: 1000 });
    await runRefunds();
    await runRefunds();
    const { refunds } = await stateOf(booking.bookingId);
    expect(
      refunds.map(({ amount, status }) => `${amount} ${status}`).toSorted((a, b) => a.localeCompare(b)),
    ).toEqual(['1000 succeeded', '3200 succeeded', '4200 canceled']);
    expect(
      await app.asOwner(`select captured::int, refunded::int from payments where booking_id = $1`, [
        booking.bookingId,
      ]),
    ).toEqual([{ captured: 4200, refunded: 4200 }]);
  });
});

/** Runs the refunds that are written down, as the worker would. */
async function runRefunds(): Promise<void> {
  const refunds = await app.asOwner<{ id: string }>(`select id from refunds where status = 'creating'`);
  for (const { id } of refunds) await refundPayment(id);
}

describe('a payment in time', () => {
  it('buys nothing at an event that was cancelled meanwhile: it is refunded', async () => {
    const event = await app.eventOnSale(seats(2));
    const booking = await guestHolds(event);
    await begin(booking);
    await event.cancel();
    const intent = (
      await app.asOwner<{ id: string }>(
        `select stripe_payment_intent_id as id from payments where booking_id = $1`,
        [booking.bookingId],
      )
    )[0]?.id;
    await stripe().paymentIntents.confirm(intent ?? '', {
      payment_method: 'pm_card_visa',
      return_url: 'http://localhost/return',
    });
    await reconcilePayment(intent ?? '');
    expect(await stateOf(booking.bookingId)).toMatchObject({
      status: 'refunded',
      tickets: 0,
      payments: [{ outcome: 'refunding' }],
      mails: ['booking_refunded'],
    });
    expect(await poolsOf(event.eventId)).toEqual({ Seat: { held: 0, sold: 0 } });
  });

  it('confirms nothing that the dashboard has refunded whole already', async () => {
    const event = await app.eventOnSale(seats(2));
    const booking = await guestHolds(event);
    const paymentIntent = await pay(booking);
    await app.stripeControl('/refunds', { paymentIntent });
    await reconcilePayment(paymentIntent);
    expect(await stateOf(booking.bookingId)).toMatchObject({
      status: 'refunded',
      tickets: 0,
      refunds: [{ amount: 2100, reason: 'made_in_stripe', status: 'succeeded' }],
    });
    expect(await poolsOf(event.eventId)).toEqual({ Seat: { held: 0, sold: 0 } });
  });
});

describe('giving tickets back', () => {
  it('cancels a payment that was begun and puts the places back', async () => {
    const event = await app.eventOnSale(seats(2));
    const booking = await guestHolds(event, 2);
    await begin(booking);
    await releaseHold(booking.reference, booking.access);
    await releaseHold(booking.reference, booking.access);
    expect(await stateOf(booking.bookingId)).toMatchObject({
      status: 'released',
      payments: [{ status: 'canceled' }],
    });
    expect(await poolsOf(event.eventId)).toEqual({ Seat: { held: 0, sold: 0 } });
  });

  it('does not lose a payment that went through meanwhile', async () => {
    const booking = await guestHolds(await app.eventOnSale(seats(2)));
    await pay(booking);
    await expect(releaseHold(booking.reference, booking.access)).rejects.toEqual(
      new DomainError('already_paid'),
    );
    expect((await stateOf(booking.bookingId)).status).toBe('confirmed');
  });

  it('leaves nothing payable behind when another tab begins to pay at that moment', async () => {
    const event = await app.eventOnSale(seats(30));
    for (let round = 0; round < 12; round += 1) {
      const booking = await guestHolds(event);
      await Promise.allSettled([begin(booking), releaseHold(booking.reference, booking.access)]);
      const { status, payments } = await stateOf(booking.bookingId);
      if (status === 'released') {
        expect(payments.every((payment) => payment.status === 'canceled')).toBe(true);
      }
    }
  });
});
