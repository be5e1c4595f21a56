import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { auditLog, organizers } from '#db/schema/index.ts';
import { useApplication } from '#sandbox/testing/application.ts';
import { guestHolds, whileHolding } from '#sandbox/testing/buyer.ts';
import { anAdmin, codeOf, outsiders } from '../auth/testing.ts';
import { availability } from '../catalog/availability.ts';
import { featuredEvents } from '../catalog/featured-events.ts';
import { findEvent } from '../catalog/find-event.ts';
import { listSitemapEntries } from '../catalog/list-sitemap-entries.ts';
import { parseSearch } from '../catalog/search-events.schema.ts';
import { searchEvents } from '../catalog/search-events.ts';
import { buildHouse } from '../catalog/testing.ts';
import { database } from '../database.ts';
import { liftOrganizerSuspension } from './lift-organizer-suspension.ts';
import { suspendOrganizer } from './suspend-organizer.ts';
import { verifyOrganizer } from './verify-organizer.ts';

const app = useApplication();
const REASON = { reason: 'Sold the same seats twice.' };

const log = async (organizerId: string) =>
  (
    await database()
      .select({ action: auditLog.action })
      .from(auditLog)
      .where(eq(auditLog.objectId, organizerId))
      .orderBy(auditLog.id)
  ).map(({ action }) => action);

describe('a suspended organizer', () => {
  test('sells nothing and is in no list, but pages of its events say so; and all comes back', async () => {
    const admin = await anAdmin(database());
    const { house, ...event } = await app.eventOnSale();
    const seen = async () => {
      const { events } = await searchEvents(database(), parseSearch({}), 'en', 200);
      const { soon, tonight, weekend } = await featuredEvents(database(), 'en', 100);
      const pages = await listSitemapEntries(database());
      return {
        search: events.some(({ slug }) => slug === event.slug),
        home: [soon, tonight, weekend].flat().some(({ slug }) => slug === event.slug),
        sitemap: pages.some((page) => page.kind === 'event' && page.slug === event.slug),
        state: (await availability(database(), event.eventId)).state.kind,
        suspended: (await findEvent(database(), event.slug, 'en')).organizer.suspended,
        hold: await codeOf(guestHolds(event)),
      };
    };
    const before = await seen();
    expect(before).toEqual({
      search: true,
      home: true,
      sitemap: true,
      state: 'on_sale',
      suspended: false,
      hold: 'done',
    });
    expect(await suspendOrganizer(database(), admin, house.organizerId, REASON)).toEqual({ changed: true });
    expect(await seen()).toEqual({
      search: false,
      home: false,
      sitemap: false,
      state: 'stopped',
      suspended: true,
      hold: 'event_not_on_sale',
    });
    expect(await suspendOrganizer(database(), admin, house.organizerId, REASON)).toEqual({ changed: false });
    expect(await liftOrganizerSuspension(database(), admin, house.organizerId, REASON)).toEqual({
      changed: true,
    });
    expect(await liftOrganizerSuspension(database(), admin, house.organizerId, REASON)).toEqual({
      changed: false,
    });
    expect(await seen()).toEqual(before);
    expect(await log(house.organizerId)).toEqual(['organizer.suspended', 'organizer.suspension_lifted']);
  });

  test('waits for a hold that is being decided', async () => {
    const admin = await anAdmin(database());
    const event = await app.eventOnSale();
    const { before, after } = await whileHolding(event.eventId, () =>
      suspendOrganizer(database(), admin, event.house.organizerId, REASON),
    );
    expect([before, after]).toEqual(['waits', { changed: true }]);
  });

  test('two admins at once suspend it once', async () => {
    const house = await buildHouse(database());
    const admins = [await anAdmin(database()), await anAdmin(database())];
    const answers = await Promise.all(
      admins.map((admin) => suspendOrganizer(database(), admin, house.organizerId, REASON)),
    );
    expect(answers.filter(({ changed }) => changed)).toHaveLength(1);
    expect(await log(house.organizerId)).toEqual(['organizer.suspended']);
  });
});

test('verifying an organizer, and taking that back', async () => {
  const admin = await anAdmin(database());
  const { organizerId } = await buildHouse(database());
  const set = (verified: boolean) =>
    verifyOrganizer(database(), admin, organizerId, { reason: 'Register entry seen.', verified });
  const isVerified = async () => {
    const [row] = await database().select().from(organizers).where(eq(organizers.id, organizerId));
    return row?.verifiedAt !== null;
  };
  expect(await set(true)).toEqual({ changed: true });
  expect(await set(true)).toEqual({ changed: false });
  expect(await isVerified()).toBe(true);
  expect(await set(false)).toEqual({ changed: true });
  expect(await isVerified()).toBe(false);
  expect(await log(organizerId)).toEqual(['organizer.verified', 'organizer.unverified']);
});

test('none of it is for anybody but admins', async () => {
  const { organizerId } = await buildHouse(database());
  for (const [name, actor, told] of await outsiders(database(), organizerId)) {
    const tries = [
      suspendOrganizer(database(), actor, organizerId, REASON),
      liftOrganizerSuspension(database(), actor, organizerId, REASON),
      verifyOrganizer(database(), actor, organizerId, { ...REASON, verified: true }),
    ];
    for (const one of tries) expect(await codeOf(one), name).toBe(told);
  }
});
