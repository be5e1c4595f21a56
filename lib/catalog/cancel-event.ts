import { and, eq, inArray, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { capacityPools, events } from '#db/schema/index.ts';
import { recordAudit } from '../audit/record.ts';
import type { Actor } from '../auth/actor.ts';
import { assertMay } from '../auth/policy.ts';
import type { Queryable } from '../database.ts';
import { DomainError, parseInput } from '../errors.ts';
import { cancelEventSchema } from './cancel-event.schema.ts';

/**
 * Calls an event off: nothing is sold any more and its page says so. False for a draft, which nobody has seen, and
 * for an event that is cancelled already.
 *
 * It changes the status and writes the audit row, nothing else: bookings stay as they are, and refunding everyone is
 * a later issue.
 *
 * @throws DomainError `invalid_input`, `not_found`, and what `assertMay` throws.
 */
export async function cancelEvent(
  db: Queryable,
  actor: Actor,
  organizerId: string,
  eventId: string,
  input: z.input<typeof cancelEventSchema>,
): Promise<{ cancelled: boolean }> {
  assertMay(actor, 'event.cancel', { organizerId });
  const { reason } = parseInput(cancelEventSchema, input);
  return db.transaction(async (tx) => {
    const mine = and(eq(events.id, eventId), eq(events.organizerId, organizerId));
    const [known] = await tx.select({ id: events.id }).from(events).where(mine);
    if (!known) throw new DomainError('not_found');
    // In the order in which a hold locks them: a hold under way ends first, the next one sees the new status.
    await tx
      .select({ id: capacityPools.id })
      .from(capacityPools)
      .where(eq(capacityPools.eventId, eventId))
      .orderBy(capacityPools.id)
      .for('no key update');
    const [event] = await tx.select({ status: events.status }).from(events).where(mine).for('no key update');
    if (!event) throw new DomainError('not_found');
    const cancelled = await tx
      .update(events)
      .set({
        status: 'cancelled',
        statusReason: reason,
        cancelledAt: sql`app_now()`,
        revision: sql`${events.revision} + 1`,
      })
      .where(and(mine, inArray(events.status, ['published', 'postponed'])))
      .returning({ id: events.id });
    if (cancelled.length === 0) return { cancelled: false };
    await recordAudit(tx, {
      actor,
      organizerId,
      action: 'event.cancelled',
      object: { type: 'event', id: eventId },
      changes: { status: [event.status, 'cancelled'] },
    });
    return { cancelled: true };
  });
}
