import { type SQL, sql } from 'drizzle-orm';
import type { Queryable } from '../database.ts';
import { containing } from '../find-words.ts';
import { normaliseReference } from '../reference.ts';
import { isUuid } from './object-names.ts';

/** Most things of one kind that words stand for: whoever means one of more says more. */
const MOST = 100;

/** A thing that the log knows by kind and id. */
export type Subject = { type: string; id: string };

/** Reads `event.<id>`, as addresses name a thing. */
export function subjectNamed(on: string): Subject {
  const dot = on.indexOf('.');
  return { type: on.slice(0, dot), id: on.slice(dot + 1) };
}

/** What a booking's and an event's entries are about besides themselves. */
const parts: Record<string, (id: SQL) => SQL> = {
  booking: (id) => sql`
    select 'payment' as type, id::text from payments where booking_id = ${id}
    union all select 'refund', r.id::text from refunds r join payments p on p.id = r.payment_id where p.booking_id = ${id}
    union all select 'ticket', id::text from tickets where booking_id = ${id}`,
  event: (id) => sql`select 'capacity_pool' as type, id::text from capacity_pools where event_id = ${id}`,
};

/** A thing and what belongs to it. */
export async function withItsParts(db: Queryable, subject: Subject): Promise<Subject[]> {
  const query = parts[subject.type];
  if (!query || !isUuid(subject.id)) return [subject];
  const { rows } = await db.execute<Subject>(query(sql`${subject.id}::uuid`));
  return [subject, ...rows];
}

/**
 * What words can mean: people, organizers and events by words in their names, a booking by its reference, a job by its
 * number.
 */
export async function findSubjects(db: Queryable, words: string): Promise<Subject[]> {
  const { rows } = await db.execute<Subject>(sql`
    (select 'user' as type, id::text from users where ${containing(sql`name || ' ' || email::text`, words)} limit ${MOST})
    union all
    (select 'organizer', id::text from organizers where ${containing(sql`name`, words)} limit ${MOST})
    union all
    -- Titles are meant; the index that finds them knows title and summary as one.
    (select 'event', id::text from events
     where ${containing(sql`title || ' ' || summary`, words)} and ${containing(sql`title`, words)} limit ${MOST})
    union all
    select 'booking', id::text from bookings where reference = ${normaliseReference(words)}`);
  const found: Subject[] = /^\d{1,18}$/.test(words) ? [{ type: 'job', id: words }] : [];
  for (const subject of rows) {
    found.push(...(subject.type === 'booking' ? await withItsParts(db, subject) : [subject]));
  }
  return found;
}
