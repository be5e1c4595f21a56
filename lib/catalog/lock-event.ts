import { eq, sql } from 'drizzle-orm';
import { capacityPools, events } from '#db/schema/index.ts';
import type { Transaction } from '../database.ts';
import { DomainError } from '../errors.ts';

/**
 * A step: locks an event for whoever stops or starts its sale: its pools first, in id order as a hold does, then the event.
 * So a hold under way ends before, and the next one sees what has changed.
 *
 * @throws DomainError `not_found`
 */
export async function lockEvent(tx: Transaction, eventId: string) {
  await tx
    .select({ id: capacityPools.id })
    .from(capacityPools)
    .where(eq(capacityPools.eventId, eventId))
    .orderBy(capacityPools.id)
    .for('no key update');
  const [event] = await tx
    .select({
      organizerId: events.organizerId,
      status: events.status,
      takenDown: sql<boolean>`${events.takenDownAt} is not null`,
    })
    .from(events)
    .where(eq(events.id, eventId))
    .for('no key update');
  if (!event) throw new DomainError('not_found');
  return event;
}
