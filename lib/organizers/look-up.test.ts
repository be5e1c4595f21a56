import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { useApplication } from '#sandbox/testing/application.ts';
import { guestHolds, pay } from '#sandbox/testing/buyer.ts';
import { freeTickets } from '#sandbox/testing/door.ts';
import { guestBooks } from '#sandbox/testing/holder.ts';
import { listAccounts } from '../accounts/list-accounts.ts';
import { readAccount } from '../accounts/read-account.ts';
import { suspendAccount } from '../accounts/suspend-account.ts';
import { makeAccount } from '../accounts/testing.ts';
import { anAdmin, codeOf, outsiders, sessionOf } from '../auth/testing.ts';
import { takeDownEvent } from '../catalog/take-down-event.ts';
import { database } from '../database.ts';
import { reconcileBooking } from '../payments/reconcile-payment.ts';
import { listOrganizers, lookUpOrganizer } from './list-organizers.ts';
import { lookUpBooking, lookUpBookings } from './look-up-bookings.ts';
import { lookUpEvent, lookUpEvents } from './look-up-events.ts';
import { needsAttention } from './needs-attention.ts';
import { verifyOrganizer } from './verify-organizer.ts';

const app = useApplication();

describe('admins find', () => {
  test('people by words in name and address, page by page, and what they are', async () => {
    const admin = await anAdmin(database());
    const email = `found_${crypto.randomUUID().slice(0, 8)}@example.org`;
    const userId = await makeAccount(email);
    await sessionOf(userId, 'Mozilla/5.0 (X11; Linux) Firefox/140.0');
    const find = (filters: Parameters<typeof listAccounts>[2]) => listAccounts(database(), admin, filters);
    const [found] = (await find({ text: email.slice(0, 12).toUpperCase() })).accounts;
    expect(found).toMatchObject({ id: userId, email, role: 'attendee', suspended: false, confirmed: true });
    expect(found?.lastSeenAt).toBeInstanceOf(Date);
    // Neither `_` nor `%` stands for other letters.
    expect((await find({ text: 'found%' })).accounts).toEqual([]);
    expect(await readAccount(database(), admin, userId)).toMatchObject({
      email,
      hasPassword: true,
      organizers: [],
      sessions: [{ userAgent: 'Mozilla/5.0 (X11; Linux) Firefox/140.0' }],
    });
    await suspendAccount(database(), admin, userId, { reason: 'Sold what is not theirs.' });
    expect((await find({ kind: 'suspended', text: email })).accounts).toHaveLength(1);
    expect(await readAccount(database(), admin, userId)).toMatchObject({
      suspendedReason: 'Sold what is not theirs.',
      sessions: [],
    });
    expect(await codeOf(readAccount(database(), admin, 'nobody'))).toBe('not_found');

    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await listAccounts(database(), admin, { after }, 2);
      seen.push(...page.accounts.map(({ id }) => id));
      after = page.next ?? undefined;
    } while (after);
    const { rows } = await database().execute<{ count: number }>(
      sql`select count(*)::int as count from users`,
    );
    expect(new Set(seen).size).toBe(rows[0]?.count);
    expect(seen).toHaveLength(rows[0]?.count ?? 0);
  });

  test('organizers, those first who sell and whom nobody has looked at', async () => {
    const admin = await anAdmin(database());
    const { house } = await app.eventOnSale(freeTickets);
    const waiting = async () =>
      (await listOrganizers(database(), admin, { kind: 'waiting' })).organizers.some(
        ({ id }) => id === house.organizerId,
      );
    const before = await needsAttention(database(), admin);
    expect(await waiting()).toBe(true);
    await verifyOrganizer(database(), admin, house.organizerId, { reason: 'Called them.', verified: true });
    expect(await waiting()).toBe(false);
    expect((await needsAttention(database(), admin)).organizersWaiting).toBe(before.organizersWaiting - 1);
    const all = (await listOrganizers(database(), admin)).organizers;
    const listed = all.find(({ id }) => id === house.organizerId);
    expect(listed).toMatchObject({ verified: true, suspended: false, upcoming: 1, members: 1 });
    const { team } = await lookUpOrganizer(database(), admin, listed?.slug ?? '');
    expect(team).toMatchObject([{ userId: house.owner.userId, role: 'owner' }]);
    expect(await codeOf(lookUpOrganizer(database(), admin, 'nobody'))).toBe('not_found');
  });

  test('events of everybody, and those that are taken down', async () => {
    const admin = await anAdmin(database());
    const event = await app.eventOnSale({ ...freeTickets, title: `Ondine ${crypto.randomUUID()}` });
    const find = async (kind?: 'taken_down' | 'draft') =>
      (await lookUpEvents(database(), admin, { text: 'ondine', kind })).events.map(({ slug }) => slug);
    expect(await find()).toEqual([event.slug]);
    expect(await find('draft')).toEqual([]);
    await takeDownEvent(database(), admin, event.eventId, { reason: 'It is not theirs.' });
    expect(await find('taken_down')).toEqual([event.slug]);
    expect(await lookUpEvent(database(), admin, event.slug)).toMatchObject({
      takenDownReason: 'It is not theirs.',
    });
    expect(await codeOf(lookUpEvent(database(), admin, 'nothing'))).toBe('not_found');
  });

  test('bookings by what somebody can name, and by nothing less', async () => {
    const admin = await anAdmin(database());
    const event = await app.eventOnSale();
    const booking = await guestHolds(event, 2, { email: 'looked.up@example.org' });
    await pay(booking);
    await reconcileBooking(booking.bookingId);
    const { rows } = await database().execute<{ code: string; stripe: string }>(sql`
      select t.code, p.stripe_payment_intent_id as stripe from tickets t join payments p on p.booking_id = t.booking_id
      where t.booking_id = ${booking.bookingId} limit 1`);
    const find = async (words: string) =>
      (await lookUpBookings(database(), admin, words)).map(({ reference }) => reference);
    expect(await find('a\0b@example.org')).toEqual([]);
    expect(await find('a\0b')).toEqual([]);
    const { reference } = booking;
    for (const words of [
      reference,
      reference.toLowerCase(),
      ` ${reference} `,
      'LOOKED.UP@example.org',
      rows[0]?.code ?? '',
      rows[0]?.stripe ?? '',
    ])
      expect([words, ...(await find(words))]).toEqual([words, reference]);
    for (const words of ['', reference.slice(0, 6), 'looked.up', '@example.org', '%'])
      expect(await find(words), words).toEqual([]);
    const file = await lookUpBooking(database(), admin, reference);
    expect(file).toMatchObject({
      status: 'confirmed',
      tickets: 2,
      payments: [{ status: 'succeeded', outcome: 'fulfilled', captured: file.total }],
      refunds: [],
    });
    expect(file.admissions).toHaveLength(2);
    // Nothing in it lets anybody in.
    expect(JSON.stringify(file)).not.toContain(rows[0]?.code);
    expect(await codeOf(lookUpBooking(database(), admin, 'NOTHING'))).toBe('not_found');
  });
});

test('nobody else looks anything up', async () => {
  const { house, slug } = await app.eventOnSale(freeTickets);
  const booking = await guestBooks(await app.eventOnSale(freeTickets));
  for (const [who, actor] of await outsiders(database(), house.organizerId)) {
    for (const look of [
      () => listAccounts(database(), actor),
      () => readAccount(database(), actor, house.owner.userId),
      () => listOrganizers(database(), actor),
      () => lookUpOrganizer(database(), actor, 'any'),
      () => lookUpEvents(database(), actor),
      () => lookUpEvent(database(), actor, slug),
      () => lookUpBookings(database(), actor, booking.reference),
      () => lookUpBooking(database(), actor, booking.reference),
      () => needsAttention(database(), actor),
    ])
      expect(['not_allowed', 'sign_in_needed', 'not_found'], who).toContain(await codeOf(look()));
  }
});
