import { type ChildProcess, spawn } from 'node:child_process';
import { Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { ProcessIdentity } from './identity.ts';
import { nodePath } from './node-path.ts';

/** How a process is to be ended when the one that started it is gone. */
export type Ward = ProcessIdentity & { signal: NodeJS.Signals; group: boolean };

/** A line of JSON to the watchdog. */
export type Message = { guard: Ward } | { unguard: number };

const program = fileURLToPath(new URL('./watchdog-program.ts', import.meta.url));
const wards = new Map<number, Ward>();
let watchdog: ChildProcess | undefined;

/**
 * Makes sure that a child does not outlive this process, even when this process is killed without a chance
 * to tidy up. A second, small process (`watchdog-program.ts`) holds the other end of a pipe: when the pipe
 * closes, it ends every ward that is still alive. So no program has to watch its own parent.
 */
export function guard(ward: Ward): void {
  wards.set(ward.pid, ward);
  if (watchdog === undefined) watchdog = startWatchdog();
  else tell(watchdog, { guard: ward });
}

/** The inverse of `guard`: this child has ended, or may go on alone. */
export function unguard(pid: number): void {
  if (wards.delete(pid) && watchdog !== undefined) tell(watchdog, { unguard: pid });
}

function tell(child: ChildProcess, message: Message): void {
  child.stdin?.write(`${JSON.stringify(message)}\n`);
}

function startWatchdog(): ChildProcess {
  // A group of its own: Ctrl-C in a terminal and a signal to our whole group must not reach it.
  const child = spawn(nodePath(), [program], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    env: { NODE_ENV: 'production', PATH: process.env.PATH },
  });
  // It must not keep us alive: it is we who keep it.
  child.unref();
  if (child.stdin instanceof Socket) child.stdin.unref();
  child.stdin?.on('error', () => undefined);
  child.on('error', () => undefined);
  child.on('exit', () => {
    // Someone killed it: another one takes over.
    watchdog = undefined;
    setTimeout(() => {
      if (watchdog === undefined && wards.size > 0) watchdog = startWatchdog();
    }, 200).unref();
  });
  for (const ward of wards.values()) tell(child, { guard: ward });
  return child;
}
