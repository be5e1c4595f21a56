import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { identify } from '#sandbox/process/identity.ts';
import { nodePath } from '#sandbox/process/node-path.ts';
import { projectRoot } from '#sandbox/process/project-root.ts';
import { guard, unguard } from '#sandbox/process/watchdog.ts';

/** A program that a test has started, and what it has written so far. */
export type Program = {
  child: ChildProcess;
  output: () => string;
  /** Its exit code, once it is gone; null after a signal. */
  ended: Promise<number | null>;
};

/** Starts a Node program of this tree in an environment that is exactly the given one. It ends with the test at the latest. */
export function startProgram(
  args: readonly string[],
  environment: Record<string, string | undefined>,
  cwd = projectRoot,
): Program {
  const child = spawn(nodePath(), args, {
    cwd,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: 'production', ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const identity = child.pid === undefined ? undefined : identify(child.pid);
  if (identity) guard({ ...identity, signal: 'SIGKILL', group: false });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  if (identity) void ended.then(() => unguard(identity.pid));
  return { child, output: () => output, ended };
}

/** A file of the production build. */
export const built = (name: 'server' | 'worker') => join(projectRoot, 'dist', `${name}.js`);
