import type { z } from 'zod';
import { categories } from '#db/schema/index.ts';
import { recordAudit } from '../audit/record.ts';
import type { Actor } from '../auth/actor.ts';
import { assertMay } from '../auth/policy.ts';
import type { Queryable } from '../database.ts';
import { DomainError, parseInput } from '../errors.ts';
import { createCategorySchema } from './create-category.schema.ts';

/**
 * Adds a kind of event to the platform.
 *
 * @throws DomainError `slug_taken`, `invalid_input`, and what `assertMay` throws.
 */
export async function createCategory(
  db: Queryable,
  actor: Actor,
  input: z.input<typeof createCategorySchema>,
): Promise<{ categoryId: string }> {
  assertMay(actor, 'category.create');
  const given = parseInput(createCategorySchema, input);
  return db.transaction(async (tx) => {
    const [category] = await tx
      .insert(categories)
      .values(given)
      .onConflictDoNothing({ target: categories.slug })
      .returning({ id: categories.id });
    if (!category) throw new DomainError('slug_taken', { slug: given.slug });
    await recordAudit(tx, {
      actor,
      organizerId: null,
      action: 'category.created',
      object: { type: 'category', id: category.id },
    });
    return { categoryId: category.id };
  });
}
