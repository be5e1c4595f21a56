import { expect, test } from 'vitest';
import { database } from '#lib/database.ts';
import { useApplication } from '#sandbox/testing/application.ts';
import { createEvent } from './create-event.ts';
import { listSitemapEntries } from './list-sitemap-entries.ts';
import { buildHouse, exampleEvent, inHours } from './testing.ts';

const application = useApplication();

test('holds what can be found: published, cancelled and just over, with their venue and organizer', async () => {
  const db = database();
  const published = await application.eventOnSale();
  const cancelled = await application.eventOnSale();
  await cancelled.cancel();
  const over = await application.eventOnSale();
  const longOver = await application.eventOnSale();
  await application.asOwner(
    `update events set doors_at = null, starts_at = starts_at - make_interval(days => $2), ends_at = ends_at - make_interval(days => $2)
     where slug = $1`,
    [over.slug, 30],
  );
  await application.asOwner(
    `update events set doors_at = null, starts_at = starts_at - make_interval(days => $2), ends_at = ends_at - make_interval(days => $2)
     where slug = $1`,
    [longOver.slug, 120],
  );
  const emptyHouse = await buildHouse(db, { city: 'Faro' });
  const draft = await createEvent(
    db,
    emptyHouse.owner,
    emptyHouse.organizerId,
    exampleEvent(emptyHouse, { startsAt: inHours(24), endsAt: inHours(26) }),
  );

  const entries = await listSitemapEntries(db);
  const events = entries.flatMap((entry) => (entry.kind === 'event' ? [entry] : []));
  const slugs = events.map((entry) => entry.slug);
  expect(slugs).toEqual(expect.arrayContaining([published.slug, cancelled.slug, over.slug]));
  expect(slugs).not.toContain(longOver.slug);
  expect(slugs).not.toContain(draft.slug);
  expect(events.every(({ lastModified }) => lastModified instanceof Date)).toBe(true);

  // Drafts say nothing of where and by whom either; a venue stays known after its last event.
  expect(entries.filter(({ kind }) => kind === 'venue')).toHaveLength(4);
  expect(entries.filter(({ kind }) => kind === 'organizer')).toHaveLength(4);
  expect(entries).toContainEqual({ kind: 'category', slug: published.house.category });
  expect(entries).not.toContainEqual({ kind: 'category', slug: emptyHouse.category });
  expect(entries).toContainEqual({ kind: 'city', city: 'Lisbon' });
  expect(entries).not.toContainEqual({ kind: 'city', city: 'Faro' });
});
