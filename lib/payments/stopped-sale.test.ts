import { beforeEach, describe, expect, it } from 'vitest';
import { type EventOnSale, poolsOf, useApplication } from '#sandbox/testing/application.ts';
import { begin, guestHolds, stateOf } from '#sandbox/testing/buyer.ts';
import { anAdmin, codeOf } from '../auth/testing.ts';
import { takeDownEvent } from '../catalog/take-down-event.ts';
import { database } from '../database.ts';
import { suspendOrganizer } from '../organizers/suspend-organizer.ts';
import { reconcilePayment } from './reconcile-payment.ts';
import { stripe } from './stripe.ts';

const app = useApplication({ ownStripe: true });
const REASON = { reason: 'Somebody else’s photographs.' };
const seats = (price: number) => ({ ticketTypes: [{ name: 'Seat', price, quantity: 9 }] });

const stops: [string, (event: EventOnSale) => Promise<unknown>][] = [
  [
    'taken down',
    async ({ eventId }) => takeDownEvent(database(), await anAdmin(database()), eventId, REASON),
  ],
  [
    'of a suspended organizer',
    async ({ house }) => suspendOrganizer(database(), await anAdmin(database()), house.organizerId, REASON),
  ],
  ['cancelled', (event) => event.cancel()],
];

beforeEach(() => app.stripeControl('/webhooks', { dropNext: 'all' }));

const confirm = (intent: string) =>
  stripe().paymentIntents.confirm(intent, {
    payment_method: 'pm_card_visa',
    return_url: 'http://localhost/return',
  });

describe.each(stops)('an event that is %s while somebody buys', (_, stop) => {
  it('sends money back that was under way, says why, and issues no ticket', async () => {
    const event = await app.eventOnSale(seats(2000));
    const booking = await guestHolds(event, 2);
    const intent = await begin(booking);
    await stop(event);
    await confirm(intent);
    await Promise.all([reconcilePayment(intent), reconcilePayment(intent)]);
    expect(await stateOf(booking.bookingId)).toEqual({
      status: 'refunded',
      tickets: 0,
      payments: [{ status: 'succeeded', outcome: 'refunding' }],
      refunds: [{ status: 'creating', amount: 4000, reason: 'sale_stopped' }],
      mails: ['booking_refunded'],
    });
    expect(await poolsOf(event.eventId)).toEqual({ Seat: { held: 0, sold: 0 } });
  });

  it('lets nobody begin to pay, nor take what is free', async () => {
    for (const price of [2000, 0]) {
      const event = await app.eventOnSale(seats(price));
      const booking = await guestHolds(event);
      await stop(event);
      expect(await codeOf(begin(booking)), `${price}`).toBe('event_not_on_sale');
      expect((await stateOf(booking.bookingId)).status).toBe('held');
    }
  });

  it('keeps what was sold before', async () => {
    const event = await app.eventOnSale(seats(2000));
    const booking = await guestHolds(event);
    const intent = await begin(booking);
    await confirm(intent);
    await reconcilePayment(intent);
    await stop(event);
    await reconcilePayment(intent);
    expect(await stateOf(booking.bookingId)).toMatchObject({ status: 'confirmed', tickets: 1, refunds: [] });
  });
});
