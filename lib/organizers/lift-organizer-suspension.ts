import { eq } from 'drizzle-orm';
import { organizers } from '#db/schema/index.ts';
import { recordAudit } from '../audit/record.ts';
import type { Actor } from '../auth/actor.ts';
import { assertMay } from '../auth/policy.ts';
import type { Database } from '../database.ts';
import { parseInput } from '../errors.ts';
import { type Reason, reasonSchema } from '../reason.schema.ts';
import { lockOrganizer } from './lock-organizer.ts';

/**
 * Lets an organizer sell again: its events are what they were, but for any that was taken down by itself. Inverse of
 * `suspend-organizer`.
 *
 * @returns false when it is not suspended
 * @throws DomainError `invalid_input`, `not_found`, and what `assertMay` throws.
 */
export async function liftOrganizerSuspension(
  db: Database,
  actor: Actor,
  organizerId: string,
  input: Reason,
): Promise<{ changed: boolean }> {
  assertMay(actor, 'organizer.suspend');
  const { reason } = parseInput(reasonSchema, input);
  return db.transaction(async (tx) => {
    const { suspended } = await lockOrganizer(tx, organizerId);
    if (!suspended) return { changed: false };
    await tx
      .update(organizers)
      .set({ suspendedAt: null, suspendedReason: null })
      .where(eq(organizers.id, organizerId));
    await recordAudit(tx, {
      actor,
      organizerId,
      action: 'organizer.suspension_lifted',
      object: { type: 'organizer', id: organizerId },
      because: reason,
    });
    return { changed: true };
  });
}
