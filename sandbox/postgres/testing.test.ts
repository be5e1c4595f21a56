import { Client } from 'pg';
import { describe, expect, inject, it } from 'vitest';
import { createTestDatabase } from './test-database.ts';
import { useDatabase } from './testing.ts';

async function ask(url: string, question: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(question);
    return rows;
  } finally {
    await client.end();
  }
}

describe('a test database', () => {
  const database = useDatabase();

  it('is PostgreSQL 18 in UTC with its own locale and the extensions that the schema names', async () => {
    const [settings] = await ask(
      database.appUrl,
      `SELECT current_setting('server_version_num')::int / 10000 AS major, current_setting('TimeZone') AS zone,
              datlocprovider::text AS provider, datlocale AS locale, datcollate AS collate
       FROM pg_database WHERE datname = current_database()`,
    );
    expect(settings).toMatchObject({ major: 18, zone: 'UTC', provider: 'b', locale: 'C.UTF-8' });
    const names = await ask(
      database.ownerUrl,
      `SELECT name FROM pg_available_extensions WHERE name IN
      ('citext', 'pg_trgm', 'unaccent', 'btree_gist') ORDER BY name`,
    );
    expect(names).toEqual([
      { name: 'btree_gist' },
      { name: 'citext' },
      { name: 'pg_trgm' },
      { name: 'unaccent' },
    ]);
  });

  it('is migrated, and gives the application a role that owns nothing', async () => {
    const tables = await ask(database.appUrl, "SELECT tableowner FROM pg_tables WHERE schemaname = 'public'");
    expect(tables.length).toBeGreaterThan(10);
    expect(tables).not.toContainEqual({ tableowner: 'foyer_app' });
    await expect(ask(database.appUrl, 'CREATE TABLE mine (id int)')).rejects.toThrow(/permission denied/);
    await expect(ask(database.appUrl, 'DELETE FROM audit_log')).rejects.toThrow(/permission denied/);
  });

  it('shows everything to the read-only role and lets it change nothing', async () => {
    await expect(ask(database.readonlyUrl, 'SELECT count(*) FROM events')).resolves.toHaveLength(1);
    await expect(ask(database.readonlyUrl, 'DELETE FROM events')).rejects.toThrow(
      /read-only|permission denied/,
    );
  });

  it('shares nothing with another one, and is gone once dropped', async () => {
    const other = await createTestDatabase(inject('postgres'));
    await ask(other.ownerUrl, 'CREATE TABLE only_here (id int)');
    await expect(ask(database.ownerUrl, 'SELECT * FROM only_here')).rejects.toThrow(/does not exist/);
    await other.drop();
    await expect(ask(other.ownerUrl, 'SELECT 1')).rejects.toThrow(/does not exist/);
  });
});
