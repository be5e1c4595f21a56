import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * Who a process is. A number alone is reused by the system sooner or later, so the moment of its start goes
 * with it: nothing is ever ended or trusted by number alone.
 */
export type ProcessIdentity = { pid: number; born: string };

/** The moment a process started, in whatever form the system tells it; undefined when it does not exist. */
function readBirth(pid: number): string | undefined {
  if (process.platform === 'linux') {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      // The command's name may hold spaces and brackets; the fields start after the last bracket.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const [state, started] = [fields[0], fields[19]];
      if (state === 'Z' || state === 'X' || started === undefined) return undefined;
      return `${readBootId()}:${started}`;
    } catch {
      return undefined;
    }
  }
  try {
    const told = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    return told === '' ? undefined : told;
  } catch {
    return undefined;
  }
}

/** A process number and its ticks since boot may both come again after the machine has restarted. */
function readBootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return 'unknown';
  }
}

/** The identity of a living process, or undefined when there is none with this number. */
export function identify(pid: number): ProcessIdentity | undefined {
  const born = readBirth(pid);
  return born === undefined ? undefined : { pid, born };
}

/** Whether exactly this process still runs. */
export function isAlive(identity: ProcessIdentity): boolean {
  return readBirth(identity.pid) === identity.born;
}

/** The arguments a process was started with, or an empty string when that cannot be told. */
export function readCommandLine(pid: number): string {
  try {
    if (process.platform === 'linux')
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}
