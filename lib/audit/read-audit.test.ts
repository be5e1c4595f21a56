import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { members, users } from '#db/schema/index.ts';
import { useApplication } from '#sandbox/testing/application.ts';
import { guestHolds, pay } from '#sandbox/testing/buyer.ts';
import type { Actor, MemberRole, UserActor } from '../auth/actor.ts';
import { buildHouse, type House } from '../catalog/testing.ts';
import { database } from '../database.ts';
import { withRequest } from '../log.ts';
import { reconcilePayment } from '../payments/reconcile-payment.ts';
import { newReference } from '../reference.ts';
import {
  type AuditFilters,
  type PlatformAuditFilters,
  readAuditSchema,
  readPlatformAuditSchema,
} from './read-audit.schema.ts';
import { type AuditScope, readAudit } from './read-audit.ts';
import { recordAudit } from './record.ts';

const app = useApplication();

const READER = { timezone: 'Europe/Lisbon', locale: 'en' };
const admin: UserActor = {
  kind: 'user',
  userId: '01890000-0000-7000-8000-00000000000a',
  role: 'admin',
  sessionId: 'none',
  memberships: [],
};

let house: House;
let other: House;

const person = async (name: string): Promise<UserActor> => {
  const [user] = await database()
    .insert(users)
    .values({ email: `${newReference()}@example.org`, name })
    .returning({ id: users.id });
  return { ...admin, role: 'attendee', userId: user?.id ?? '' };
};

const memberOf = (at: House, role: MemberRole): UserActor => ({
  ...admin,
  role: 'attendee',
  userId: '01890000-0000-7000-8000-00000000000b',
  memberships: [{ organizerId: at.organizerId, role }],
});

const read = (filters: AuditFilters = {}, actor: Actor = house.owner, size?: number, scope?: AuditScope) =>
  readAudit(database(), actor, scope ?? { organizerId: house.organizerId }, filters, READER, size);

/** A deed at an organizer, from a network address. */
const deed = (actor: Actor, at: House, action: 'event.published' | 'event.cancelled' = 'event.published') =>
  withRequest(
    'request',
    () =>
      recordAudit(database(), {
        actor,
        organizerId: at.organizerId,
        action,
        object: { type: 'venue', id: at.venueId },
        changes: { status: ['draft', 'published'] },
      }),
    '203.0.113.9',
  );

beforeAll(async () => {
  house = await buildHouse(database(), { venueName: 'Cine Incrível' });
  other = await buildHouse(database());
});

