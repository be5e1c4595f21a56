import type { z } from 'zod';
import { venues } from '#db/schema/index.ts';
import { recordAudit } from '../audit/record.ts';
import type { Actor } from '../auth/actor.ts';
import { assertMay } from '../auth/policy.ts';
import { slugCandidates, slugOf } from '../catalog/slug.ts';
import type { Queryable } from '../database.ts';
import { DomainError, parseInput } from '../errors.ts';
import { createVenueSchema } from './create-venue.schema.ts';

/**
 * Adds a venue to an organizer. Its zone becomes that of the events there.
 *
 * @throws DomainError `slug_taken` for a slug that was asked for, `invalid_input`, and what `assertMay` throws.
 */
export async function createVenue(
  db: Queryable,
  actor: Actor,
  organizerId: string,
  input: z.input<typeof createVenueSchema>,
): Promise<{ venueId: string; slug: string }> {
  assertMay(actor, 'venue.create', { organizerId });
  const given = parseInput(createVenueSchema, input);
  return db.transaction(async (tx) => {
    const wanted = given.slug
      ? [given.slug]
      : slugCandidates(slugOf(`${given.name} ${given.city}`, 'en', 'venue'));
    for (const slug of wanted) {
      const [venue] = await tx
        .insert(venues)
        .values({ ...given, slug, organizerId })
        .onConflictDoNothing({ target: venues.slug })
        .returning({ id: venues.id });
      if (!venue) continue;
      await recordAudit(tx, {
        actor,
        organizerId,
        action: 'venue.created',
        object: { type: 'venue', id: venue.id },
        changes: { slug: [null, slug] },
      });
      return { venueId: venue.id, slug };
    }
    throw new DomainError('slug_taken', { slug: given.slug ?? '' });
  });
}
