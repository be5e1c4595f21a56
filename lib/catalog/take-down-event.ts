import { eq, sql } from 'drizzle-orm';
import { events } from '#db/schema/index.ts';
import { recordAudit } from '../audit/record.ts';
import type { Actor } from '../auth/actor.ts';
import { assertMay } from '../auth/policy.ts';
import type { Database } from '../database.ts';
import { parseInput } from '../errors.ts';
import { type Reason, reasonSchema } from '../reason.schema.ts';
import { lockEvent } from './lock-event.ts';

/**
 * Takes an event off the public pages and stops its sale, at once. Its status stays, so that it can be put back as it
 * was; while it is down, nobody can publish it. Whoever has tickets keeps them and still sees their booking; a payment
 * that is under way goes back when it arrives. The organizer reads the reason. Inverse: `put-back-event`.
 *
 * @returns false when it is down already; then the first reason stays
 * @throws DomainError `invalid_input`, `not_found`, and what `assertMay` throws.
 */
export async function takeDownEvent(
  db: Database,
  actor: Actor,
  eventId: string,
  input: Reason,
): Promise<{ changed: boolean }> {
  assertMay(actor, 'event.take_down');
  const { reason } = parseInput(reasonSchema, input);
  return db.transaction(async (tx) => {
    const { organizerId, takenDown } = await lockEvent(tx, eventId);
    if (takenDown) return { changed: false };
    await tx
      .update(events)
      .set({ takenDownAt: sql`app_now()`, takenDownReason: reason })
      .where(eq(events.id, eventId));
    await recordAudit(tx, {
      actor,
      organizerId,
      action: 'event.taken_down',
      object: { type: 'event', id: eventId },
      because: reason,
    });
    return { changed: true };
  });
}
