import { sql } from 'drizzle-orm';
import type { Actor } from '../auth/actor.ts';
import type { Queryable } from '../database.ts';
import { env } from '../env.ts';
import { containing } from '../find-words.ts';
import { normaliseReference } from '../reference.ts';
import { assertAtDoor } from './door-event.ts';

/** One ticket in the door's list. */
export type DoorListEntry = {
  ticketId: string;
  attendeeName: string;
  /** Who booked it, where that is somebody else and the ticket still theirs to give. */
  bookedBy: string | null;
  ticketType: string;
  reference: string;
  status: 'valid' | 'used' | 'blocked' | 'void';
  checkIn: { id: string; at: Date; door: string } | null;
};

/**
 * The tickets of an event that belong to a name, whole or in part: who comes, or who booked. A booking's reference and a
 * ticket's characters are found too. Nothing for nothing: a door has no use for the list of everybody.
 *
 * @param most so many at most, in the order of their names
 * @throws DomainError `not_found`, and what `assertMay` throws
 */
export async function searchDoorList(
  db: Queryable,
  actor: Actor,
  eventId: string,
  words: string,
  most = 50,
): Promise<{ entries: DoorListEntry[]; more: boolean }> {
  await assertAtDoor(db, actor, 'door.enter', eventId);
  const name = containing(
    sql`t.attendee_name || ' ' || case when t.transferred_at is null then coalesce(b.buyer_name, '') else '' end`,
    words,
  );
  if (!name) return { entries: [], more: false };
  // No letter or digit left over means that there was no reference in it; an empty one matches nothing.
  const code = normaliseReference(words).replaceAll(/[^0-9A-Z]/g, '');
  const { rows } = await db.execute<{
    ticket_id: string;
    attendee_name: string;
    booked_by: string | null;
    ticket_type: string;
    reference: string;
    status: DoorListEntry['status'];
    check_in_id: string | null;
    admitted_at: Date | null;
    door: string | null;
  }>(sql`
    select t.id as ticket_id, t.attendee_name, k.name as ticket_type, b.reference, t.status,
      case when t.transferred_at is null and b.buyer_name <> t.attendee_name then b.buyer_name end as booked_by,
      c.id as check_in_id, c.admitted_at, c.door
    from tickets t
    join ticket_types k on k.id = t.ticket_type_id
    join bookings b on b.id = t.booking_id
    left join check_ins c on c.ticket_id = t.id and c.undone_at is null
    where t.event_id = ${eventId} and b.payments_mode = ${env().payments.mode}
      and (${name} or b.reference = ${code} or t.code = ${code})
    order by search_text(t.attendee_name), t.attendee_name, t.id
    limit ${most + 1}`);
  return {
    entries: rows.slice(0, most).map((row) => ({
      ticketId: row.ticket_id,
      attendeeName: row.attendee_name,
      bookedBy: row.booked_by,
      ticketType: row.ticket_type,
      reference: row.reference,
      status: row.status,
      checkIn:
        row.check_in_id && row.admitted_at && row.door
          ? { id: row.check_in_id, at: new Date(row.admitted_at), door: row.door }
          : null,
    })),
    more: rows.length > most,
  };
}
