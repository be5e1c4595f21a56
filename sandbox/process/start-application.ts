import { join } from 'node:path';
import { Client } from 'pg';
import { nodePath } from './node-path.ts';
import type { Programs } from './programs.ts';
import type { Start } from './sandbox-types.ts';
import { runProgram, startProgram } from './start-program.ts';
import { supervise } from './supervise.ts';

/**
 * Fills an empty database, once: the seed leaves its mark in `sandbox_clock.seeded_at` when it has finished. Not
 * beside real keys, with which it would have to take money and send mail. Answers whether the database is seeded.
 */
export async function seedOnce(
  { options, brought, logs }: Start,
  args: string[],
  environment: Record<string, string>,
): Promise<boolean> {
  if (await isSeeded(environment.DATABASE_OWNER_URL ?? '')) return true;
  if (!options.seed || brought.stripe || brought.mail) return false;
  const run = () =>
    runProgram(
      {
        name: 'The seed',
        command: nodePath(),
        args,
        env: environment,
        cwd: options.root,
        logFile: join(logs, 'seed.log'),
      },
      options.signal,
    );
  try {
    await options.progress('Seed', run);
  } catch (error) {
    // The seed refuses a database with somebody's data in it. That is no reason not to open.
    if (!brought.database || options.signal?.aborted) throw error;
    options.onNews(error instanceof Error ? error.message : String(error));
    return false;
  }
  return true;
}

async function isSeeded(ownerUrl: string): Promise<boolean> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM sandbox_clock WHERE seeded_at IS NOT NULL');
    return rowCount === 1;
  } finally {
    await client.end();
  }
}

/** Web and worker; resolves when web answers that it is well. */
export async function startWebAndWorker(
  { options, ports, releaseWeb, logs, parts, watch }: Start,
  programs: Programs,
  environment: Record<string, string>,
): Promise<void> {
  const program = (name: 'web' | 'worker') => ({
    name,
    command: nodePath(),
    args: programs[name],
    env: environment,
    nodeEnv: programs.nodeEnv,
    cwd: options.root,
    logFile: join(logs, `${name}.log`),
    // Web leaves within 30 seconds of being asked.
    graceMs: 32_000,
    signal: options.signal,
  });
  parts.worker = await supervise('worker', () => startProgram(program('worker')), watch);
  const ready = { url: `http://127.0.0.1:${ports.web}/api/health` };
  const web = () => startProgram({ ...program('web'), ready, readyWithinMs: 90_000 });
  await releaseWeb();
  parts.web = await supervise('web', web, watch);
}
