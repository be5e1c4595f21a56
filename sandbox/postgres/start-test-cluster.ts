import { randomBytes } from 'node:crypto';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { migrateDatabase } from '#db/migrate.ts';
import { prepareDatabase, type RolePasswords } from './prepare-database.ts';
import { removeCluster } from './readable-place.ts';
import { type RunningPostgres, startPostgres } from './start-postgres.ts';
import type { TestCluster } from './test-database.ts';

/**
 * Starts a PostgreSQL under a temporary folder, with one migrated database to copy others from.
 *
 * @param durable whether it writes through to the disk; tests have nothing to lose
 */
export async function startTestCluster(
  folder: string,
  { durable = false } = {},
): Promise<{ stop: () => Promise<void>; server: RunningPostgres; cluster: TestCluster }> {
  // A temporary folder is closed to others when it is made, and PostgreSQL may have to run as another user.
  chmodSync(folder, 0o711);
  const dataDir = join(folder, 'postgres');
  const server = await startPostgres({ dataDir, durable });
  const stop = async () => {
    await server.stop();
    removeCluster(dataDir);
  };
  try {
    const password = () => randomBytes(18).toString('base64url');
    const passwords: RolePasswords = { owner: password(), app: password(), readonly: password() };
    const template = 'foyer_template';
    const addresses = await prepareDatabase(server.superuserUrl, template, passwords);
    await migrateDatabase({
      owner: addresses.ownerUrl,
      app: addresses.appUrl,
      readonly: addresses.readonlyUrl,
    });
    return { stop, server, cluster: { superuserUrl: server.superuserUrl, template, passwords } };
  } catch (error) {
    await stop();
    throw error;
  }
}
