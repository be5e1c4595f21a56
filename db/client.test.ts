import { sql } from 'drizzle-orm';
import { Client, Pool } from 'pg';
import { afterAll, expect, inject, it } from 'vitest';
import { useDatabase } from '#sandbox/postgres/testing.ts';
import { createDatabase } from './client.ts';

const addresses = useDatabase();
let pool: Pool | undefined;
afterAll(() => pool?.end());

it('gives every connection back, also those that break when a transaction begins', async () => {
  pool = new Pool({ connectionString: addresses.appUrl, max: 3, application_name: 'broken-begins' });
  pool.on('error', () => undefined);
  const db = createDatabase(pool);
  const killer = new Client({ connectionString: inject('postgres').superuserUrl });
  await killer.connect();
  for (let round = 0; round < 20; round += 1) {
    await Promise.allSettled([
      ...Array.from({ length: 6 }, () => db.transaction((tx) => tx.execute(sql`select pg_sleep(0.002)`))),
      killer.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'broken-begins'`,
      ),
    ]);
  }
  await killer.end();
  const { rows } = await db.transaction((tx) => tx.execute<{ one: number }>(sql`select 1 as one`));
  expect(rows).toEqual([{ one: 1 }]);
  expect(pool.totalCount - pool.idleCount).toBe(0);
});
