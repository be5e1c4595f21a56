import { expect, test } from 'vitest';
import { useApplication } from '#sandbox/testing/application.ts';
import { guestHolds } from '#sandbox/testing/buyer.ts';
import { freeTickets } from '#sandbox/testing/door.ts';
import { guestBooks, offerKey } from '#sandbox/testing/holder.ts';
import { makeAccount } from '../accounts/testing.ts';
import type { UserActor } from '../auth/actor.ts';
import { inHours } from '../catalog/testing.ts';
import { claimTicket } from '../transfers/claim-ticket.ts';
import { offerTicket } from '../transfers/offer-ticket.ts';
import { claimBooking } from './claim-booking.ts';
import { listKeptBookings, listMyBookings } from './list-my-bookings.ts';

const app = useApplication();
const guest = { kind: 'guest' } as const;

async function someone(): Promise<{ actor: UserActor; email: string }> {
  const email = `list-${Math.random().toString(36).slice(2)}@example.org`;
  const userId = await makeAccount(email);
  return { email, actor: { kind: 'user', userId, role: 'attendee', sessionId: 's', memberships: [] } };
}

test('an account lists what it booked and what was handed on to it, on the shelf where it belongs', async () => {
  const [marta, olena] = [await someone(), await someone()];
  const event = await app.eventOnSale({
    ...freeTickets,
    title: 'Nocturnes',
    startsAt: inHours(3),
    endsAt: inHours(6),
  });
  const cancelled = await app.eventOnSale({ ...freeTickets, startsAt: inHours(30), endsAt: inHours(33) });
  const booking = await guestBooks(event, 2);
  const off = await guestBooks(cancelled);
  for (const one of [booking, off]) await claimBooking(one.reference, { actor: marta.actor, key: one.key });
  await cancelled.cancel();
  const [ticket] = booking.tickets;
  if (!ticket) throw new Error('there is no ticket');
  await offerTicket(ticket.code, booking.access, { name: 'Olena', email: olena.email }, 'en');
  expect((await listMyBookings(marta.actor)).bookings).toMatchObject([
    { at: { booking: booking.reference }, shelf: 'upcoming', tickets: 2, offered: 1, total: 0 },
    { at: { booking: off.reference }, shelf: 'cancelled' },
  ]);
  const taken = await claimTicket(await offerKey(ticket.id), guest, { name: 'Olena' });
  expect((await listMyBookings(marta.actor, 'nocturnes')).bookings).toMatchObject([{ tickets: 1 }]);
  expect((await listMyBookings(olena.actor)).bookings).toMatchObject([
    { at: { ticket: taken.code }, shelf: 'upcoming', tickets: 1, total: null },
  ]);
  // Names on tickets that are somebody else's now are not searched.
  expect((await listMyBookings(marta.actor, 'olena')).bookings).toEqual([]);
  expect((await listMyBookings(olena.actor, 'olena')).bookings).toHaveLength(1);
  expect((await listMyBookings(marta.actor, booking.reference.toLowerCase())).bookings).toHaveLength(1);
  await app.setClock(7 * 60);
  try {
    expect((await listMyBookings(olena.actor)).bookings).toMatchObject([{ shelf: 'past' }]);
  } finally {
    await app.setClock(0);
  }
});

test('a booking whose tickets are all handed on has none left, and stays listed', async () => {
  const marta = await someone();
  const booking = await guestBooks(await app.eventOnSale(freeTickets), 2);
  await claimBooking(booking.reference, { actor: marta.actor, key: booking.key });
  for (const { id, code } of booking.tickets) {
    await offerTicket(code, booking.access, { name: 'Olena', email: (await someone()).email }, 'en');
    await claimTicket(await offerKey(id), guest, { name: 'Olena' });
  }
  expect((await listMyBookings(marta.actor)).bookings).toMatchObject([
    { at: { booking: booking.reference }, shelf: 'upcoming', tickets: 0, offered: 0 },
  ]);
});

test('a booking under way counts the tickets it wants', async () => {
  const marta = await someone();
  const event = await app.eventOnSale(freeTickets);
  const { reference, access } = await guestHolds(event, 3);
  await claimBooking(reference, { actor: marta.actor, key: access.key ?? '' });
  expect((await listMyBookings(marta.actor)).bookings).toMatchObject([{ status: 'held', tickets: 3 }]);
});

test('a browser without an account lists what its keys open, and nothing by other keys', async () => {
  const event = await app.eventOnSale({ ...freeTickets, startsAt: inHours(3), endsAt: inHours(6) });
  const [mine, theirs] = [await guestBooks(event), await guestBooks(event)];
  const kept = (key: string) => ({ bookings: [{ at: mine.reference, key }], tickets: [] });
  expect((await listKeptBookings(kept(mine.key))).bookings).toMatchObject([
    { at: { booking: mine.reference } },
  ]);
  expect((await listKeptBookings(kept(theirs.key))).bookings).toEqual([]);
  const { code } = mine.tickets[0] ?? { code: '' };
  expect((await listKeptBookings({ bookings: [], tickets: [{ at: code, key: mine.key }] })).bookings).toEqual(
    [],
  );
});
