import { eq, sql } from 'drizzle-orm';
import { organizers } from '#db/schema/index.ts';
import type { Transaction } from '../database.ts';
import { DomainError } from '../errors.ts';

/**
 * A step: locks an organizer for whoever decides about it, and answers where it stands.
 *
 * @throws DomainError `not_found`
 */
export async function lockOrganizer(
  tx: Transaction,
  organizerId: string,
): Promise<{ verified: boolean; suspended: boolean }> {
  const [organizer] = await tx
    .select({
      verified: sql<boolean>`${organizers.verifiedAt} is not null`,
      suspended: sql<boolean>`${organizers.suspendedAt} is not null`,
    })
    .from(organizers)
    .where(eq(organizers.id, organizerId))
    .for('no key update');
  if (!organizer) throw new DomainError('not_found');
  return organizer;
}
