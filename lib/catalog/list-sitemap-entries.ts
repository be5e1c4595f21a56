import { and, asc, desc, eq, exists, ne, sql } from 'drizzle-orm';
import { events, organizers, venues } from '#db/schema/index.ts';
import type { Queryable } from '../database.ts';
import { isNotStopped } from './event-cards.ts';
import { listCategories } from './list-categories.ts';
import { listCities } from './list-cities.ts';

/** A public page, named so that the caller can write its address in every language. */
export type SitemapEntry =
  | { kind: 'event'; slug: string; lastModified: Date | null }
  | { kind: 'venue' | 'organizer'; slug: string }
  | { kind: 'category'; slug: string }
  | { kind: 'city'; city: string };

/** Search engines read no more than this many of ours; who has more wants the latest ones found first. */
const MOST_EVENTS = 50_000;

/** How long an event that is over is still pointed at: people look for photographs, prices and the next date. */
const REMEMBERED = sql`interval '90 days'`;

/**
 * Every page of the catalog that is worth finding: events to come and those just over, cancelled and postponed ones
 * among them, the venues and organizers of anything public, and the lists by kind and city that are not empty.
 */
export async function listSitemapEntries(db: Queryable): Promise<SitemapEntry[]> {
  const isPublic = and(ne(events.status, 'draft'), isNotStopped);
  const found = await db
    .select({
      slug: events.slug,
      lastModified: sql`greatest(${events.publishedAt}, ${events.cancelledAt})`.mapWith(events.startsAt),
    })
    .from(events)
    .where(and(isPublic, sql`${events.endsAt} > (select app_now()) - ${REMEMBERED}`))
    .orderBy(desc(events.startsAt), desc(events.id))
    .limit(MOST_EVENTS);
  const used = (condition: ReturnType<typeof eq>) =>
    exists(db.select({ one: sql`1` }).from(events).where(and(isPublic, condition)));
  const venueRows = await db
    .select({ slug: venues.slug })
    .from(venues)
    .where(used(eq(events.venueId, venues.id)))
    .orderBy(asc(venues.slug));
  const organizerRows = await db
    .select({ slug: organizers.slug })
    .from(organizers)
    .where(used(eq(events.organizerId, organizers.id)))
    .orderBy(asc(organizers.slug));
  // Names are not asked for, so the language does not matter.
  const kinds = await listCategories(db, 'en');
  const cities = await listCities(db);
  return [
    ...kinds.filter((kind) => kind.events > 0).map(({ slug }) => ({ kind: 'category' as const, slug })),
    ...cities.map(({ city }) => ({ kind: 'city' as const, city })),
    ...found.map((event) => ({ kind: 'event' as const, ...event })),
    ...venueRows.map(({ slug }) => ({ kind: 'venue' as const, slug })),
    ...organizerRows.map(({ slug }) => ({ kind: 'organizer' as const, slug })),
  ];
}
