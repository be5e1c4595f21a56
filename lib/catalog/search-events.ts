import { and, type SQL } from 'drizzle-orm';
import type { Queryable } from '../database.ts';
import { type EventCard, isAnnounced, isUpcoming, readEventCards } from './event-cards.ts';
import { afterCursor, needsOffers, searchConditions } from './search-conditions.ts';
import type { SearchFilters } from './search-events.schema.ts';
import { countMatches, type SearchFacets } from './search-facets.ts';

export type SearchResult = {
  /** By start. */
  events: EventCard[];
  /** `after` of the next page, or null at the end. */
  next: string | null;
  /** On all pages together. */
  total: number;
  facets: SearchFacets;
};

/** Whoever looks for something by its words also wants to know that it does not take place. */
const amongWhich = ({ q }: SearchFilters): SQL => (q === null ? isUpcoming : isAnnounced);

/**
 * Finds events that are not over. Two statements: one page of cards, and the counts.
 *
 * @param size most events on a page
 */
export async function searchEvents(
  db: Queryable,
  filters: SearchFilters,
  locale: string,
  size = 24,
): Promise<SearchResult> {
  const conditions = searchConditions(filters);
  const condition = and(conditions.category, conditions.city, conditions.others, afterCursor(filters.after));
  // One more than asked for tells whether there is a next page.
  const among = amongWhich(filters);
  const cards = await readEventCards(db, { condition, locale, limit: size + 1, among });
  const counts = await countMatches(db, conditions, { locale, among, withOffers: needsOffers(filters) });
  const events = cards.slice(0, size);
  const last = cards.length > size ? events.at(-1) : undefined;
  return { events, next: last ? `${last.startsAt.toISOString()}_${last.id}` : null, ...counts };
}
