import { eq } from 'drizzle-orm';
import { organizers } from '#db/schema/index.ts';
import type { Actor } from '../auth/actor.ts';
import { assertMay } from '../auth/policy.ts';
import type { Queryable } from '../database.ts';
import { DomainError } from '../errors.ts';

/**
 * What an organizer says of itself, for whoever may change it.
 *
 * @throws DomainError `not_found`, and what `assertMay` throws.
 */
export async function readOrganizer(db: Queryable, actor: Actor, organizerId: string) {
  assertMay(actor, 'organizer.edit', { organizerId });
  const [organizer] = await db
    .select({
      name: organizers.name,
      description: organizers.description,
      email: organizers.email,
      country: organizers.country,
      legalName: organizers.legalName,
      legalAddress: organizers.legalAddress,
      taxNumber: organizers.taxNumber,
      verifiedAt: organizers.verifiedAt,
      createdAt: organizers.createdAt,
    })
    .from(organizers)
    .where(eq(organizers.id, organizerId));
  if (!organizer) throw new DomainError('not_found');
  return organizer;
}
