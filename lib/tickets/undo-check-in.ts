import { sql } from 'drizzle-orm';
import { recordAudit } from '../audit/record.ts';
import type { Actor } from '../auth/actor.ts';
import type { Database } from '../database.ts';
import { assertAtDoor } from './door-event.ts';
import { type DoorTicket, findDoorTicket, shownTicket } from './door-ticket.ts';

/**
 * Takes a check-in back: the ticket is valid again, and the history keeps that it was used. By anybody at the event's
 * door, whoever let the person in. Answers null where there is none that stands: somebody was first, or it is of another
 * event.
 *
 * @throws DomainError `not_found`, and what `assertMay` throws
 */
export async function undoCheckIn(
  db: Database,
  actor: Actor,
  eventId: string,
  checkInId: string,
): Promise<DoorTicket | null> {
  const organizerId = await assertAtDoor(db, actor, 'door.undo', eventId);
  return db.transaction(async (tx) => {
    // The ticket first, as a check-in does, so that the two never wait for each other.
    const { rows } = await tx.execute<{ id: string }>(sql`
      update tickets t set status = 'valid' from check_ins c
      where c.id = ${checkInId} and c.event_id = ${eventId} and c.undone_at is null
        and t.id = c.ticket_id and t.status = 'used'
      returning t.id`);
    const ticketId = rows[0]?.id;
    if (!ticketId) return null;
    await tx.execute(sql`
      update check_ins set undone_at = app_now(), undone_by = ${actor.kind === 'user' ? actor.userId : null}
      where id = ${checkInId} and undone_at is null`);
    await recordAudit(tx, {
      actor,
      organizerId,
      action: 'ticket.check_in_undone',
      object: { type: 'ticket', id: ticketId },
      changes: { status: ['used', 'valid'] },
    });
    const ticket = await findDoorTicket(tx, { by: 'list', ticketId });
    if (!ticket) throw new Error(`ticket ${ticketId} is gone`);
    return shownTicket(ticket);
  });
}
