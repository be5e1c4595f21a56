import { sql } from 'drizzle-orm';
import type * as z from 'zod/mini';
import { recordAudit } from '../audit/record.ts';
import { database } from '../database.ts';
import { DomainError, parseInput } from '../errors.ts';
import { namesChangeable } from '../tickets/holder-rules.ts';
import { assertStillTheirs, type HolderAccess, openTicket } from './holder-access.ts';
import { nameOnTicketSchema } from './name-on-ticket.schema.ts';

/**
 * A flow: changes the name on a ticket. Its codes stay the same: no name is in them.
 *
 * @returns whether it was another one
 * @throws DomainError `not_found` for a ticket that is not theirs; `names_closed` after the organizer's day, `ticket_used`,
 * `ticket_not_valid`; `invalid_input`
 */
export async function renameTicket(
  code: string,
  access: HolderAccess,
  input: z.input<typeof nameOnTicketSchema>,
): Promise<{ changed: boolean }> {
  const { name } = parseInput(nameOnTicketSchema, input);
  const db = database();
  const ticket = await openTicket(db, code, access, 'ticket.change');
  return db.transaction(async (tx) => {
    const { rows } = await tx.execute<{ status: string; revision: number; name: string; open: boolean }>(sql`
      select t.status, t.revision, t.attendee_name as name, ${namesChangeable} and b.status = 'confirmed' as open
      from tickets t join events e on e.id = t.event_id join bookings b on b.id = t.booking_id
      where t.id = ${ticket.id} for no key update of t`);
    await assertStillTheirs(tx, ticket, access);
    const [before] = rows;
    if (!before || before.revision !== ticket.revision) throw new DomainError('not_found');
    if (before.status === 'used') throw new DomainError('ticket_used');
    if (before.status !== 'valid') throw new DomainError('ticket_not_valid');
    if (!before.open) throw new DomainError('names_closed');
    if (before.name === name) return { changed: false };
    await tx.execute(sql`update tickets set attendee_name = ${name} where id = ${ticket.id}`);
    await recordAudit(tx, {
      actor: access.actor,
      organizerId: ticket.organizerId,
      action: 'ticket.renamed',
      object: { type: 'ticket', id: ticket.id },
      ...(ticket.userId && {
        personal: { personId: ticket.userId, changes: { name: [before.name, name] } },
      }),
    });
    return { changed: true };
  });
}
