import { cpSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { startTestSandbox } from '#sandbox/process/start-test-sandbox.ts';
import { rememberHouse } from './house.ts';

/**
 * Runs once around all tests: builds when sources have changed, starts PostgreSQL, the stand-ins, two web processes and
 * the worker in a temporary folder, with the six events of sandbox/seed/small.ts. Ends with all of it.
 *
 * FOYER_E2E_KEEP_LOGS names a folder that gets each part's output.
 */
export default async function openHouse(): Promise<() => Promise<void>> {
  // While writing tests: one that another process keeps open.
  if (process.env.FOYER_E2E_HOUSE) return async () => undefined;
  const sandbox = await startTestSandbox({ seed: 'small', webProcesses: 2 });
  const { appUrl, inboxUrl, environment, controls, logs } = sandbox;
  if (inboxUrl === undefined) throw new Error('The mail stand-in does not run.');
  rememberHouse({ appUrl, inboxUrl, environment, controls, dataDir: dirname(logs) });
  return async () => {
    const keep = process.env.FOYER_E2E_KEEP_LOGS;
    if (keep) {
      mkdirSync(keep, { recursive: true });
      cpSync(logs, keep, { recursive: true });
    }
    await sandbox.stop();
  };
}
