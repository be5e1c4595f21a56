import { and, desc, eq, ne, type SQL, sql } from 'drizzle-orm';
import { categories, events, venues } from '#db/schema/index.ts';
import type { Queryable } from '../database.ts';
import { isNotStopped, kindName } from './event-cards.ts';

/** An event that is over, as a line in a list. */
export type PastEvent = {
  slug: string;
  title: string;
  /** Of the title, a BCP 47 tag. */
  language: string;
  /** `kind`: what one event of it is called. */
  category: { slug: string; kind: string };
  venue: { name: string; city: string } | null;
  startsAt: Date;
  timezone: string;
  /** It was called off. */
  cancelled: boolean;
};

/**
 * Reads what is over, the latest first. An event whose date was being changed when that date passed is not among it.
 *
 * @param condition may speak of events, venues (null for an event without one) and categories
 */
export async function readPastEvents(
  db: Queryable,
  { condition, locale, limit }: { condition: SQL; locale: string; limit: number },
): Promise<PastEvent[]> {
  return db
    .select({
      slug: events.slug,
      title: events.title,
      language: events.language,
      category: { slug: categories.slug, kind: kindName(locale) },
      venue: { name: venues.name, city: venues.city },
      startsAt: events.startsAt,
      timezone: events.timezone,
      cancelled: sql<boolean>`${events.status} = 'cancelled'`,
    })
    .from(events)
    .innerJoin(categories, eq(categories.id, events.categoryId))
    .leftJoin(venues, eq(venues.id, events.venueId))
    .where(
      and(
        condition,
        ne(events.status, 'draft'),
        ne(events.status, 'postponed'),
        isNotStopped,
        sql`${events.endsAt} <= (select app_now())`,
      ),
    )
    .orderBy(desc(events.startsAt), desc(events.id))
    .limit(limit);
}
