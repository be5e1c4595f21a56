import { and, eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { capacityPools, events } from '#db/schema/index.ts';
import { recordAudit } from '../audit/record.ts';
import type { Actor } from '../auth/actor.ts';
import { assertMay } from '../auth/policy.ts';
import type { Queryable } from '../database.ts';
import { DomainError, parseInput } from '../errors.ts';
import { poolCapacitySchema } from './change-pool-capacity.schema.ts';

/**
 * Gives a pool more places or fewer, never fewer than are sold and held. The lock and the condition of the update
 * decide together, so that a hold that comes at the same moment either fits or is refused.
 *
 * @throws DomainError `capacity_below_sold` with the `capacity` asked for and the places `taken`, `invalid_input`,
 * `not_found`, and what `assertMay` throws.
 */
export async function changePoolCapacity(
  db: Queryable,
  actor: Actor,
  organizerId: string,
  poolId: string,
  input: z.input<typeof poolCapacitySchema>,
): Promise<{ before: number; after: number }> {
  assertMay(actor, 'event.edit', { organizerId });
  const { capacity } = parseInput(poolCapacitySchema, input);
  return db.transaction(async (tx) => {
    const [pool] = await tx
      .select({
        before: capacityPools.capacity,
        taken: sql<number>`${capacityPools.sold} + ${capacityPools.held}`,
      })
      .from(capacityPools)
      .innerJoin(events, eq(events.id, capacityPools.eventId))
      .where(and(eq(capacityPools.id, poolId), eq(events.organizerId, organizerId)))
      .for('no key update', { of: capacityPools });
    if (!pool) throw new DomainError('not_found');
    const changed = await tx
      .update(capacityPools)
      .set({ capacity })
      .where(
        and(eq(capacityPools.id, poolId), sql`${capacityPools.sold} + ${capacityPools.held} <= ${capacity}`),
      )
      .returning({ id: capacityPools.id });
    if (changed.length === 0) throw new DomainError('capacity_below_sold', { capacity, taken: pool.taken });
    await recordAudit(tx, {
      actor,
      organizerId,
      action: 'pool.capacity_changed',
      object: { type: 'capacity_pool', id: poolId },
      changes: { capacity: [pool.before, capacity] },
    });
    return { before: pool.before, after: capacity };
  });
}
