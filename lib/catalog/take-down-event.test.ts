import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { auditDetails, auditLog, events } from '#db/schema/index.ts';
import { useApplication } from '#sandbox/testing/application.ts';
import { guestHolds, whileHolding } from '#sandbox/testing/buyer.ts';
import { anAdmin, codeOf, outsiders } from '../auth/testing.ts';
import { database } from '../database.ts';
import { posterFile } from '../posters/poster-file.ts';
import { availability } from './availability.ts';
import { createEvent } from './create-event.ts';
import { findEvent } from './find-event.ts';
import { findOrganizerPage } from './find-organizer-page.ts';
import { isTakenDown } from './is-taken-down.ts';
import { listCategories } from './list-categories.ts';
import { listSitemapEntries } from './list-sitemap-entries.ts';
import { publishEvent } from './publish-event.ts';
import { putBackEvent } from './put-back-event.ts';
import { parseSearch } from './search-events.schema.ts';
import { searchEvents } from './search-events.ts';
import { takeDownEvent } from './take-down-event.ts';
import { buildHouse, exampleEvent } from './testing.ts';

const app = useApplication();
const REASON = { reason: 'The venue knows nothing of it.' };

const published = async (slug: string) => {
  const { events: found } = await searchEvents(database(), parseSearch({}), 'en', 200);
  const pages = await listSitemapEntries(database());
  return {
    listed: found.some((event) => event.slug === slug),
    inSitemap: pages.some((page) => page.kind === 'event' && page.slug === slug),
    page: await codeOf(findEvent(database(), slug, 'en')),
  };
};

describe('an event that is taken down', () => {
  test('is off the public pages at once, and back when it is put back', async () => {
    const admin = await anAdmin(database());
    const event = await app.eventOnSale();
    expect(await published(event.slug)).toEqual({ listed: true, inSitemap: true, page: 'done' });
    expect(await takeDownEvent(database(), admin, event.eventId, REASON)).toEqual({ changed: true });
    expect(await published(event.slug)).toEqual({ listed: false, inSitemap: false, page: 'not_found' });
    const kinds = await listCategories(database(), 'en');
    expect(kinds.find(({ slug }) => slug === event.house.category)?.events).toBe(0);
    expect((await availability(database(), event.eventId)).state).toEqual({ kind: 'stopped' });
    expect(await isTakenDown(database(), event.slug)).toBe(true);
    // Tickets that were sold show it.
    await posterFile(database(), `${event.slug}.svg`);
    expect(await putBackEvent(database(), admin, event.eventId, REASON)).toEqual({ changed: true });
    expect(await published(event.slug)).toEqual({ listed: true, inSitemap: true, page: 'done' });
    expect(await isTakenDown(database(), event.slug)).toBe(false);
  });

  test('nobody hears of a draft, an address that never was, or what cannot be one', async () => {
    const { slug, eventId } = await app.eventOnSale();
    await takeDownEvent(database(), await anAdmin(database()), eventId, REASON);
    await app.asOwner(`update events set status = 'draft' where id = $1`, [eventId]);
    for (const address of [slug, 'nothing-here', 'a\0b'])
      expect(await isTakenDown(database(), address)).toBe(false);
  });

  test('is not among what an organizer has had either', async () => {
    const event = await app.eventOnSale();
    await app.asOwner(
      `update events set starts_at = starts_at - interval '9 days', ends_at = ends_at - interval '9 days' where id = $1`,
      [event.eventId],
    );
    const [row] = await app.asOwner<{ slug: string }>('select slug from organizers where id = $1', [
      event.house.organizerId,
    ]);
    const past = async () => (await findOrganizerPage(database(), row?.slug ?? '', 'en')).past.length;
    expect(await past()).toBe(1);
    await takeDownEvent(database(), await anAdmin(database()), event.eventId, REASON);
    expect(await past()).toBe(0);
  });

  test('cannot be published by anybody meanwhile', async () => {
    const admin = await anAdmin(database());
    const house = await buildHouse(database());
    const { eventId } = await createEvent(database(), house.owner, house.organizerId, exampleEvent(house));
    await takeDownEvent(database(), admin, eventId, REASON);
    for (const actor of [house.owner, admin]) {
      expect(await codeOf(publishEvent(database(), actor, house.organizerId, eventId))).toBe(
        'event_taken_down',
      );
    }
    await putBackEvent(database(), admin, eventId, REASON);
    expect(await publishEvent(database(), house.owner, house.organizerId, eventId)).toEqual({
      published: true,
    });
  });

  test('says why, and the log keeps who did it and what they wrote', async () => {
    const admin = await anAdmin(database());
    const event = await app.eventOnSale();
    const first = await takeDownEvent(database(), admin, event.eventId, REASON);
    const second = await takeDownEvent(database(), admin, event.eventId, { reason: 'Another one.' });
    expect([first, second]).toEqual([{ changed: true }, { changed: false }]);
    const [row] = await database().select().from(events).where(eq(events.id, event.eventId));
    expect(row).toMatchObject({ status: 'published', takenDownReason: REASON.reason });
    const log = await database()
      .select({ action: auditLog.action, actor: auditLog.actorUserId, details: auditDetails.changes })
      .from(auditLog)
      .leftJoin(auditDetails, eq(auditDetails.auditId, auditLog.id))
      .where(eq(auditLog.objectId, event.eventId));
    expect(log.filter(({ action }) => action === 'event.taken_down')).toEqual([
      { action: 'event.taken_down', actor: admin.userId, details: { reason: [null, REASON.reason] } },
    ]);
  });

  test('needs a reason, and an admin', async () => {
    const event = await app.eventOnSale();
    const admin = await anAdmin(database());
    expect(await codeOf(takeDownEvent(database(), admin, event.eventId, { reason: '  ' }))).toBe(
      'invalid_input',
    );
    expect(
      await codeOf(takeDownEvent(database(), admin, '01890000-0000-7000-8000-000000000000', REASON)),
    ).toBe('not_found');
    for (const [name, actor, told] of await outsiders(database(), event.house.organizerId)) {
      expect(await codeOf(takeDownEvent(database(), actor, event.eventId, REASON)), name).toBe(told);
      expect(await codeOf(putBackEvent(database(), actor, event.eventId, REASON)), name).toBe(told);
    }
  });

  test('waits for a hold that is being decided, and the next one is refused', async () => {
    const admin = await anAdmin(database());
    const event = await app.eventOnSale();
    const { before, after } = await whileHolding(event.eventId, () =>
      takeDownEvent(database(), admin, event.eventId, REASON),
    );
    expect([before, after]).toEqual(['waits', { changed: true }]);
    expect(await codeOf(guestHolds(event))).toBe('event_not_on_sale');
  });
});
