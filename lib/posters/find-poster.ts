import { and, eq, ne, sql } from 'drizzle-orm';
import { categories, events, venues } from '#db/schema/index.ts';
import type { Queryable } from '../database.ts';
import { DomainError } from '../errors.ts';
import type { PosterEvent } from './poster-event.ts';
import { ONLINE, posterVersion } from './poster-path.ts';

/** What a poster is drawn from, and the version that its address should name. */
export type FoundPoster = { eventId: string; event: PosterEvent; version: string; status: string };

/**
 * Reads what the poster of an event shows, in the event's own language.
 *
 * @throws DomainError `not_found` for an unknown address and for a draft, whose poster is nobody's business yet.
 */
export async function findPoster(db: Queryable, slug: string): Promise<FoundPoster> {
  const [row] = await db
    .select({
      eventId: events.id,
      slug: events.slug,
      status: events.status,
      title: events.title,
      category: { slug: categories.slug },
      categoryName: sql<string>`coalesce(${categories.singulars} ->> ${events.language},
        ${categories.names} ->> ${events.language}, ${categories.singulars} ->> 'en', ${categories.names} ->> 'en')`,
      startsAt: events.startsAt,
      timezone: events.timezone,
      language: events.language,
      venue: { city: venues.city },
    })
    .from(events)
    .innerJoin(categories, eq(categories.id, events.categoryId))
    .leftJoin(venues, eq(venues.id, events.venueId))
    .where(and(eq(events.slug, slug), ne(events.status, 'draft')));
  if (!row) throw new DomainError('not_found');
  const { eventId, title, category, categoryName, startsAt, timezone, language, venue } = row;
  return {
    eventId,
    event: {
      title,
      category: category.slug,
      categoryName,
      startsAt,
      timezone,
      city: venue?.city ?? ONLINE,
      language,
      seed: slug,
    },
    version: posterVersion(row),
    status: row.status,
  };
}
