import type { z } from 'zod';
import { members, organizers } from '#db/schema/index.ts';
import { recordAudit } from '../audit/record.ts';
import type { Actor } from '../auth/actor.ts';
import { assertMay } from '../auth/policy.ts';
import { slugCandidates, slugOf } from '../catalog/slug.ts';
import type { Queryable } from '../database.ts';
import { DomainError, parseInput } from '../errors.ts';
import { createOrganizerSchema } from './create-organizer.schema.ts';

/** Addresses that the dashboard has for itself. */
const RESERVED = ['new', 'invitations'];

/**
 * Founds an organizer with its first member, its owner. People found their own; an admin may found one for somebody.
 *
 * @param ownerId the user who becomes its owner
 * @throws DomainError `slug_taken` for a slug that was asked for, `invalid_input`, and what `assertMay` throws.
 */
export async function createOrganizer(
  db: Queryable,
  actor: Actor,
  ownerId: string,
  input: z.input<typeof createOrganizerSchema>,
): Promise<{ organizerId: string; slug: string }> {
  assertMay(actor, 'organizer.create', { userId: ownerId });
  const given = parseInput(createOrganizerSchema, input);
  return db.transaction(async (tx) => {
    const wanted = given.slug ? [given.slug] : slugCandidates(slugOf(given.name, 'en', 'organizer'));
    for (const slug of wanted) {
      if (RESERVED.includes(slug)) continue;
      const [organizer] = await tx
        .insert(organizers)
        .values({ ...given, slug })
        .onConflictDoNothing({ target: organizers.slug })
        .returning({ id: organizers.id });
      if (!organizer) continue;
      await tx.insert(members).values({ organizerId: organizer.id, userId: ownerId, role: 'owner' });
      await recordAudit(tx, {
        actor,
        organizerId: organizer.id,
        action: 'organizer.created',
        object: { type: 'organizer', id: organizer.id },
        changes: { owner: [null, ownerId], slug: [null, slug] },
      });
      return { organizerId: organizer.id, slug };
    }
    throw new DomainError('slug_taken', { slug: given.slug ?? '' });
  });
}
