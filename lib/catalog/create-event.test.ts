import { asc, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import {
  auditLog,
  capacityPools,
  events,
  promoCodes,
  promoCodeTicketTypes,
  ticketTypePools,
} from '#db/schema/index.ts';
import { useApplication } from '#sandbox/testing/application.ts';
import { database } from '../database.ts';
import { createEvent } from './create-event.ts';
import { buildHouse, exampleEvent, inHours } from './testing.ts';

useApplication();

describe('createEvent', () => {
  test('makes a draft in the zone of its venue, with its pools, and writes it down', async () => {
    const db = database();
    const house = await buildHouse(db, { timezone: 'Asia/Tokyo' });
    const made = await createEvent(
      db,
      house.owner,
      house.organizerId,
      exampleEvent(house, {
        currency: 'JPY',
        pools: [{ key: 'room', name: 'The room', capacity: 120 }],
        ticketTypes: [
          { name: 'Standing', price: 2200, pools: ['room'] },
          { name: 'Early bird', price: 1800, quantity: 20, pools: ['room'], salesEndAt: inHours(12) },
          { name: 'Balcony', price: 3200, quantity: 40 },
        ],
        promoCodes: [
          { code: 'FRIENDS', percentOff: 2000, usageLimit: 5, ticketTypes: ['Balcony'] },
          { code: 'all', amountOff: 100 },
        ],
      }),
    );
    const [event] = await db.select().from(events).where(eq(events.id, made.eventId));
    expect(event).toMatchObject({
      status: 'draft',
      timezone: 'Asia/Tokyo',
      slug: made.slug,
      publishedAt: null,
    });
    const pools = await db
      .select({
        name: capacityPools.name,
        capacity: capacityPools.capacity,
        type: ticketTypePools.ticketTypeId,
      })
      .from(ticketTypePools)
      .innerJoin(capacityPools, eq(capacityPools.id, ticketTypePools.poolId))
      .where(eq(ticketTypePools.eventId, made.eventId))
      .orderBy(asc(capacityPools.name), asc(ticketTypePools.ticketTypeId));
    const nameOf = new Map(made.ticketTypes.map((type) => [type.id, type.name]));
    expect(pools.map((pool) => [pool.name, pool.capacity, nameOf.get(pool.type)])).toEqual([
      ['Balcony', 40, 'Balcony'],
      ['Early bird', 20, 'Early bird'],
      ['The room', 120, 'Standing'],
      ['The room', 120, 'Early bird'],
    ]);
    const codes = await db.select().from(promoCodes).where(eq(promoCodes.eventId, made.eventId));
    expect(codes).toHaveLength(2);
    const only = await db
      .select()
      .from(promoCodeTicketTypes)
      .where(eq(promoCodeTicketTypes.eventId, made.eventId));
    expect(only.map((row) => nameOf.get(row.ticketTypeId))).toEqual(['Balcony']);
    const audit = await db.select().from(auditLog).where(eq(auditLog.objectId, made.eventId));
    expect(audit).toMatchObject([
      {
        action: 'event.created',
        actor: 'user',
        actorUserId: house.owner.userId,
        organizerId: house.organizerId,
      },
    ]);
  });

  test('what goes back can be said as a rule, and stays unsaid otherwise', async () => {
    const db = database();
    const house = await buildHouse(db);
    const ruleOf = async (refundRule?: { hoursBefore: number | null }) => {
      const input = { ...exampleEvent(house), ...(refundRule && { refundRule }) };
      const { eventId } = await createEvent(db, house.owner, house.organizerId, input);
      const [event] = await db.select().from(events).where(eq(events.id, eventId));
      return event?.refundRule;
    };
    expect(await ruleOf({ hoursBefore: 24 })).toEqual({ hoursBefore: 24 });
    expect(await ruleOf({ hoursBefore: null })).toEqual({ hoursBefore: null });
    expect(await ruleOf()).toBeNull();
    await expect(ruleOf({ hoursBefore: -1 })).rejects.toMatchObject({
      code: 'invalid_input',
      values: { field: 'refundRule.hoursBefore' },
    });
  });

  test('an event online needs a zone of its own', async () => {
    const db = database();
    const house = await buildHouse(db);
    const online = exampleEvent(house, { venueId: undefined, online: true, timezone: 'Europe/Berlin' });
    const made = await createEvent(db, house.owner, house.organizerId, online);
    const [event] = await db.select().from(events).where(eq(events.id, made.eventId));
    expect(event).toMatchObject({ timezone: 'Europe/Berlin', venueId: null });
    await expect(
      createEvent(db, house.owner, house.organizerId, { ...online, timezone: undefined }),
    ).rejects.toMatchObject({ code: 'invalid_input', values: { field: 'timezone' } });
  });

  test('twelve of the same title at once get twelve addresses', async () => {
    const db = database();
    const house = await buildHouse(db);
    const made = await Promise.all(
      Array.from({ length: 12 }, () =>
        createEvent(db, house.owner, house.organizerId, exampleEvent(house, { title: 'Žižek: Zwölf Zähne' })),
      ),
    );
    const slugs = made.map((event) => event.slug);
    expect(new Set(slugs).size).toBe(12);
    expect(slugs).toContain('zizek-zwolf-zahne');
    expect(slugs.every((slug) => slug.startsWith('zizek-zwolf-zahne'))).toBe(true);
  });

  test('an address that was asked for and is taken is refused, and nothing is left behind', async () => {
    const db = database();
    const house = await buildHouse(db);
    const input = exampleEvent(house, { slug: 'one-night-only' });
    await createEvent(db, house.owner, house.organizerId, input);
    await expect(createEvent(db, house.owner, house.organizerId, input)).rejects.toMatchObject({
      code: 'slug_taken',
    });
    const kept = await db
      .select({ id: events.id })
      .from(events)
      .where(eq(events.organizerId, house.organizerId));
    expect(kept).toHaveLength(1);
  });

  test.each([
    ['currency', { currency: 'XAU' }],
    ['timezone', { timezone: 'Europe/Lisbon' }],
    ['endsAt', { endsAt: inHours(47) }],
    ['doorsAt', { doorsAt: inHours(49) }],
    ['category', { category: 'no-such-kind' }],
    ['ticketTypes.0.quantity', { ticketTypes: [{ name: 'A', price: 100 }] }],
    ['ticketTypes.0.pools', { ticketTypes: [{ name: 'A', price: 100, pools: ['nowhere'] }] }],
    ['ticketTypes.0.fee', { ticketTypes: [{ name: 'A', price: 0, fee: 10, quantity: 5 }] }],
    ['ticketTypes.0.price', { currency: 'KWD', ticketTypes: [{ name: 'A', price: 1005, quantity: 5 }] }],
    [
      'ticketTypes',
      {
        ticketTypes: [
          { name: 'A', price: 1, quantity: 5 },
          { name: 'a', price: 2, quantity: 5 },
        ],
      },
    ],
    ['promoCodes.0.percentOff', { promoCodes: [{ code: 'BOTH', percentOff: 100, amountOff: 100 }] }],
    ['promoCodes.0.ticketTypes', { promoCodes: [{ code: 'GONE', percentOff: 100, ticketTypes: ['Gone'] }] }],
  ])('refuses %s', async (field, changes) => {
    const house = await buildHouse(database());
    await expect(
      createEvent(database(), house.owner, house.organizerId, exampleEvent(house, changes)),
    ).rejects.toMatchObject({ code: 'invalid_input', values: { field } });
  });

  test('nobody makes events for another organizer, nor at another organizer’s venue', async () => {
    const db = database();
    const ours = await buildHouse(db);
    const theirs = await buildHouse(db);
    await expect(createEvent(db, ours.owner, theirs.organizerId, exampleEvent(theirs))).rejects.toMatchObject(
      { code: 'not_found' },
    );
    await expect(
      createEvent(db, ours.owner, ours.organizerId, exampleEvent(ours, { venueId: theirs.venueId })),
    ).rejects.toMatchObject({ code: 'not_found' });
  });
});
