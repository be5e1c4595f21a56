import { endProcess } from './end-process.ts';
import { isAlive } from './identity.ts';
import { readState } from './state.ts';

/**
 * Ends what a former sandbox of this folder left running: only when it and its watchdog were both killed. The
 * folder's lock must be held, so that nobody alive can own them. Answers the names of the parts.
 */
export async function endLeftovers(dataDir: string): Promise<string[]> {
  const processes = Object.entries(readState(dataDir)?.running?.processes ?? {});
  const alive = processes.filter(([, identity]) => isAlive(identity));
  // The watchdog may be at it this very moment. PostgreSQL comes first in the list and has to leave last.
  for (const [name, identity] of alive.reverse()) {
    await endProcess(identity, {
      signal: name === 'postgres' ? 'SIGINT' : 'SIGTERM',
      group: name !== 'postgres',
    });
  }
  return alive.map(([name]) => name);
}
