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
    const { rows } = await tx.execute<{ ticketId: string }>(sql`
      select ticket_id as "ticketId" from check_ins where id = ${checkInId} and event_id = ${eventId}`);
    const ticketId = rows[0]?.ticketId;
    if (!ticketId) return null;
    // The ticket first, as a check-in does, so that the two never wait for each other. In a statement of its own: what
    // waits for a row sees that row anew and all others as they were before, so a check-in that has been undone meanwhile
    // would seem to stand, and the next one would be undone in its place.
    await tx.execute(sql`select from tickets where id = ${ticketId} for no key update`);
    const undone = await tx.execute(sql`
      update check_ins set undone_at = app_now(), undone_by = ${actor.kind === 'user' ? actor.userId : null}
      where id = ${checkInId} and undone_at is null`);
    if (undone.rowCount === 0) return null;
    await tx.execute(sql`update tickets set status = 'valid' where id = ${ticketId} and status = 'used'`);
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
