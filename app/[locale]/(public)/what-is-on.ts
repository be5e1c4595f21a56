import { nextEvents } from '#lib/catalog/featured-events.ts';
import { database } from '#lib/database.ts';
import { log } from '#lib/log.ts';
import { withPosters } from './event-poster.ts';

/** Enough for one row of posters. */
const ROW = 4;

/** What one may want where there is nothing else to show. Nothing where that cannot be read: the page comes all the same. */
export async function whatIsOn(locale: string) {
  try {
    return withPosters(await nextEvents(database(), locale, ROW));
  } catch (error) {
    log().warn({ err: error }, 'no events for a page that has nothing else to show');
    return [];
  }
}
