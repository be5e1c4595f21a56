import { eq, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { bookingItems, bookings, capacityPools, tickets } from '#db/schema/index.ts';
import { useApplication } from '#sandbox/testing/application.ts';
import type { UserActor } from '../auth/actor.ts';
import { createEvent } from '../catalog/create-event.ts';
import { publishEvent } from '../catalog/publish-event.ts';
import { buildHouse, exampleEvent, type House, inHours } from '../catalog/testing.ts';
import { database } from '../database.ts';
import { newReference } from '../reference.ts';
import { listOrganizerBookings } from './list-organizer-bookings.ts';
import { listOrganizerEvents } from './list-organizer-events.ts';

useApplication();

type Booked = {
  status: 'held' | 'confirmed' | 'released';
  quantity: number;
  mode?: 'sandbox' | 'test' | 'live';
  name?: string;
  void?: number;
};

/** Writes a booking as the booking verbs would: 22.00 a ticket, 2.00 fee. */
async function book(house: House, event: { eventId: string; ticketTypes: { id: string }[] }, booked: Booked) {
  const db = database();
  const ticketTypeId = event.ticketTypes[0]?.id ?? '';
  const { quantity, status } = booked;
  const reference = newReference();
  const [booking] = await db
    .insert(bookings)
    .values({
      reference,
      secretHash: Buffer.alloc(32),
      organizerId: house.organizerId,
      eventId: event.eventId,
      status,
      paymentsMode: booked.mode ?? 'sandbox',
      locale: 'en',
      currency: 'EUR',
      subtotal: 2200 * quantity,
      fee: 200 * quantity,
      tax: 0,
      total: 2400 * quantity,
      buyerName: status === 'confirmed' ? (booked.name ?? 'Beatriz Couto') : null,
      buyerEmail: status === 'confirmed' ? 'beatriz@example.org' : null,
      confirmedAt: status === 'confirmed' ? sql`app_now()` : null,
      expiresAt: inHours(1),
    })
    .returning({ id: bookings.id });
  const bookingId = booking?.id ?? '';
  const [item] = await db
    .insert(bookingItems)
    .values({
      bookingId,
      eventId: event.eventId,
      ticketTypeId,
      quantity,
      unitPrice: 2200,
      unitFee: 200,
      ticketPrices: Array.from({ length: quantity }, () => ({ discount: 0, fee: 200, tax: 0 })),
    })
    .returning({ id: bookingItems.id });
  if (status === 'confirmed') {
    await db.insert(tickets).values(
      Array.from({ length: quantity }, (_, position) => ({
        bookingId,
        itemId: item?.id ?? '',
        eventId: event.eventId,
        ticketTypeId,
        position,
        code: newReference(),
        status: position < (booked.void ?? 0) ? ('void' as const) : ('valid' as const),
        attendeeName: 'Beatriz Couto',
        price: 2200,
        discount: 0,
        fee: 200,
        tax: 0,
      })),
    );
  }
  return reference;
}

let ours: House;
let theirs: House;
let salt: Awaited<ReturnType<typeof createEvent>>;
let theirReference: string;

const memberAs = (role: 'manager' | 'box_office' | 'door'): UserActor => ({
  ...ours.owner,
  memberships: [{ organizerId: ours.organizerId, role }],
});

beforeAll(async () => {
  const db = database();
  ours = await buildHouse(db);
  theirs = await buildHouse(db, { city: 'Leipzig', name: 'Kanalhaus' });
  salt = await createEvent(
    db,
    ours.owner,
    ours.organizerId,
    exampleEvent(ours, {
      title: 'Salt & Sílence',
      pools: [{ key: 'room', name: 'Room', capacity: 100 }],
      ticketTypes: [
        { name: 'Standing', price: 2200, fee: 200, pools: ['room'] },
        { name: 'Early bird', price: 1800, fee: 200, quantity: 30, pools: ['room'] },
      ],
    }),
  );
  await publishEvent(db, ours.owner, ours.organizerId, salt.eventId);
  await createEvent(
    db,
    ours.owner,
    ours.organizerId,
    exampleEvent(ours, { title: 'Draft', startsAt: inHours(72), endsAt: inHours(73) }),
  );
  await book(ours, salt, { status: 'confirmed', quantity: 3, void: 1 });
  await book(ours, salt, { status: 'confirmed', quantity: 1, name: 'Олена Żółw' });
  await book(ours, salt, { status: 'held', quantity: 4 });
  await book(ours, salt, { status: 'released', quantity: 5 });
  await book(ours, salt, { status: 'confirmed', quantity: 9, mode: 'test' });
  await db.update(capacityPools).set({ sold: 12, held: 4 }).where(eq(capacityPools.name, 'Room'));

  const other = await createEvent(
    db,
    theirs.owner,
    theirs.organizerId,
    exampleEvent(theirs, { title: 'Theirs' }),
  );
  await publishEvent(db, theirs.owner, theirs.organizerId, other.eventId);
  theirReference = await book(theirs, other, { status: 'confirmed', quantity: 2 });
});

describe('listOrganizerEvents', () => {
  test('the nearest first, with figures of the running mode alone', async () => {
    const { events, next } = await listOrganizerEvents(database(), ours.owner, ours.organizerId);
    expect(next).toBeNull();
    expect(events.map((event) => event.title)).toEqual(['Salt & Sílence', 'Draft']);
    expect(events[0]).toMatchObject({
      status: 'published',
      state: { kind: 'on_sale' },
      venue: { name: 'Cine Incrível', city: 'Lisbon' },
      sold: 3,
      held: 4,
      capacity: 100,
      revenue: 3 * 2400,
    });
    expect(events[0]).not.toHaveProperty('key');
  });

  test('filters by status and by words', async () => {
    const titles = async (filters: Parameters<typeof listOrganizerEvents>[3]) =>
      (await listOrganizerEvents(database(), ours.owner, ours.organizerId, filters)).events.map(
        (event) => event.title,
      );
    expect(await titles({ status: 'draft' })).toEqual(['Draft']);
    expect(await titles({ text: 'silence INCRIVEL' })).toEqual(['Salt & Sílence']);
    expect(await titles({ text: '%' })).toEqual([]);
    expect(await titles({ text: '  ' })).toHaveLength(2);
  });

  test('the door has a list of its own, without figures', async () => {
    await expect(listOrganizerEvents(database(), memberAs('door'), ours.organizerId)).rejects.toMatchObject({
      code: 'not_allowed',
    });
  });

  test('nothing crosses from one organizer to another', async () => {
    const { events } = await listOrganizerEvents(database(), theirs.owner, theirs.organizerId);
    expect(events.map((event) => event.title)).toEqual(['Theirs']);
    await expect(listOrganizerEvents(database(), theirs.owner, ours.organizerId)).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(listOrganizerEvents(database(), { kind: 'guest' }, ours.organizerId)).rejects.toMatchObject({
      code: 'sign_in_needed',
    });
  });
});

describe('listOrganizerBookings', () => {
  const list = (filters: Parameters<typeof listOrganizerBookings>[3] = {}, size?: number) =>
    listOrganizerBookings(database(), ours.owner, ours.organizerId, filters, size);

  test('the latest first, in the running mode, with just the fields that are shown', async () => {
    const { bookings: found, next } = await list();
    expect(next).toBeNull();
    expect(found.map((booking) => [booking.status, booking.tickets, booking.total])).toEqual([
      ['released', 5, 12_000],
      ['held', 4, 9600],
      ['confirmed', 1, 2400],
      ['confirmed', 3, 7200],
    ]);
    expect(Object.keys(found[0] ?? {}).toSorted()).toEqual(
      [
        'reference',
        'event',
        'buyerName',
        'buyerEmail',
        'status',
        'tickets',
        'total',
        'currency',
        'createdAt',
      ].toSorted(),
    );
  });

  test('filters by event, status, buyer and reference', async () => {
    expect((await list({ status: 'held' })).bookings).toHaveLength(1);
    expect((await list({ eventId: salt.eventId })).bookings).toHaveLength(4);
    expect((await list({ text: 'zolw' })).bookings).toMatchObject([{ buyerName: 'Олена Żółw' }]);
    expect((await list({ text: 'BEATRIZ@example' })).bookings).toHaveLength(2);
    expect((await list({ text: ' ' })).bookings).toHaveLength(4);
    expect((await list({ text: '\u0000%_\\' })).bookings).toEqual([]);
    const [first] = (await list()).bookings;
    const typed = `${first?.reference.slice(0, 5).toLowerCase()}-${first?.reference.slice(5)}`;
    expect((await list({ text: typed })).bookings).toMatchObject([{ reference: first?.reference }]);
  });

  test('pages hold everything once, also bookings of the same instant', async () => {
    await database()
      .update(bookings)
      .set({ createdAt: inHours(-5) })
      .where(eq(bookings.organizerId, ours.organizerId));
    const all = (await list()).bookings.map((booking) => booking.reference);
    const paged: string[] = [];
    let after: string | undefined;
    for (let page = 0; page < 10; page += 1) {
      const result = await list({ after }, 1);
      paged.push(...result.bookings.map((booking) => booking.reference));
      if (result.next === null) break;
      after = result.next;
    }
    expect(paged).toEqual(all);
    expect(new Set(paged).size).toBe(4);
  });

  test('nothing crosses from one organizer to another, and the door sees no buyers', async () => {
    const mine = await list();
    expect(mine.bookings.map((booking) => booking.reference)).not.toContain(theirReference);
    expect((await list({ text: theirReference })).bookings).toEqual([]);
    await expect(listOrganizerBookings(database(), theirs.owner, ours.organizerId)).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(listOrganizerBookings(database(), memberAs('door'), ours.organizerId)).rejects.toMatchObject(
      {
        code: 'not_allowed',
      },
    );
    const office = await listOrganizerBookings(database(), memberAs('box_office'), ours.organizerId);
    expect(office.bookings).toHaveLength(4);
  });
});
