import { eq, sql } from 'drizzle-orm';
import { organizers } from '#db/schema/index.ts';
import { recordAudit } from '../audit/record.ts';
import type { Actor } from '../auth/actor.ts';
import { assertMay } from '../auth/policy.ts';
import type { Database } from '../database.ts';
import { parseInput } from '../errors.ts';
import { type Reason, reasonSchema } from '../reason.schema.ts';
import { lockOrganizer } from './lock-organizer.ts';

/**
 * Stops all sales of an organizer at once, and takes its events out of every list; their pages say so. Its members can
 * look and go on at the door (see `lib/auth`). Bookings stay; a payment that is under way goes back when it arrives.
 * Inverse: `lift-organizer-suspension`.
 *
 * @returns false when it is suspended already; then the first reason stays
 * @throws DomainError `invalid_input`, `not_found`, and what `assertMay` throws.
 */
export async function suspendOrganizer(
  db: Database,
  actor: Actor,
  organizerId: string,
  input: Reason,
): Promise<{ changed: boolean }> {
  assertMay(actor, 'organizer.suspend');
  const { reason } = parseInput(reasonSchema, input);
  return db.transaction(async (tx) => {
    const { suspended } = await lockOrganizer(tx, organizerId);
    if (suspended) return { changed: false };
    // In the order in which holds lock them: those under way end first, the next ones see that it is suspended.
    await tx.execute(sql`
      select from capacity_pools p
      where event_id in (select id from events where organizer_id = ${organizerId} and ends_at > app_now())
      order by p.id for no key update`);
    await tx
      .update(organizers)
      .set({ suspendedAt: sql`app_now()`, suspendedReason: reason })
      .where(eq(organizers.id, organizerId));
    await recordAudit(tx, {
      actor,
      organizerId,
      action: 'organizer.suspended',
      object: { type: 'organizer', id: organizerId },
      because: reason,
    });
    return { changed: true };
  });
}
