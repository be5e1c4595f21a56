import { sql } from 'drizzle-orm';
import { recordAudit } from '../audit/record.ts';
import type { Actor } from '../auth/actor.ts';
import { assertMay } from '../auth/policy.ts';
import type { Database } from '../database.ts';
import { DomainError } from '../errors.ts';
import { lockCategories } from './lock-categories.ts';

/**
 * Puts the events of one category into another; its address leads there from then on. An event that is being made in it
 * at the moment ends up there as well. There is no way back: what was where is not kept.
 *
 * @returns how many events moved
 * @throws DomainError `not_found`, `invalid_input` when both are the same, and what `assertMay` throws.
 */
export async function mergeCategory(
  db: Database,
  actor: Actor,
  id: string,
  into: string,
): Promise<{ events: number }> {
  assertMay(actor, 'category.edit');
  if (id === into) throw new DomainError('invalid_input', { field: 'into' });
  return db.transaction(async (tx) => {
    const known = await lockCategories(tx);
    const [from, target] = [id, into].map((wanted) => known.find((category) => category.id === wanted));
    if (!from || !target) throw new DomainError('not_found');
    const { rowCount } = await tx.execute(
      sql`update events set category_id = ${into} where category_id = ${id}`,
    );
    await tx.execute(
      sql`update categories set merged_into = ${into} where id = ${id} or merged_into = ${id}`,
    );
    await recordAudit(tx, {
      actor,
      organizerId: null,
      action: 'category.merged',
      object: { type: 'category', id },
      changes: { into: [null, target.slug], events: [null, rowCount ?? 0] },
    });
    return { events: rowCount ?? 0 };
  });
}
