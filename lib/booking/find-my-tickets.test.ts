import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { bookings, tickets, users } from '#db/schema/index.ts';
import { useMailRoom } from '#sandbox/testing/mail-room.ts';
import { isLinkKey } from '../auth/link-key.ts';
import { database } from '../database.ts';
import { findMyTickets } from './find-my-tickets.ts';

const mails = useMailRoom();

const from = { address: '192.0.2.44', locale: 'en' };

test('a guest gets links to what they have booked, and to nothing of anybody else', async () => {
  const mine = await mails.makeBooking({ buyerEmail: 'marta@mail.example', quantity: 2 });
  const another = await mails.makeBooking({ buyerEmail: 'marta@mail.example' });
  await mails.makeBooking({ buyerEmail: 'somebody@mail.example' });
  await mails.run();
  expect(await findMyTickets('Marta@mail.example', from)).toBeUndefined();
  await mails.run();
  const letter = (await mails.inbox()).find(({ subject }) => subject.startsWith('Your 2 bookings'));
  const links = [...(letter?.text ?? '').matchAll(/\/bookings\/(\w+)\/open\?key=([\w-]+)/g)];
  expect(new Set(links.map(([, reference]) => reference))).toEqual(
    new Set([mine.reference, another.reference]),
  );
  expect(letter?.text).toContain('Salt & Static');
  const hash = Buffer.alloc(32, 1);
  const key = links.find(([, reference]) => reference === mine.reference)?.[2] ?? '';
  expect(isLinkKey(key, 'booking', mine.id, hash)).toBe(true);
  expect(letter?.html).toContain(`/bookings/${another.reference}/open`);
});

test('what lies in an account is found by the address that it has now, and by no other', async () => {
  const left = 'left@mail.example';
  const now = 'now@mail.example';
  const [user] = await database()
    .insert(users)
    .values({ email: now, name: 'Marta', emailVerifiedAt: sql`app_now()` })
    .returning({ id: users.id });
  const userId = user?.id;
  const booking = await mails.makeBooking({ buyerEmail: left });
  const handedOn = await mails.makeBooking({ buyerEmail: 'giver@mail.example' });
  await database().update(bookings).set({ userId }).where(eq(bookings.id, booking.id));
  await database()
    .update(tickets)
    .set({ attendeeEmail: left, holderUserId: userId, transferredAt: sql`app_now()` })
    .where(eq(tickets.bookingId, handedOn.id));
  await mails.run();
  const linksFor = async (email: string) => {
    await findMyTickets(email, from);
    await mails.run();
    const [letter] = (await mails.inbox()).filter(
      ({ to, text }) => to.includes(email) && /asked for (your|the) tickets/.test(text),
    );
    return new Set(letter?.text.match(/\/(bookings|tickets)\/\w+\/open/g)).size;
  };
  expect(await linksFor(left)).toBe(0);
  expect(await linksFor(now)).toBe(2);
});

test('whoever comes along finds their own ticket, and not the booking', async () => {
  const booking = await mails.makeBooking({ quantity: 2, attendeeEmail: 'olena@mail.example' });
  await mails.run();
  await findMyTickets('olena@mail.example', from);
  await mails.run();
  const letter = (await mails.inbox('&to=olena@mail.example')).find(
    ({ subject }) => subject === 'Your booking',
  );
  expect(letter?.text.match(/\/tickets\/\w+\/open\?key=/g)).toHaveLength(1);
  expect(letter?.text).not.toContain(booking.reference);
});

test('a ticket in a booking of their own account is found once, with the booking', async () => {
  const booking = await mails.makeBooking({ quantity: 2, attendeeEmail: 'nadia@mail.example' });
  const [user] = await database()
    .insert(users)
    .values({ email: 'nadia@mail.example', name: 'Nadia', emailVerifiedAt: sql`app_now()` })
    .returning({ id: users.id });
  await database().update(bookings).set({ userId: user?.id }).where(eq(bookings.id, booking.id));
  await findMyTickets('nadia@mail.example', from);
  await mails.run();
  const letter = (await mails.inbox('&to=nadia@mail.example')).find(({ text }) =>
    text.includes(`/bookings/${booking.reference}/open`),
  );
  expect(letter?.text.match(/\/open\?key=/g)).toHaveLength(1);
});

test('an address without bookings hears so, and whoever asked gets the same answer', async () => {
  expect(await findMyTickets('nobody@mail.example', from)).toBeUndefined();
  await mails.run();
  const [letter] = await mails.inbox();
  expect(letter?.subject).toBe('No bookings with this address');
  expect(letter?.text).not.toContain('/open?key=');
});
