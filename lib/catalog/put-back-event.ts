import { eq } from 'drizzle-orm';
import { events } from '#db/schema/index.ts';
import { recordAudit } from '../audit/record.ts';
import type { Actor } from '../auth/actor.ts';
import { assertMay } from '../auth/policy.ts';
import type { Database } from '../database.ts';
import { parseInput } from '../errors.ts';
import { type Reason, reasonSchema } from '../reason.schema.ts';
import { lockEvent } from './lock-event.ts';

/**
 * Puts an event back that was taken down: it is again what it was, a draft or published. Inverse of `take-down-event`.
 *
 * @returns false when it is not down
 * @throws DomainError `invalid_input`, `not_found`, and what `assertMay` throws.
 */
export async function putBackEvent(
  db: Database,
  actor: Actor,
  eventId: string,
  input: Reason,
): Promise<{ changed: boolean }> {
  assertMay(actor, 'event.take_down');
  const { reason } = parseInput(reasonSchema, input);
  return db.transaction(async (tx) => {
    const { organizerId, takenDown } = await lockEvent(tx, eventId);
    if (!takenDown) return { changed: false };
    await tx.update(events).set({ takenDownAt: null, takenDownReason: null }).where(eq(events.id, eventId));
    await recordAudit(tx, {
      actor,
      organizerId,
      action: 'event.put_back',
      object: { type: 'event', id: eventId },
      because: reason,
    });
    return { changed: true };
  });
}
