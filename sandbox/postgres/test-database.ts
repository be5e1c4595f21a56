import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { addressesOf, type DatabaseAddresses, type RolePasswords } from './prepare-database.ts';

/** Where test databases come from: a running cluster and a migrated database on it that nobody is connected to. */
export type TestCluster = { superuserUrl: string; template: string; passwords: RolePasswords };

export type TestDatabase = DatabaseAddresses & { name: string; drop: () => Promise<void> };

/**
 * A database of its own, copied from the template file by file (some 70 ms), with every table empty.
 * `drop` removes it and ends whatever connection is still open.
 */
export async function createTestDatabase(cluster: TestCluster): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await runAlone(
    cluster.superuserUrl,
    `CREATE DATABASE ${name} OWNER foyer_owner TEMPLATE ${cluster.template} STRATEGY file_copy`,
  );
  return {
    name,
    ...addressesOf(cluster.superuserUrl, name, cluster.passwords),
    drop: () => runAlone(cluster.superuserUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

async function runAlone(superuserUrl: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
