import { join } from 'node:path';
import { endLeftovers } from './end-leftovers.ts';
import { readGivenEnvironment } from './environment.ts';
import { takeFolder } from './folder-lock.ts';
import { printProgress } from './progress.ts';
import { projectRoot } from './project-root.ts';
import type { Sandbox, SandboxOptions } from './sandbox-types.ts';
import { startSandbox } from './start-sandbox.ts';
import { readState } from './state.ts';
import { onStopRequest, untilAborted } from './stop-signal.ts';

/**
 * The whole life of `npm run demo` and `npm run dev`: takes the folder's `.data`, starts everything, shows the first
 * screen, waits, stops everything. Sets the exit code; says in a sentence what went wrong.
 */
export async function runInFolder(
  kind: 'demo' | 'dev',
  describe: (sandbox: Sandbox) => string,
  programs?: SandboxOptions['programs'],
): Promise<void> {
  const signal = onStopRequest();
  const dataDir = join(projectRoot, '.data');
  const write = (line: string) => process.stdout.write(`${line}\n`);
  const taken = takeFolder(dataDir);
  if ('heldBy' in taken) {
    const running = readState(dataDir)?.running;
    const where = running?.environment.APP_URL;
    write(
      `Foyer already runs from this folder (npm run ${running?.kind ?? 'demo'}, process ${taken.heldBy.pid}).`,
    );
    write(where === undefined ? 'It is still starting.' : `You find it at ${where}`);
    process.exitCode = 1;
    return;
  }
  try {
    const left = await endLeftovers(dataDir);
    if (left.length > 0) write(`  Ended what a killed start had left running: ${left.join(', ')}`);
    const given = readGivenEnvironment(projectRoot);
    const onNews = (sentence: string) => write(`  ${new Date().toISOString().slice(11, 19)}  ${sentence}`);
    const progress = printProgress(write);
    const options: SandboxOptions = {
      ...{ root: projectRoot, dataDir, kind, given, progress, onNews, signal, programs },
      ...{ durable: true, seed: true, firstPort: 3000 },
    };
    const sandbox = await startSandbox(options);
    write(describe(sandbox));
    await untilAborted(signal);
    write('\n  Stopping …');
    await sandbox.stop();
    write('  Stopped. Your data is kept in .data; the next start takes a few seconds.');
  } catch (error) {
    if (signal.aborted) write('\n  Stopped.');
    else {
      process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
      process.exitCode = 1;
    }
  } finally {
    taken.release();
  }
}
