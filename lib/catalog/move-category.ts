import { sql } from 'drizzle-orm';
import { recordAudit } from '../audit/record.ts';
import type { Actor } from '../auth/actor.ts';
import { assertMay } from '../auth/policy.ts';
import type { Database } from '../database.ts';
import { DomainError } from '../errors.ts';
import { lockCategories } from './lock-categories.ts';

/**
 * Moves a category one place up or down in the order that every list of them has.
 *
 * @returns false at the end of the list
 * @throws DomainError `not_found`, and what `assertMay` throws.
 */
export async function moveCategory(
  db: Database,
  actor: Actor,
  id: string,
  direction: 'up' | 'down',
): Promise<{ changed: boolean }> {
  assertMay(actor, 'category.edit');
  return db.transaction(async (tx) => {
    const order = (await lockCategories(tx)).map((category) => category.id);
    const from = order.indexOf(id);
    if (from === -1) throw new DomainError('not_found');
    const to = direction === 'up' ? from - 1 : from + 1;
    const other = order[to];
    if (other === undefined) return { changed: false };
    order[to] = id;
    order[from] = other;
    await tx.execute(sql`
      update categories c set position = o.position - 1
      from unnest(${sql.param(order)}::uuid[]) with ordinality as o(id, position) where o.id = c.id`);
    await recordAudit(tx, {
      actor,
      organizerId: null,
      action: 'category.moved',
      object: { type: 'category', id },
      changes: { position: [from + 1, to + 1] },
    });
    return { changed: true };
  });
}
