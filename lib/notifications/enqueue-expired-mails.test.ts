import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { useApplication } from '#sandbox/testing/application.ts';
import { begin, guestHolds, pay, stateOf, type TestBooking } from '#sandbox/testing/buyer.ts';
import { database } from '../database.ts';
import { expireHolds } from '../payments/expire-holds.ts';
import { expirePayments } from '../payments/expire-payments.ts';
import { releaseHold } from '../payments/release-hold.ts';

const app = useApplication({ ownStripe: true });
const seats = { ticketTypes: [{ name: 'Seat', price: 2000, fee: 100, quantity: 10 }] };
const mailsOf = async ({ bookingId }: TestBooking) => (await stateOf(bookingId)).mails;

beforeEach(async () => {
  await app.setClock(0);
});

async function runOut(): Promise<void> {
  await app.setClock(25);
  await expirePayments();
  await expireHolds();
}

describe('a mail when the time has run out', () => {
  it('goes to whoever was declined, once, and not before that', async () => {
    const booking = await guestHolds(await app.eventOnSale(seats));
    await pay(booking, 'pm_card_chargeDeclinedInsufficientFunds');
    await expect.poll(async () => (await stateOf(booking.bookingId)).status).toBe('held');
    expect(await mailsOf(booking)).toEqual([]);
    await Promise.all([runOut(), runOut()]);
    expect(await mailsOf(booking)).toEqual(['booking_expired']);
  });

  it('goes to nobody who only held, gave the tickets back, or went on to another booking', async () => {
    const event = await app.eventOnSale(seats);
    const held = await guestHolds(event);
    const givenBack = await guestHolds(event);
    await begin(givenBack);
    await releaseHold(givenBack.reference, givenBack.access);
    const left = await guestHolds(event, 1, { email: 'marta+a@gmail.com' });
    await begin(left);
    await app.setClock(19);
    const next = await guestHolds(event, 1, { email: 'marta@gmail.com' });
    await begin(next);
    await runOut();
    expect((await stateOf(left.bookingId)).status).toBe('expired');
    expect((await stateOf(next.bookingId)).status).toBe('paying');
    for (const booking of [held, givenBack, left]) expect(await mailsOf(booking)).toEqual([]);
  });

  it('is not sent when money did arrive: nothing may say that none has moved', async () => {
    const booking = await guestHolds(await app.eventOnSale(seats));
    await begin(booking);
    await app.asOwner(
      `update payments set status = 'succeeded', outcome = 'quarantined', quarantine_reason = 'amount_differs'
       where booking_id = $1`,
      [booking.bookingId],
    );
    await runOut();
    expect(await stateOf(booking.bookingId)).toMatchObject({ status: 'expired', mails: [] });
  });

  it('is one job for many holds that end at once', async () => {
    const event = await app.eventOnSale(seats);
    const bookings = await Promise.all(Array.from({ length: 5 }, () => guestHolds(event)));
    await Promise.all(bookings.map(begin));
    await app.asOwner(
      `update payments set status = 'canceled' where status not in ('succeeded', 'canceled')`,
    );
    const jobs = async () =>
      (
        await database().execute(
          sql`select 1 from graphile_worker.jobs where task_identifier = 'deliver_mail'`,
        )
      ).rows.length;
    const before = await jobs();
    await app.setClock(25);
    expect(await expireHolds()).toBe(5);
    for (const booking of bookings) expect(await mailsOf(booking)).toEqual(['booking_expired']);
    expect(await jobs()).toBe(before + 1);
  });
});
