import type { SQL } from 'drizzle-orm';
import type { Queryable } from '../database.ts';
import { byWallClock } from '../time.ts';
import { type EventCard, readEventCards } from './event-cards.ts';
import { shelves } from './search-conditions.ts';

export type FeaturedEvents = { tonight: EventCard[]; weekend: EventCard[]; soon: EventCard[] };

/** Among how many of the next events a shelf is chosen. */
const CANDIDATES = 60;

const gone: ReadonlySet<EventCard['state']['kind']> = new Set(['sold_out', 'all_in_carts', 'ended']);

/**
 * Chooses so that no kind and no city crowds out the others, and what can be had comes before what cannot; among
 * equals the earlier one. The chosen stand in the order of the list: by the clock of each place.
 */
export function chooseDiverse(cards: readonly EventCard[], count: number): EventCard[] {
  const rest = [...cards];
  const chosen: EventCard[] = [];
  const seen = new Map<string, number>();
  const keysOf = (card: EventCard) => [`kind ${card.category.slug}`, `city ${card.venue?.city ?? ''}`];
  const cost = (card: EventCard) =>
    keysOf(card).reduce((sum, key) => sum + (seen.get(key) ?? 0), gone.has(card.state.kind) ? 100 : 0);
  while (chosen.length < count) {
    const best = rest.reduce<EventCard | undefined>(
      (least, card) => (least === undefined || cost(card) < cost(least) ? card : least),
      undefined,
    );
    if (best === undefined) break;
    rest.splice(rest.indexOf(best), 1);
    chosen.push(best);
    for (const key of keysOf(best)) seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  return chosen.sort(byWallClock);
}

/** The next evenings one could still go to, in the order of the home page, where there is nothing else to show. */
export async function nextEvents(db: Queryable, locale: string, count: number): Promise<EventCard[]> {
  const { tonight, weekend, soon } = await featuredEvents(db, locale, count);
  return [...tonight, ...weekend, ...soon].slice(0, count);
}

/**
 * What the home page shows: what begins later today, at the weekend, and after it, by the clock where each event is.
 *
 * @param count most events on a shelf
 */
export async function featuredEvents(db: Queryable, locale: string, count = 8): Promise<FeaturedEvents> {
  const shelf = async (condition: SQL | undefined) =>
    chooseDiverse(await readEventCards(db, { condition, locale, limit: CANDIDATES }), count);
  return {
    tonight: await shelf(shelves.tonight),
    weekend: await shelf(shelves.weekend),
    soon: await shelf(shelves.soon),
  };
}
