import { and, eq, sql } from 'drizzle-orm';
import { events, organizers } from '#db/schema/index.ts';
import type { Queryable } from '../database.ts';
import { type EventCard, readEventCards } from './event-cards.ts';

/** What an organizer puts on next; null when nothing is announced. */
export async function nextEventOfOrganizer(
  db: Queryable,
  organizerSlug: string,
  locale: string,
): Promise<EventCard | null> {
  const ahead = sql`${events.startsAt} > (select app_now())`;
  const condition = and(eq(organizers.slug, organizerSlug), ahead);
  const [next] = await readEventCards(db, { condition, locale, limit: 1 });
  return next ?? null;
}
