import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { categories } from '#db/schema/index.ts';
import { recordAudit } from '../audit/record.ts';
import type { Actor } from '../auth/actor.ts';
import { assertMay } from '../auth/policy.ts';
import type { Database } from '../database.ts';
import { DomainError, parseInput } from '../errors.ts';
import { lockCategories } from './lock-categories.ts';
import { renameCategorySchema } from './rename-category.schema.ts';

/**
 * Gives a category other names. Its address stays, so that links to it do.
 *
 * @returns false when it is called so already
 * @throws DomainError `not_found`, `invalid_input`, and what `assertMay` throws.
 */
export async function renameCategory(
  db: Database,
  actor: Actor,
  id: string,
  input: z.input<typeof renameCategorySchema>,
): Promise<{ changed: boolean }> {
  assertMay(actor, 'category.edit');
  const names = parseInput(renameCategorySchema, input);
  return db.transaction(async (tx) => {
    const category = (await lockCategories(tx)).find((one) => one.id === id);
    if (!category) throw new DomainError('not_found');
    const changes: Record<string, [string | null, string]> = {};
    for (const language of ['en', 'de'] as const) {
      const before = category.names[language] ?? null;
      if (before !== names[language]) changes[`name_${language}`] = [before, names[language]];
    }
    if (Object.keys(changes).length === 0) return { changed: false };
    await tx
      .update(categories)
      .set({ names: { ...category.names, ...names } })
      .where(eq(categories.id, id));
    await recordAudit(tx, {
      actor,
      organizerId: null,
      action: 'category.renamed',
      object: { type: 'category', id },
      changes,
    });
    return { changed: true };
  });
}
