import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** The user that PostgreSQL runs as, when that is not the one who runs us. */
export type ServiceUser = { uid: number; gid: number; name: string };

/**
 * PostgreSQL refuses to run as root. Started by root (a container, a CI machine) it therefore runs as
 * `postgres` where that user exists, else as `nobody`. Undefined for everyone else: they run it themselves.
 */
export function findServiceUser(): ServiceUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const wanted of ['postgres', '_postgres', 'nobody']) {
    const fields = lines.find((line) => line.startsWith(`${wanted}:`))?.split(':');
    const [uid, gid] = [Number(fields?.[2]), Number(fields?.[3])];
    // macOS gives `nobody` a negative number, which no call that switches the user takes.
    if (uid > 0 && gid > 0) return { uid, gid, name: wanted };
  }
  throw new Error(
    'PostgreSQL cannot run as root, and this machine has neither a user "postgres" nor "nobody".',
  );
}

/** What to add to the options of `spawn` so that the program runs as this user. */
export function runAs(user: ServiceUser | undefined): { uid?: number; gid?: number } {
  return user === undefined ? {} : { uid: user.uid, gid: user.gid };
}

/** Whether this user really gets into a folder: tried, because modes alone do not tell of every rule. */
export function canEnter(user: ServiceUser | undefined, folder: string): boolean {
  const tried = spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], {
    ...runAs(user),
    cwd: '/',
    stdio: 'ignore',
  });
  return tried.status === 0;
}
