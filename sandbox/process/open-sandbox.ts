import { join } from 'node:path';
import { readGivenEnvironment } from './environment.ts';
import { isAlive } from './identity.ts';
import { projectRoot } from './project-root.ts';
import { readState } from './state.ts';

/** What a tool beside a sandbox needs: how the application runs, and where its stand-ins can be steered. */
export type OpenSandbox = { environment: Record<string, string>; controls: Record<string, string> };

/**
 * The database and stand-ins in use: those that the shell names (DATABASE_URL and so on), else those of the sandbox
 * that runs from this folder, else those that the file `.env` names.
 *
 * @throws when there is none of them.
 */
export function openSandbox(): OpenSandbox {
  const named =
    process.env.DATABASE_URL ?? process.env.DATABASE_OWNER_URL ?? process.env.DATABASE_READONLY_URL;
  const running = readState(join(projectRoot, '.data'))?.running;
  const runs = running !== undefined && isAlive(running.supervisor) && 'DATABASE_URL' in running.environment;
  if (named === undefined && runs) return { environment: running.environment, controls: running.controls };

  const given = readGivenEnvironment(projectRoot);
  if ((given.DATABASE_URL ?? given.DATABASE_OWNER_URL ?? given.DATABASE_READONLY_URL) === undefined) {
    throw new Error('No sandbox runs from this folder. Start one with npm run demo, or set DATABASE_URL.');
  }
  const environment: Record<string, string> = {};
  const controls: Record<string, string> = {};
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined) continue;
    environment[name] = value;
    if (name.startsWith('SANDBOX_')) controls[name] = value;
  }
  return { environment, controls };
}
