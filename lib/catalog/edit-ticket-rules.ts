import { and, eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { events } from '#db/schema/index.ts';
import { type Changes, recordAudit } from '../audit/record.ts';
import type { Actor } from '../auth/actor.ts';
import { assertMay } from '../auth/policy.ts';
import type { Queryable } from '../database.ts';
import { DomainError, parseInput } from '../errors.ts';
import { isUuid } from '../reference.ts';
import { localDateTime } from '../time.ts';
import { editTicketRulesSchema } from './edit-ticket-rules.schema.ts';

/**
 * Says until when names on an event's tickets can be changed, and whether tickets can be handed on. It counts from the
 * next request on; an offer that nobody has taken yet waits, and can be taken once tickets may be handed on again.
 *
 * @returns whether anything is different now
 * @throws DomainError `names_after_end` for a time after the event, `invalid_input`, `not_found`, and what `assertMay`
 * throws.
 */
export async function editTicketRules(
  db: Queryable,
  actor: Actor,
  organizerId: string,
  eventId: string,
  input: z.input<typeof editTicketRulesSchema>,
): Promise<{ changed: boolean }> {
  assertMay(actor, 'event.edit', { organizerId });
  const wanted = parseInput(editTicketRulesSchema, input);
  if (!isUuid(eventId)) throw new DomainError('not_found');
  const until = wanted.namesChangeableUntil
    ? sql`(${wanted.namesChangeableUntil}::timestamp at time zone ${events.timezone})`
    : sql`null`;
  return db.transaction(async (tx) => {
    const [event] = await tx
      .select({
        until: events.namesChangeableUntil,
        transfersAllowed: events.transfersAllowed,
        wantedUntil: sql`${until}`.mapWith(events.namesChangeableUntil),
        endsAt: events.endsAt,
        timezone: events.timezone,
      })
      .from(events)
      .where(and(eq(events.id, eventId), eq(events.organizerId, organizerId)))
      .for('no key update');
    if (!event) throw new DomainError('not_found');
    if (event.wantedUntil !== null && event.wantedUntil > event.endsAt)
      throw new DomainError('names_after_end');
    const changes: Changes = {};
    if (event.until?.getTime() !== event.wantedUntil?.getTime()) {
      const written = (instant: Date | null) => instant && localDateTime(instant, event.timezone);
      changes.namesChangeableUntil = [written(event.until), written(event.wantedUntil)];
    }
    if (event.transfersAllowed !== wanted.transfersAllowed) {
      changes.transfersAllowed = [event.transfersAllowed, wanted.transfersAllowed];
    }
    if (Object.keys(changes).length === 0) return { changed: false };
    await tx
      .update(events)
      .set({ namesChangeableUntil: event.wantedUntil, transfersAllowed: wanted.transfersAllowed })
      .where(eq(events.id, eventId));
    await recordAudit(tx, {
      actor,
      organizerId,
      action: 'event.ticket_rules_changed',
      object: { type: 'event', id: eventId },
      changes,
    });
    return { changed: true };
  });
}
