import { categories } from '#db/schema/index.ts';
import type { Transaction } from '../database.ts';

/**
 * A step: locks every category, in one order, so that two admins who sort, merge or rename at once come one after the
 * other. They are few.
 *
 * @returns those that events can have, in their order
 */
export async function lockCategories(tx: Transaction): Promise<(typeof categories.$inferSelect)[]> {
  const all = await tx.select().from(categories).orderBy(categories.id).for('update');
  return all
    .filter(({ mergedInto }) => mergedInto === null)
    .toSorted((a, b) => a.position - b.position || (a.slug < b.slug ? -1 : 1));
}
