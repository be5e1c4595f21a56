import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { auditLog, capacityPools } from '#db/schema/index.ts';
import { useApplication } from '#sandbox/testing/application.ts';
import { database } from '../database.ts';
import { changePoolCapacity } from './change-pool-capacity.ts';
import { createEvent } from './create-event.ts';
import { buildHouse, exampleEvent } from './testing.ts';

useApplication();

async function poolOfHundred() {
  const house = await buildHouse(database());
  const { pools } = await createEvent(database(), house.owner, house.organizerId, exampleEvent(house));
  const poolId = pools[0]?.id ?? '';
  const change = (capacity: number, actor = house.owner) =>
    changePoolCapacity(database(), actor, house.organizerId, poolId, { capacity });
  const read = async () => {
    const [pool] = await database().select().from(capacityPools).where(eq(capacityPools.id, poolId));
    return pool;
  };
  return { house, poolId, change, read };
}

test('grows, shrinks to what is taken, and no further', async () => {
  const { poolId, change, read } = await poolOfHundred();
  expect(await change(150)).toEqual({ before: 100, after: 150 });
  await database().update(capacityPools).set({ sold: 30, held: 5 }).where(eq(capacityPools.id, poolId));
  await expect(change(34)).rejects.toMatchObject({
    code: 'capacity_below_sold',
    values: { capacity: 34, taken: 35 },
  });
  expect(await change(35)).toEqual({ before: 150, after: 35 });
  expect(await read()).toMatchObject({ capacity: 35, sold: 30, held: 5 });
  const audit = await database()
    .select()
    .from(auditLog)
    .where(eq(auditLog.objectId, poolId))
    .orderBy(auditLog.id);
  expect(audit.map((row) => row.changes)).toEqual([{ capacity: [100, 150] }, { capacity: [150, 35] }]);
});

test('races with holds: whoever is first wins, and nothing goes below what is taken', async () => {
  const { poolId, change, read } = await poolOfHundred();
  const hold = async () => {
    const { rowCount } = await database().execute(
      sql`update capacity_pools set held = held + 1 where id = ${poolId} and held + sold < capacity`,
    );
    return rowCount === 1;
  };
  const tasks: Promise<boolean>[] = [];
  for (let round = 0; round < 60; round += 1) {
    tasks.push(hold());
    if (round % 10 === 5) {
      tasks.push(
        change(40 - round / 5).then(
          () => false,
          () => false,
        ),
      );
    }
  }
  const holds = (await Promise.all(tasks)).filter(Boolean).length;
  const pool = await read();
  expect(pool?.held).toBe(holds);
  expect(pool?.held).toBeLessThanOrEqual(pool?.capacity ?? 0);
  expect(pool?.capacity).toBeLessThan(100);
});

test('another organizer’s pool does not exist', async () => {
  const { poolId } = await poolOfHundred();
  const other = await buildHouse(database());
  await expect(
    changePoolCapacity(database(), other.owner, other.organizerId, poolId, { capacity: 500 }),
  ).rejects.toMatchObject({ code: 'not_found' });
});
