import { mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { choosePorts } from './choose-ports.ts';
import { composeEnvironment, controlAddresses } from './compose-environment.ts';
import { whatIsBrought } from './environment.ts';
import { identify } from './identity.ts';
import { buildPrograms } from './programs.ts';
import type { Parts, Sandbox, SandboxOptions, Start } from './sandbox-types.ts';
import { seedOnce, startWebAndWorker } from './start-application.ts';
import { startDatabase, startStandIns } from './start-infrastructure.ts';
import { openState, type RunningSandbox, writeState } from './state.ts';

/**
 * Starts everything that Foyer needs on one machine: PostgreSQL and the stand-ins (each only where the environment
 * brings no real one), migrations, the build, the seed, web and worker. Each part is started again when it ends.
 * The caller holds the folder (folder-lock.ts).
 *
 * @throws whatever a part's start throws, after everything started so far has been stopped.
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { dataDir, given, root, signal } = options;
  const logs = join(dataDir, 'logs');
  mkdirSync(logs, { recursive: true });
  for (const part of ['postgres', 'stripe', 'mail', 'web', 'worker', 'build', 'seed'])
    keepShort(join(logs, `${part}.log`));
  const brought = whatIsBrought(given);
  const state = openState(dataDir);
  const { ports, releaseWeb } = await choosePorts(state, given, options.firstPort);

  const supervisor = identify(process.pid) ?? { pid: process.pid, born: '' };
  const running: RunningSandbox = {
    kind: options.kind,
    supervisor,
    processes: {},
    environment: {},
    controls: {},
  };
  const save = (now: RunningSandbox | undefined) => writeState(dataDir, { ...state, running: now });
  save(running);

  const parts: Parts = {};
  const stop = async () => {
    // Those who use a part leave before it does.
    await Promise.all([parts.web?.stop(), parts.worker?.stop()]);
    await Promise.all([parts.stripe?.stop(), parts.mail?.stop()]);
    await parts.postgres?.stop();
    save(undefined);
  };
  const watch: Start['watch'] = {
    onNews: options.onNews,
    onStart: (name, identity) => {
      running.processes[name] = identity;
      save(running);
    },
  };
  const start: Start = { options, brought, state, ports, releaseWeb, logs, parts, watch };

  try {
    const addresses = await startDatabase(start);
    signal?.throwIfAborted();
    await startStandIns(start, addresses.ownerUrl);
    signal?.throwIfAborted();

    const input = {
      root,
      given,
      progress: options.progress,
      logs,
      actionsKey: state.secrets.actionsKey,
      signal,
    };
    const programs = await (options.programs ?? buildPrograms)(input);
    const { webProcesses } = options;
    const environment = {
      ...composeEnvironment({ given, brought, state, ports, addresses, webProcesses }),
      ...programs.environment,
    };
    const controls = controlAddresses(brought, ports);
    Object.assign(running, { environment, controls });
    save(running);

    const seeded = await seedOnce(start, programs.seed, { ...environment, ...controls });
    await options.progress('Web and worker', () => startWebAndWorker(start, programs, environment));
    signal?.throwIfAborted();
    return {
      appUrl: environment.APP_URL ?? `http://localhost:${ports.web}`,
      inboxUrl: brought.mail ? undefined : `http://localhost:${ports.mail}`,
      brought,
      seeded,
      environment,
      controls,
      parts,
      stop,
    };
  } catch (error) {
    await releaseWeb();
    await stop();
    throw error;
  }
}

/** Logs of former starts are kept, but not without end: past 5 MB a log becomes the one before. */
function keepShort(file: string): void {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 5_000_000) renameSync(file, `${file}.before`);
}
