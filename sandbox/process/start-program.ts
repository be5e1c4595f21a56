import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { endProcess, sendSignal } from './end-process.ts';
import { identify, type ProcessIdentity } from './identity.ts';
import { guard, unguard } from './watchdog.ts';

/** A program that runs. `exited` resolves with its exit code when it is gone, null after a signal. */
export type RunningProgram = {
  pid: number;
  identity: ProcessIdentity;
  exited: Promise<number | null>;
  stop: () => Promise<void>;
};

export type ProgramOptions = {
  name: string;
  command: string;
  args: string[];
  env: Record<string, string>;
  nodeEnv?: 'production' | 'development' | undefined;
  cwd: string;
  /** Where its output is appended to. */
  logFile: string;
  /** It counts as started when this answers: a port that takes connections, or a page that answers 200. */
  ready?: { port: number } | { url: string } | undefined;
  readyWithinMs?: number;
  /** How long it may take to leave when asked to. */
  graceMs?: number;
  /** Ends a start that is under way. A program that is ready no longer minds it. */
  signal?: AbortSignal | undefined;
};

/**
 * Starts a program in a group of its own, with its output in a file, under the watchdog's care.
 *
 * @throws when it ends, or does not get ready in time; the message carries the end of its output.
 */
export async function startProgram(options: ProgramOptions): Promise<RunningProgram> {
  mkdirSync(dirname(options.logFile), { recursive: true });
  const log = openSync(options.logFile, 'a');
  const start = statSync(options.logFile).size;
  const child = spawn(options.command, options.args, {
    cwd: options.cwd,
    env: { ...options.env, NODE_ENV: options.nodeEnv ?? 'production' },
    // Its own group: Ctrl-C in a terminal goes to us alone, and we decide the order of leaving.
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const tail = () => readTail(options.logFile, start);

  const exited = new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null));
    child.once('exit', (code) => resolve(code));
  });
  if (child.pid === undefined) {
    await exited;
    throw new Error(`${options.name} could not be started: ${options.command} is not there.`);
  }
  const identity = identify(child.pid) ?? { pid: child.pid, born: '' };
  guard({ ...identity, signal: 'SIGTERM', group: true });
  let gone = false;
  void exited.then(() => {
    gone = true;
    unguard(identity.pid);
    // Whatever it started itself must not go on and hold its port.
    sendSignal(identity.pid, 'SIGKILL', true);
  });
  child.unref();
  const stop = async () => {
    if (gone) return;
    child.ref();
    await endProcess(identity, { group: true, graceMs: options.graceMs ?? 10_000 });
    await exited;
  };

  const deadline = Date.now() + (options.readyWithinMs ?? 60_000);
  while (options.ready !== undefined) {
    if (gone) throw new Error(`${options.name} ended while starting (${options.logFile}).\n${tail()}`);
    if (await answers(options.ready)) break;
    if (options.signal?.aborted) {
      await stop();
      options.signal.throwIfAborted();
    }
    if (Date.now() > deadline) {
      await stop();
      throw new Error(`${options.name} did not get ready in time (${options.logFile}).\n${tail()}`);
    }
    await Promise.race([sleep(50), exited]);
  }
  return { pid: identity.pid, identity, exited, stop };
}

/**
 * Runs a program to its end.
 *
 * @throws with the end of its output when it fails, or when `signal` ends it before.
 */
export async function runProgram(
  options: Omit<ProgramOptions, 'ready'>,
  signal?: AbortSignal,
): Promise<void> {
  signal?.throwIfAborted();
  const start = statSync(options.logFile, { throwIfNoEntry: false })?.size ?? 0;
  const program = await startProgram(options);
  const abort = () => void program.stop();
  signal?.addEventListener('abort', abort, { once: true });
  // A program that runs does not keep us alive by itself.
  const alive = setInterval(() => undefined, 60_000);
  try {
    const code = await program.exited;
    signal?.throwIfAborted();
    if (code !== 0) {
      const told = readTail(options.logFile, start);
      throw new Error(`${options.name} failed (${options.logFile}).\n${told}`);
    }
  } finally {
    clearInterval(alive);
    signal?.removeEventListener('abort', abort);
  }
}

function readTail(file: string, start: number): string {
  return readFileSync(file).subarray(start).toString('utf8').trim().slice(-4000);
}

async function answers(ready: { port: number } | { url: string }): Promise<boolean> {
  if ('port' in ready) {
    return new Promise((resolve) => {
      const socket = connect({ port: ready.port, host: '127.0.0.1' });
      const end = (answer: boolean) => {
        socket.destroy();
        resolve(answer);
      };
      socket.once('connect', () => end(true));
      socket.once('error', () => end(false));
    });
  }
  try {
    const response = await fetch(ready.url, { signal: AbortSignal.timeout(5_000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}
