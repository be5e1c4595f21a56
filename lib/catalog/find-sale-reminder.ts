import type { Queryable } from '../database.ts';
import { DomainError } from '../errors.ts';
import { saleCalendar } from '../tickets/sale-calendar.ts';
import { availability } from './availability.ts';
import { findEvent } from './find-event.ts';

/** What the entry says, in the reader's language. */
export type ReminderWords = {
  title: (event: string) => string;
  description: string;
  /** Address of the event's page. */
  url: string;
};

/**
 * A calendar file for the moment at which tickets of an event go on sale.
 *
 * @throws DomainError `not_found` for an unknown event, and for one whose sale is not ahead: there is nothing to be reminded of
 */
export async function findSaleReminder(
  db: Queryable,
  slug: string,
  words: ReminderWords,
): Promise<{ filename: string; content: Buffer; contentType: string }> {
  const event = await findEvent(db, slug, 'en');
  const { now, state } = await availability(db, event.id);
  if (state.kind !== 'not_yet') throw new DomainError('not_found');
  const content = saleCalendar({
    eventId: event.id,
    host: new URL(words.url).hostname,
    sequence: event.revision,
    stamp: now,
    from: state.from,
    title: words.title(event.title),
    description: words.description,
    url: words.url,
  });
  return {
    filename: `${event.slug}-sale.ics`,
    content: Buffer.from(content),
    contentType: 'text/calendar; charset=utf-8; method=PUBLISH',
  };
}
