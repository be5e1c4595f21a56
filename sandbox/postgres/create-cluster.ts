import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { POSTGRES_MAJOR } from './binaries.ts';
import { runAs, type ServiceUser } from './service-user.ts';

const run = promisify(execFile);

/** The superuser's password lies inside the cluster, readable by its owner alone, so the two never part. */
const passwordFile = 'foyer-superuser-password';

/**
 * Creates an empty cluster in `clusterDir` unless there is one, and returns the superuser's password.
 * Two starters at once: both build theirs under another name, one of them gets the place.
 *
 * @throws when the folder holds a cluster of another major version of PostgreSQL.
 */
export async function createCluster(
  clusterDir: string,
  initdb: string,
  user: ServiceUser | undefined,
  durable: boolean,
): Promise<{ password: string; created: boolean }> {
  let created = false;
  if (!existsSync(join(clusterDir, 'PG_VERSION'))) {
    const draft = `${clusterDir}.new-${process.pid}-${randomBytes(3).toString('hex')}`;
    try {
      await initialise(draft, initdb, user, durable);
      created = takePlace(draft, clusterDir);
    } finally {
      rmSync(draft, { recursive: true, force: true });
    }
  }
  const major = readFileSync(join(clusterDir, 'PG_VERSION'), 'utf8').trim();
  if (major !== POSTGRES_MAJOR) {
    throw new Error(
      `The data in ${clusterDir} was written by PostgreSQL ${major}, and this version of Foyer brings PostgreSQL ` +
        `${POSTGRES_MAJOR}, which cannot read it. Move that folder away to start afresh, or go on with ` +
        `PostgreSQL ${major} by setting DATABASE_URL, DATABASE_DIRECT_URL and DATABASE_OWNER_URL.`,
    );
  }
  return { password: readFileSync(join(clusterDir, passwordFile), 'utf8').trim(), created };
}

async function initialise(
  draft: string,
  initdb: string,
  user: ServiceUser | undefined,
  durable: boolean,
): Promise<void> {
  mkdirSync(draft, { mode: 0o700 });
  const passwordPath = `${draft}.password`;
  try {
    writeFileSync(passwordPath, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
    if (user !== undefined) {
      chownSync(draft, user.uid, user.gid);
      chownSync(passwordPath, user.uid, user.gid);
    }
    const options = [
      ['-D', draft, '-U', 'postgres', `--pwfile=${passwordPath}`],
      ['--auth-host=scram-sha-256', '--auth-local=scram-sha-256', '--encoding=UTF8', '--no-instructions'],
      ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
      durable ? [] : ['--no-sync'],
    ].flat();
    // Sorting and case come from PostgreSQL itself. The system's locale still decides what counts as a letter
    // in pg_trgm; not every system has one of this name, hence the second try.
    await run(initdb, [...options, '--locale=C.UTF-8'], { ...runAs(user), cwd: '/' }).catch(
      async (error: unknown) => {
        if (!String(error).includes('invalid locale')) throw error;
        await run(initdb, [...options, '--locale=C', '--lc-ctype=UTF-8'], { ...runAs(user), cwd: '/' });
      },
    );
    renameSync(passwordPath, join(draft, passwordFile));
  } finally {
    rmSync(passwordPath, { force: true });
  }
}

/** Moves a finished cluster to its place; false when another starter was first. */
function takePlace(draft: string, clusterDir: string): boolean {
  try {
    renameSync(draft, clusterDir);
    return true;
  } catch (error) {
    if (existsSync(join(clusterDir, 'PG_VERSION'))) return false;
    throw error;
  }
}
