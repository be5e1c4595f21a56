import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { identify, isAlive, type ProcessIdentity } from './identity.ts';

/**
 * Takes a folder for this process, so that no second sandbox works on the same data. Answers who has it when
 * that is someone alive; the lock of a process that was killed is taken over.
 */
export function takeFolder(dataDir: string): { release: () => void } | { heldBy: ProcessIdentity } {
  mkdirSync(dataDir, { recursive: true });
  const lock = join(dataDir, 'sandbox.lock');
  const draft = `${lock}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(identify(process.pid)));
  try {
    for (;;) {
      try {
        // A link is made whole or not at all, and never over an existing one.
        linkSync(draft, lock);
        return { release: () => rmSync(lock, { force: true }) };
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      }
      const holder = readHolder(lock);
      if (holder !== undefined && isAlive(holder)) return { heldBy: holder };
      // Moved away under a name of our own first: of two who find it stale, one moves it, the other tries again.
      try {
        renameSync(lock, `${draft}.stale`);
      } catch {
        // The other one was first.
      }
      rmSync(`${draft}.stale`, { force: true });
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

function readHolder(lock: string): ProcessIdentity | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(lock, 'utf8'));
    if (typeof value !== 'object' || value === null || !('pid' in value) || !('born' in value))
      return undefined;
    return typeof value.pid === 'number' && typeof value.born === 'string'
      ? { pid: value.pid, born: value.born }
      : undefined;
  } catch {
    return undefined;
  }
}