describe('the log of an organizer', () => {
  test('says who, what, old and new, on what and from where', async () => {
    await deed(house.owner, house);
    const { entries } = await read();
    expect(entries[0]).toMatchObject({
      who: { kind: 'user', id: house.owner.userId, name: 'Inês Quental' },
      action: 'event.published',
      object: { type: 'venue', name: 'Cine Incrível' },
      changes: [{ field: 'status', before: 'draft', after: 'published' }],
      address: '203.0.113.9',
    });
  });

  test('holds nothing of another organizer, and is shown to none of its members', async () => {
    await deed(other.owner, other);
    const { entries } = await read();
    expect(entries.map(({ who }) => who.id)).not.toContain(other.owner.userId);
    await expect(read({}, other.owner)).rejects.toMatchObject({ code: 'not_found' });
    await expect(read({}, { kind: 'guest' })).rejects.toMatchObject({ code: 'sign_in_needed' });
  });

  test.each([
    ['owner', 'shown'],
    ['manager', 'shown'],
    ['box_office', 'not_allowed'],
    ['door', 'not_allowed'],
  ] as const)('for %s: %s', async (role, expected) => {
    const answer = await read({}, memberOf(house, role)).then(
      () => 'shown',
      (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
    );
    expect(answer).toBe(expected);
  });

  test('that of the platform is for admins', async () => {
    await expect(read({}, house.owner, 50, 'platform')).rejects.toMatchObject({ code: 'not_found' });
    const { entries } = await read({}, admin, 50, 'platform');
    const owners = [house.owner.userId, other.owner.userId];
    expect(entries.map(({ who }) => who.id)).toEqual(expect.arrayContaining(owners));
    expect(entries.every(({ organizer }) => organizer?.name === 'Maré Baixa')).toBe(true);
  });

  test('tells from where its members came, and not its buyers; admins see both', async () => {
    const buyer = await person('Bo Yer');
    await deed(buyer, house);
    const addressFor = async (actor: Actor) =>
      (await read({ who: buyer.userId }, actor)).entries.map(({ address }) => address);
    expect(await addressFor(house.owner)).toEqual([null]);
    expect(await addressFor(admin)).toEqual(['203.0.113.9']);
    await database()
      .insert(members)
      .values({ organizerId: house.organizerId, userId: buyer.userId, role: 'door' });
    expect(await addressFor(house.owner)).toEqual(['203.0.113.9']);
  });

  test('has personal values until the person is erased, and then only that something changed', async () => {
    const { userId } = await person('Noor Haddad');
    await recordAudit(database(), {
      actor: house.owner,
      organizerId: house.organizerId,
      action: 'member.role_changed',
      object: { type: 'user', id: userId },
      changes: { owner: [null, userId] },
      personal: { personId: userId, changes: { name: ['Noor', 'Noor Haddad'] } },
    });
    const last = async () => (await read({ action: 'member.role_changed' })).entries[0];
    expect((await last())?.changes).toMatchObject([
      { field: 'owner', after: { person: 'Noor Haddad' } },
      { field: 'name', before: 'Noor', after: 'Noor Haddad' },
    ]);
    await database().execute(sql`select erase_audit_details(${userId})`);
    await database().execute(sql`delete from users where id = ${userId}`);
    expect(await last()).toMatchObject({
      object: { type: 'user', id: userId, name: null },
      changes: [{ field: 'owner', after: { person: null } }],
    });
  });

  test('is narrowed by person, by kind of actor and by deed', async () => {
    const [one, two] = [await person('One'), await person('Two')];
    await deed(one, house);
    await deed(two, house, 'event.cancelled');
    await deed({ kind: 'system' }, house, 'event.cancelled');
    const kinds = async (filters: AuditFilters) =>
      (await read(filters)).entries.map(({ who, action }) => `${who.name ?? who.kind} ${action}`);
    expect(await kinds({ who: one.userId })).toEqual(['One event.published']);
    expect(await kinds({ action: 'event.cancelled' })).toEqual([
      'system event.cancelled',
      'Two event.cancelled',
    ]);
    expect(await kinds({ who: 'system', action: 'event.cancelled' })).toEqual(['system event.cancelled']);
    expect(await kinds({ who: 'team' })).not.toEqual(expect.arrayContaining(['One event.published']));
    expect((await kinds({ who: 'team' })).length).toBeGreaterThan(0);
    expect(await kinds({ who: 'stripe' })).toEqual([]);
  });

  test('goes from page to page without a gap or a repetition', async () => {
    const all = (await read()).entries.map(({ id }) => id);
    expect(all).toEqual(all.toSorted((a, b) => b - a));
    const found: number[] = [];
    let after: number | undefined;
    do {
      const page: Awaited<ReturnType<typeof read>> = await read({ after }, house.owner, 2);
      found.push(...page.entries.map(({ id }) => id));
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(found).toEqual(all);
  });

  test('days begin at midnight on the reader’s clock', async () => {
    const at = (instant: string) =>
      database().execute(sql`
        insert into audit_log (actor, organizer_id, action, object_type, object_id, at)
        values ('system', ${other.organizerId}, 'event.created', 'event', ${instant}, ${instant}::timestamptz)`);
    for (const instant of [
      '2027-07-01T22:59:59Z',
      '2027-07-01T23:00:00Z',
      '2027-07-02T22:59:59Z',
      '2027-07-02T23:00:00Z',
    ]) {
      await at(instant);
    }
    const found = async (filters: AuditFilters, timezone: string) => {
      const answer = await readAudit(
        database(),
        other.owner,
        { organizerId: other.organizerId },
        { ...filters, action: 'event.created' },
        { timezone, locale: 'en' },
      );
      return answer.entries.map(({ object }) => object.id);
    };
    const day = { from: '2027-07-02', until: '2027-07-02' };
    expect(await found(day, 'Europe/Lisbon')).toEqual(['2027-07-02T22:59:59Z', '2027-07-01T23:00:00Z']);
    expect(await found(day, 'UTC')).toEqual(['2027-07-02T23:00:00Z', '2027-07-02T22:59:59Z']);
    expect(await found({ from: '2027-07-03' }, 'Europe/Lisbon')).toEqual(['2027-07-02T23:00:00Z']);
  });
});

describe('the log of everything', () => {
  const about = async (filters: PlatformAuditFilters) =>
    (await readAudit(database(), admin, 'platform', filters, READER)).entries.map(
      ({ action, object }) => `${object.type} ${action}`,
    );
  /** An event with a booking that was paid, as far as the log goes. */
  const story = async (title: string) => {
    const event = await app.eventOnSale({
      title,
      ticketTypes: [{ name: 'In', price: 900, quantity: 9 }],
    });
    const booking = await guestHolds(event);
    await reconcilePayment(await pay(booking));
    await recordAudit(database(), {
      actor: { kind: 'system' },
      organizerId: event.house.organizerId,
      action: 'payment.settled',
      object: { type: 'payment', id: await paymentOf(booking.bookingId) },
    });
    return { event, booking };
  };
  const paymentOf = async (bookingId: string) => {
    const { rows } = await database().execute<{ id: string }>(
      sql`select id from payments where booking_id = ${bookingId}`,
    );
    return rows[0]?.id ?? '';
  };

  test('of a booking has its payments too, and nothing of another', async () => {
    const { booking } = await story('Of One Booking');
    await story('Of Another');
    const expected = ['payment payment.settled', 'booking booking.confirmed'];
    expect(await about({ on: `booking.${booking.bookingId}` })).toEqual(expected);
    expect(await about({ q: booking.reference.toLowerCase() })).toEqual(expected);
    expect(await about({ on: `booking.${booking.bookingId}`, action: 'payment.settled' })).toEqual([
      'payment payment.settled',
    ]);
  });

  test('is found by words in the title of an event, the name of an organizer or of a person', async () => {
    const title = `Ondine ${newReference()}`;
    const { event } = await story(title);
    expect(await about({ q: title.toLowerCase() })).toEqual(await about({ on: `event.${event.eventId}` }));
    expect(await about({ q: title })).toContain('event event.published');
    expect(await about({ q: title })).not.toContain('booking booking.confirmed');
    const name = `Casa ${newReference()}`;
    await database().execute(sql`update organizers set name = ${name} where id = ${event.house.organizerId}`);
    expect(await about({ q: name })).toContain('booking booking.confirmed');
    expect(await about({ on: `organizer.${event.house.organizerId}` })).toEqual(await about({ q: name }));
    const someone = await person(`Zenobia ${newReference()}`);
    await deed(someone, house);
    await recordAudit(database(), {
      actor: admin,
      organizerId: null,
      action: 'user.suspended',
      object: { type: 'user', id: someone.userId },
    });
    expect(await about({ on: `user.${someone.userId}` })).toEqual([
      'user user.suspended',
      'venue event.published',
    ]);
    expect(await about({ q: 'zenobia' })).toEqual(await about({ on: `user.${someone.userId}` }));
  });

  test('of a job is found by its number; what nothing is called has no entries', async () => {
    await recordAudit(database(), {
      actor: admin,
      organizerId: null,
      action: 'job.retried',
      object: { type: 'job', id: '987654' },
    });
    expect(await about({ q: '987654' })).toEqual(['job job.retried']);
    expect(await about({ on: 'job.987654' })).toEqual(['job job.retried']);
    expect(await about({ q: 'nothing is called so' })).toEqual([]);
  });

  test('says what it is narrowed to, while that is there', async () => {
    const { narrowing } = await readAudit(
      database(),
      admin,
      'platform',
      { on: `venue.${house.venueId}`, who: house.owner.userId },
      READER,
    );
    expect(narrowing).toEqual({ on: 'Cine Incrível', who: 'Inês Quental' });
  });

  test('is narrowed in ways that an organizer’s is not: they would tell who its buyers are', async () => {
    const filters = { q: 'nothing is called so', on: `event.${house.organizerId}` };
    const scope = { organizerId: house.organizerId };
    const { entries, narrowing } = await readAudit(database(), house.owner, scope, filters, READER);
    expect(entries.length).toBeGreaterThan(0);
    expect(narrowing).toEqual({ on: null, who: null });
  });
});

test.each([
  [{ who: "'; drop table" }, {}],
  [{ who: 'team', action: 'x' }, { who: 'team' }],
  [{ from: '2027-02-30', until: '0001-01-01' }, {}],
  [{ after: '-1' }, {}],
  [
    { after: '12', from: '2027-02-28' },
    { after: 12, from: '2027-02-28' },
  ],
])('an address that says %j narrows by %j', (given, expected) => {
  expect(readAuditSchema.parse(given)).toEqual(expected);
});

test.each([
  [{ on: 'event', q: ' ' }, {}],
  [{ on: 'event.01890000-0000-7000-8000-00000000000A', q: 'x'.repeat(101) }, {}],
  [{ on: 'user.7' }, {}],
  [
    { on: 'job.7', q: ' Ada  Nwosu ' },
    { on: 'job.7', q: 'Ada  Nwosu' },
  ],
])('one of the log of everything that says %j narrows by %j', (given, expected) => {
  expect(readPlatformAuditSchema.parse(given)).toEqual(expected);
});
