import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeCluster } from '../postgres/readable-place.ts';
import { machineEnvironment } from './environment.ts';
import { buildPrograms, type Programs, type ProgramsInput } from './programs.ts';
import { silent } from './progress.ts';
import { projectRoot } from './project-root.ts';
import type { Sandbox } from './sandbox-types.ts';
import { startSandbox } from './start-sandbox.ts';

/** A whole Foyer of a test's own. `logs` is the folder with each part's output; `stop` removes everything. */
export type TestSandbox = Sandbox & { logs: string };

/**
 * Starts the production build with everything behind it in a temporary folder and on free ports, apart from any demo:
 * for browser journeys, and for tests that kill parts (`sandbox.parts.web?.current()`) and see them come back.
 * The build must be up to date, or is made first, which takes minutes.
 */
export async function startTestSandbox(
  options: { seed?: boolean | 'small'; webProcesses?: number; environment?: Record<string, string> } = {},
): Promise<TestSandbox> {
  const dataDir = mkdtempSync(join(tmpdir(), 'foyer-sandbox-'));
  // PostgreSQL may have to run as another user, who must get through.
  chmodSync(dataDir, 0o711);
  const remove = () => {
    removeCluster(join(dataDir, 'postgres'));
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    const sandbox = await startSandbox({
      root: projectRoot,
      dataDir,
      kind: 'test',
      // Nothing that a person has set for a demo or for production reaches a test.
      given: { ...machineEnvironment(process.env), ...options.environment },
      progress: silent,
      onNews: () => undefined,
      durable: false,
      seed: options.seed !== false,
      programs: options.seed === 'small' ? smallSeed : undefined,
      webProcesses: options.webProcesses,
    });
    const stop = async () => {
      await sandbox.stop();
      remove();
    };
    return { ...sandbox, logs: join(dataDir, 'logs'), stop };
  } catch (error) {
    remove();
    throw error;
  }
}

/** The same programs, with the six events of fixed addresses that tests rely on (sandbox/seed/small.ts). */
async function smallSeed(input: ProgramsInput): Promise<Programs> {
  const programs = await buildPrograms(input);
  return { ...programs, seed: [...programs.seed, '--small'] };
}
