import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { canEnter, type ServiceUser } from './service-user.ts';

/**
 * A folder outside the project for what the user that runs PostgreSQL must be able to reach. For root that
 * is a folder of the system (`/root` is closed to everyone else), for anyone else one in their home.
 */
export function findReadablePlace(user: ServiceUser | undefined): string {
  if (user === undefined) {
    const own = join(homedir(), '.cache', 'foyer-sandbox');
    mkdirSync(own, { recursive: true });
    return own;
  }
  for (const parent of ['/var/lib', '/var/tmp']) {
    const folder = join(parent, 'foyer-sandbox');
    try {
      mkdirSync(folder, { recursive: true });
      // In a folder where anyone may write, someone else could have put theirs first.
      if (lstatSync(folder).uid !== 0 || !lstatSync(folder).isDirectory()) continue;
      chmodSync(folder, 0o755);
      if (canEnter(user, folder)) return folder;
    } catch {
      // Read-only or absent: the next one.
    }
  }
  throw new Error(
    `No folder found that the user ${user.name} can read. Run this as an ordinary user instead.`,
  );
}

/**
 * Where a cluster's files really go. Mostly `dataDir` itself. When the user that runs PostgreSQL cannot get
 * there (a project under `/root`), they go to a readable place, and the file `<dataDir>.location` says where.
 */
export function locateCluster(dataDir: string, user: ServiceUser | undefined): string {
  const parent = dirname(dataDir);
  mkdirSync(parent, { recursive: true });
  const pointer = `${dataDir}.location`;
  if (existsSync(dataDir) && !existsSync(pointer)) return dataDir;
  if (user === undefined || canEnter(user, parent)) return dataDir;

  const home = join(realpathSync(parent), basename(dataDir));
  if (existsSync(pointer)) {
    const place = readFileSync(pointer, 'utf8').trim();
    const owner = existsSync(`${place}.owner`) ? readFileSync(`${place}.owner`, 'utf8').trim() : undefined;
    // A project that was moved takes its cluster along. One that was copied must not share the original's.
    if (owner === home || (owner !== undefined && !existsSync(`${owner}.location`))) {
      writeFileSync(`${place}.owner`, `${home}\n`);
      return place;
    }
  }
  const name = createHash('sha256').update(home).digest('hex').slice(0, 16);
  const place = join(findReadablePlace(user), `cluster-${name}`);
  writeFileSync(`${place}.owner`, `${home}\n`);
  writeFileSync(pointer, `${place}\n`);
  return place;
}

/** Forgets a cluster that has stopped, wherever it lies. */
export function removeCluster(dataDir: string): void {
  const pointer = `${dataDir}.location`;
  if (existsSync(pointer)) {
    const place = readFileSync(pointer, 'utf8').trim();
    rmSync(place, { recursive: true, force: true });
    rmSync(`${place}.owner`, { force: true });
    rmSync(pointer);
  }
  rmSync(dataDir, { recursive: true, force: true });
}
