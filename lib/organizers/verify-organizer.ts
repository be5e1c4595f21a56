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
 * Says that somebody has looked who an organizer is, or takes that back.
 *
 * @returns false when it was so already
 * @throws DomainError `invalid_input`, `not_found`, and what `assertMay` throws.
 */
export async function verifyOrganizer(
  db: Database,
  actor: Actor,
  organizerId: string,
  input: Reason & { verified: boolean },
): Promise<{ changed: boolean }> {
  assertMay(actor, 'organizer.verify');
  const { reason } = parseInput(reasonSchema, input);
  const { verified } = input;
  return db.transaction(async (tx) => {
    const before = await lockOrganizer(tx, organizerId);
    if (before.verified === verified) return { changed: false };
    await tx
      .update(organizers)
      .set({ verifiedAt: verified ? sql`app_now()` : null })
      .where(eq(organizers.id, organizerId));
    await recordAudit(tx, {
      actor,
      organizerId,
      action: verified ? 'organizer.verified' : 'organizer.unverified',
      object: { type: 'organizer', id: organizerId },
      because: reason,
    });
    return { changed: true };
  });
}
