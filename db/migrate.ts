import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import { runMigrations } from 'graphile-worker';
import { Client } from 'pg';
import { ensureRoles, grantsSql, type Roles, roleOf } from './roles.ts';

/** Any number, as long as every version of Foyer uses the same. */
const MIGRATION_LOCK = 4_617_993;

export type Addresses = { owner: string; app: string; readonly: string };

/**
 * Brings a database to the newest schema: our tables, the job queue's, the roles and what they may do. Safe to run
 * twice, and by two starters at once: the second waits. Uses the owner's address, straight to PostgreSQL, because the
 * advisory lock belongs to a session.
 *
 * @throws Error with the SQL to run when roles are missing and the owner may not make them.
 */
export async function migrateDatabase(addresses: Addresses): Promise<void> {
  const roles: Roles = { app: roleOf(addresses.app), readonly: roleOf(addresses.readonly) };
  const client = new Client({ connectionString: addresses.owner });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const left = await ensureRoles(client, roles);
    if (left.length > 0) {
      throw new Error(
        `The database's owner may not make roles. Let an administrator run this, with passwords of your own, then migrate again:\n${left.join(';\n')};`,
      );
    }
    // A lock that cannot be had quickly is better given up than queued in front of everyone else's queries.
    await client.query("SET lock_timeout = '5s'");
    await migrate(drizzle(client), { migrationsFolder: new URL('./migrations', import.meta.url).pathname });
    await runMigrations({ connectionString: addresses.owner });
    await client.query('BEGIN');
    for (const statement of grantsSql(roles)) await client.query(statement);
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
}
