import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { organizers } from '#db/schema/index.ts';
import { type Changes, recordAudit } from '../audit/record.ts';
import type { Actor } from '../auth/actor.ts';
import { assertMay } from '../auth/policy.ts';
import type { Queryable } from '../database.ts';
import { DomainError, parseInput } from '../errors.ts';
import { editOrganizerSchema } from './edit-organizer.schema.ts';

/**
 * Changes what an organizer says of itself. What two people change at once is decided by who comes second.
 *
 * @returns whether anything is different now
 * @throws DomainError `invalid_input`, `not_found`, and what `assertMay` throws.
 */
export async function editOrganizer(
  db: Queryable,
  actor: Actor,
  organizerId: string,
  input: z.input<typeof editOrganizerSchema>,
): Promise<{ changed: boolean }> {
  assertMay(actor, 'organizer.edit', { organizerId });
  const wanted = parseInput(editOrganizerSchema, input);
  return db.transaction(async (tx) => {
    const [now] = await tx
      .select({
        name: organizers.name,
        description: organizers.description,
        email: organizers.email,
        country: organizers.country,
        legalName: organizers.legalName,
        legalAddress: organizers.legalAddress,
        taxNumber: organizers.taxNumber,
      })
      .from(organizers)
      .where(eq(organizers.id, organizerId))
      .for('no key update');
    if (!now) throw new DomainError('not_found');
    const { country, ...telling } = differences(now, wanted);
    if (!country && Object.keys(telling).length === 0) return { changed: false };
    await tx.update(organizers).set(wanted).where(eq(organizers.id, organizerId));
    await recordAudit(tx, {
      actor,
      organizerId,
      action: 'organizer.edited',
      object: { type: 'organizer', id: organizerId },
      changes: country ? { country } : {},
      // Many an organizer is one person, so its name and address may tell who that is.
      ...(actor.kind === 'user' && { personal: { personId: actor.userId, changes: telling } }),
    });
    return { changed: true };
  });
}

function differences<T extends Record<string, string>>(before: T, after: T): Changes {
  return Object.fromEntries(
    Object.entries(after).flatMap(([field, value]): [string, [string, string]][] => {
      const was = before[field];
      return was === undefined || was === value ? [] : [[field, [was, value]]];
    }),
  );
}
