import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { useApplication } from '#sandbox/testing/application.ts';
import { freeTickets } from '#sandbox/testing/door.ts';
import { guestBooks } from '#sandbox/testing/holder.ts';
import { isLinkKey, linkKey } from '../auth/link-key.ts';
import { inHours } from '../catalog/testing.ts';
import { database } from '../database.ts';
import { findBooking } from './find-booking.ts';
import { renewBookingLinks } from './renew-booking-links.ts';
import { resendTickets } from './resend-tickets.ts';

const app = useApplication();
const tonight = { ...freeTickets, startsAt: inHours(3), endsAt: inHours(6) };
const guest = { kind: 'guest' } as const;

const mails = async (bookingId: string) => {
  const { rows } = await database().execute<{ revision: number; recipient: string }>(sql`
    select revision, recipient from deliveries where booking_id = ${bookingId} order by revision, recipient`);
  return rows;
};

test('the buyer gets the mail again, and nobody without the key can have it sent', async () => {
  const event = await app.eventOnSale(tonight);
  const { reference, bookingId, key } = await guestBooks(event, 2);
  const before = await mails(bookingId);
  await expect(resendTickets(reference, { actor: guest, key: 'no' })).rejects.toMatchObject({
    code: 'not_found',
  });
  await resendTickets(reference, { actor: guest, key });
  const after = await mails(bookingId);
  expect(after).toHaveLength(before.length + 1);
  expect(after.at(-1)).toEqual({ revision: (before[0]?.revision ?? 0) + 1, recipient: before[0]?.recipient });
  for (let round = 0; round < 5; round += 1) await resendTickets(reference, { actor: guest, key });
  await expect(resendTickets(reference, { actor: guest, key })).rejects.toMatchObject({
    code: 'too_many_tries',
  });
});

test('no mail with tickets for an event that does not take place', async () => {
  const event = await app.eventOnSale(tonight);
  const { reference, key } = await guestBooks(event);
  await event.cancel();
  await expect(resendTickets(reference, { actor: guest, key })).rejects.toMatchObject({
    code: 'booking_not_confirmed',
  });
});

test('renewed links: old keys and old mails open nothing, the new key does', async () => {
  const event = await app.eventOnSale(tonight);
  const { reference, bookingId, key } = await guestBooks(event);
  const hash = async () => {
    const { rows } = await database().execute<{ hash: Buffer }>(
      sql`select secret_hash as hash from bookings where id = ${bookingId}`,
    );
    return rows[0]?.hash ?? Buffer.alloc(0);
  };
  const mailed = linkKey('booking', bookingId, await hash());
  const fresh = await renewBookingLinks(reference, { actor: guest, key: mailed });
  for (const old of [key, mailed]) {
    await expect(findBooking(reference, { actor: guest, key: old })).rejects.toMatchObject({
      code: 'not_found',
    });
  }
  expect((await findBooking(reference, { actor: guest, key: fresh })).openedByKey).toBe(true);
  expect(isLinkKey(mailed, 'booking', bookingId, await hash())).toBe(false);
  expect(await mails(bookingId)).toHaveLength(2);
});

test('two that renew at once: one key opens it in the end', async () => {
  const event = await app.eventOnSale(tonight);
  const { reference, key } = await guestBooks(event);
  const access = { actor: guest, key };
  const renewed = await Promise.allSettled([
    renewBookingLinks(reference, access),
    renewBookingLinks(reference, access),
  ]);
  const keys = renewed.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const opened = await Promise.allSettled(
    [key, ...keys].map((one) => findBooking(reference, { actor: guest, key: one })),
  );
  expect(opened.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});
