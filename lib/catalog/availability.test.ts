import { eq, sql } from 'drizzle-orm';
import { afterEach, describe, expect, test } from 'vitest';
import { capacityPools, events } from '#db/schema/index.ts';
import { useApplication } from '#sandbox/testing/application.ts';
import { database } from '../database.ts';
import { availability } from './availability.ts';
import { cancelEvent } from './cancel-event.ts';
import type { CreateEventInput } from './create-event.schema.ts';
import { createEvent } from './create-event.ts';
import { findEvent } from './find-event.ts';
import { publishEvent } from './publish-event.ts';
import { buildHouse, exampleEvent, inHours } from './testing.ts';

const app = useApplication();

afterEach(() => app.setClock(0));

async function published(changes: Partial<CreateEventInput> = {}) {
  const house = await buildHouse(database());
  const made = await createEvent(database(), house.owner, house.organizerId, exampleEvent(house, changes));
  await publishEvent(database(), house.owner, house.organizerId, made.eventId);
  return { house, ...made };
}

const stateOf = async (eventId: string) => (await availability(database(), eventId)).state;

describe('availability', () => {
  test('tells what is left of each type, the shared pool included', async () => {
    const { eventId, ticketTypes, pools } = await published({
      pools: [{ key: 'room', name: 'Room', capacity: 100 }],
      ticketTypes: [
        { name: 'Standing', price: 2000, pools: ['room'] },
        { name: 'Early bird', price: 1500, quantity: 10, pools: ['room'] },
        { name: 'Later', price: 2500, quantity: 10, salesStartAt: inHours(1) },
      ],
    });
    const setPool = (name: string, values: { sold: number; held: number }) =>
      database()
        .update(capacityPools)
        .set(values)
        .where(eq(capacityPools.id, pools.find((pool) => pool.name === name)?.id ?? ''));
    await setPool('Room', { sold: 60, held: 2 });
    await setPool('Early bird', { sold: 9, held: 1 });
    const found = await availability(database(), eventId);
    const byName = new Map(ticketTypes.map((type, index) => [type.name, found.ticketTypes[index]]));
    expect(found.state).toEqual({ kind: 'on_sale' });
    expect(byName.get('Standing')).toMatchObject({ left: 38, state: { kind: 'on_sale' } });
    expect(byName.get('Early bird')).toMatchObject({ left: 0, state: { kind: 'all_in_carts' } });
    expect(byName.get('Later')).toMatchObject({ left: 10, state: { kind: 'not_yet' } });

    await setPool('Room', { sold: 95, held: 1 });
    expect((await availability(database(), eventId)).ticketTypes[0]).toMatchObject({
      left: 4,
      state: { kind: 'few_left', left: 4 },
    });
  });

  test('goes through the states as time passes', async () => {
    const { eventId } = await published({
      ticketTypes: [
        { name: 'A', price: 1000, quantity: 50, salesStartAt: inHours(2), salesEndAt: inHours(24) },
      ],
    });
    const states: string[] = [];
    for (const hours of [0, 3, 25, 49, 52]) {
      await app.setClock(hours * 60);
      states.push((await stateOf(eventId)).kind);
    }
    expect(states).toEqual(['not_yet', 'on_sale', 'ended', 'ended', 'past']);
  });

  test('cancelled and postponed go before stock', async () => {
    const { house, eventId } = await published();
    await database().update(events).set({ status: 'postponed' }).where(eq(events.id, eventId));
    expect(await stateOf(eventId)).toEqual({ kind: 'postponed' });
    await cancelEvent(database(), house.owner, house.organizerId, eventId, { reason: 'Rain.' });
    expect(await stateOf(eventId)).toEqual({ kind: 'cancelled' });
  });

  test('says when held places come back', async () => {
    const { house, eventId } = await published();
    expect((await availability(database(), eventId)).nextBackAt).toBeNull();
    await database().execute(sql`
      insert into bookings (reference, secret_hash, organizer_id, event_id, payments_mode, locale, currency,
        subtotal, fee, tax, total, status, expires_at)
      select 'AAAAAAAAA' || n, '\\x00', ${house.organizerId}, ${eventId}, 'sandbox', 'en', 'EUR', 0, 0, 0, 0,
        case n when 1 then 'released' else 'held' end::booking_status, app_now() + n * interval '1 minute'
      from generate_series(1, 3) n`);
    const { now, nextBackAt } = await availability(database(), eventId);
    expect(Math.round(((nextBackAt?.getTime() ?? 0) - now.getTime()) / 60_000)).toBe(2);
  });

  test('a draft has none', async () => {
    const house = await buildHouse(database());
    const made = await createEvent(database(), house.owner, house.organizerId, exampleEvent(house));
    await expect(availability(database(), made.eventId)).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('findEvent', () => {
  test('brings everything the page shows, prices with their fees', async () => {
    const { slug, house } = await published({
      title: 'Everything on one page',
      doorsAt: inHours(47),
      programme: [{ at: '19:00', what: 'Doors and bar' }],
      maxPerBuyer: 6,
      promoCodes: [{ code: 'FRIENDS', percentOff: 1000 }],
    });
    const event = await findEvent(database(), slug, 'de');
    expect(event).toMatchObject({
      title: 'Everything on one page',
      status: 'published',
      organizer: { name: 'Maré Baixa' },
      category: { slug: house.category, name: 'Konzerte' },
      venue: { name: 'Cine Incrível', city: 'Lisbon', latitude: 38.7083 },
      timezone: 'Europe/Lisbon',
      programme: [{ at: '19:00', what: 'Doors and bar' }],
      maxPerBuyer: 6,
      takesPromoCodes: true,
      ticketTypes: [{ name: 'Standing', price: 2400, fee: 200, minPerBooking: 1, maxPerBooking: 10 }],
    });
    expect(event.ticketTypes[0]?.salesEndAt).toEqual(event.startsAt);
    expect((await findEvent(database(), slug, 'pt')).category.name).toBe('Concerts');
  });

  test('promo codes that have ended are not asked for', async () => {
    const { slug } = await published({
      promoCodes: [{ code: 'OVER', percentOff: 1000, endsAt: inHours(1) }],
    });
    expect((await findEvent(database(), slug, 'en')).takesPromoCodes).toBe(true);
    await app.setClock(2 * 60);
    expect((await findEvent(database(), slug, 'en')).takesPromoCodes).toBe(false);
  });

  test('past and cancelled events keep their page, drafts have none', async () => {
    const { slug, house, eventId } = await published();
    await app.setClock(100 * 24 * 60);
    expect((await findEvent(database(), slug, 'en')).id).toBe(eventId);
    await cancelEvent(database(), house.owner, house.organizerId, eventId, { reason: 'Rain.' });
    expect(await findEvent(database(), slug, 'en')).toMatchObject({
      status: 'cancelled',
      statusReason: 'Rain.',
    });
    const draft = await createEvent(database(), house.owner, house.organizerId, exampleEvent(house));
    await expect(findEvent(database(), draft.slug, 'en')).rejects.toMatchObject({ code: 'not_found' });
    for (const slug of ['no-such-event', 'x\u0000', 'No Such Event', '']) {
      await expect(findEvent(database(), slug, 'en')).rejects.toMatchObject({ code: 'not_found' });
    }
  });
});
