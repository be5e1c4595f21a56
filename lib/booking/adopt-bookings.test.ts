import { setTimeout as sleep } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { users } from '#db/schema/index.ts';
import { useApplication } from '#sandbox/testing/application.ts';
import { guestHolds } from '#sandbox/testing/buyer.ts';
import { freeTickets } from '#sandbox/testing/door.ts';
import { makeAccount } from '../accounts/testing.ts';
import { database } from '../database.ts';
import { startPayment } from '../payments/start-payment.ts';
import { adoptBookings } from './adopt-bookings.ts';

const app = useApplication();

const ownerOf = async (bookingId: string) =>
  (await app.asOwner('select status, user_id from bookings where id = $1', [bookingId]))[0];

test('a booking that is confirmed while its address gets an account finds it', async () => {
  const email = 'just-now@example.org';
  const booking = await guestHolds(await app.eventOnSale(freeTickets), 1, { email });
  const userId = await makeAccount('before@example.org');
  await app.asOwner('update bookings set buyer_email = $2 where id = $1', [booking.bookingId, email]);
  const { confirming } = await database().transaction(async (tx) => {
    await tx.update(users).set({ email }).where(eq(users.id, userId));
    await adoptBookings(tx, userId, email);
    const begun = { confirming: startPayment(booking.reference, booking.form, booking.access) };
    // Left to itself it would be done by now, and know of no account.
    await Promise.race([begun.confirming, sleep(500)]);
    return begun;
  });
  expect(await confirming).toMatchObject({ kind: 'confirmed' });
  expect(await ownerOf(booking.bookingId)).toEqual({ status: 'confirmed', user_id: userId });
});
