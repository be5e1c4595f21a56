import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive, type ProcessIdentity } from './identity.ts';

/** Sends a signal to a process, or to its whole group; a process that is gone already is no error. */
export function sendSignal(pid: number, signal: NodeJS.Signals, group: boolean): void {
  try {
    process.kill(group ? -pid : pid, signal);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && (error.code === 'ESRCH' || error.code === 'EPERM')))
      throw error;
  }
}

/**
 * Ends one process: asks with `signal`, and after `graceMs` ends it for good. Resolves once it is gone.
 * With `group` every process of its group is meant, for programs that start others.
 */
export async function endProcess(
  identity: ProcessIdentity,
  {
    signal = 'SIGTERM',
    graceMs = 10_000,
    group = false,
  }: { signal?: NodeJS.Signals; graceMs?: number; group?: boolean } = {},
): Promise<void> {
  if (!isAlive(identity)) return;
  sendSignal(identity.pid, signal, group);
  const deadline = Date.now() + graceMs;
  while (isAlive(identity)) {
    if (Date.now() > deadline) {
      sendSignal(identity.pid, 'SIGKILL', group);
      await sleep(50);
      return;
    }
    await sleep(25);
  }
}
