import { eq } from 'drizzle-orm';
import { organizers } from '#db/schema/index.ts';
import type { Actor } from '../auth/actor.ts';
import { assertMay } from '../auth/policy.ts';
import type { Queryable } from '../database.ts';
import { DomainError } from '../errors.ts';

/**
 * The organizer behind a slug, for its members.
 *
 * @throws DomainError `not_found`, whether there is none or it is not theirs; and what `assertMay` throws
 */
export async function findOrganizer(
  db: Queryable,
  actor: Actor,
  slug: string,
): Promise<{ id: string; slug: string; name: string; suspendedReason: string | null }> {
  const [organizer] = await db
    .select({
      id: organizers.id,
      slug: organizers.slug,
      name: organizers.name,
      /** What the admin wrote who suspended it. */
      suspendedReason: organizers.suspendedReason,
    })
    .from(organizers)
    .where(eq(organizers.slug, slug));
  if (!organizer) throw new DomainError('not_found');
  assertMay(actor, 'organizer.read', { organizerId: organizer.id });
  return organizer;
}
