import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { endProcess } from '../process/end-process.ts';
import { findFreePort, isPortFree } from '../process/free-port.ts';
import { identify, type ProcessIdentity, readCommandLine } from '../process/identity.ts';
import { guard, unguard } from '../process/watchdog.ts';
import { findBinaries } from './binaries.ts';
import { createCluster } from './create-cluster.ts';
import { locateCluster } from './readable-place.ts';
import { findServiceUser, runAs, type ServiceUser } from './service-user.ts';

/** A PostgreSQL that runs. `stop` lets it write everything down first; `exited` resolves when it is gone. */
export type RunningPostgres = {
  port: number;
  pid: number;
  identity: ProcessIdentity;
  clusterDir: string;
  /** True when this start made a new, empty cluster. */
  created: boolean;
  superuserUrl: string;
  exited: Promise<void>;
  stop: () => Promise<void>;
};

export type PostgresOptions = {
  /** Where the cluster lives; made when it does not exist. */
  dataDir: string;
  /** A port that must be used. Without it any free one is taken. */
  port?: number | undefined;
  /** False writes nothing through to the disk: for tests, whose data may be lost with the machine. */
  durable: boolean;
  /** Where the server's own log goes. Default: beside the cluster. */
  logFile?: string | undefined;
  /** Ends a PostgreSQL that a former start left running on the same data, instead of refusing. */
  takeOver?: boolean;
};

/**
 * Starts a real PostgreSQL 18 on loopback and waits until it accepts connections.
 *
 * @throws when the cluster is in use by another living server, is of another major version, or the server
 * ends during its start; the message then carries the end of its log.
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const user = findServiceUser();
  const { initdb, postgres } = findBinaries(user);
  const clusterDir = locateCluster(options.dataDir, user);
  const { password, created } = await createCluster(clusterDir, initdb, user, options.durable);

  const logFile = options.logFile ?? `${options.dataDir}.log`;
  const began = Date.now();
  const deadline = began + 60_000;
  for (;;) {
    await clearLeftover(clusterDir, options.takeOver ?? false);
    const port = options.port ?? (await findFreePort());
    const server = launch(postgres, settings(clusterDir, port, options.durable), logFile, user);
    const failure = await waitUntilReady(server, clusterDir, deadline);
    if (failure === undefined) return describe(server, { clusterDir, port, password, created });

    // Two failures pass by themselves: a port that someone took in between, or that its last owner has not
    // given back yet, and backends of a killed server that have not noticed yet.
    const passing = /could not bind|still in use|lock file .* already exists/.test(failure);
    const portGone =
      options.port !== undefined && Date.now() > began + 3_000 && !(await isPortFree(options.port));
    if (!passing || portGone || Date.now() > deadline) {
      throw new Error(`PostgreSQL did not start (its log: ${logFile}).\n${failure}`);
    }
    await sleep(200);
  }
}

function settings(clusterDir: string, port: number, durable: boolean): string[] {
  const values: Record<string, string | number> = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 200,
    shared_buffers: '256MB',
    max_wal_size: '2GB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    jit: 'off',
    log_min_messages: 'warning',
    log_line_prefix: '%m [%p] %d ',
    // What is committed still survives `kill -9` of PostgreSQL, only not the end of the machine.
    ...(durable ? {} : { fsync: 'off', full_page_writes: 'off' }),
  };
  return ['-D', clusterDir, ...Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

type Server = {
  child: ChildProcess;
  identity: ProcessIdentity;
  exited: Promise<void>;
  readLog: () => string;
};

function launch(postgres: string, args: string[], logFile: string, user: ServiceUser | undefined): Server {
  mkdirSync(dirname(logFile), { recursive: true });
  const log = openSync(logFile, 'a');
  const start = existsSync(logFile) ? readFileSync(logFile).length : 0;
  // A group of its own, so that Ctrl-C in a terminal does not stop it before those who still use it. The
  // environment is ours alone: a PGDATA or PGPORT of the user's must not lead it astray.
  const child = spawn(postgres, args, {
    ...runAs(user),
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
    env: { NODE_ENV: 'production', PATH: process.env.PATH, LC_ALL: 'C.UTF-8', TZ: 'UTC' },
  });
  closeSync(log);
  const exited = new Promise<void>((resolve) => {
    child.once('error', () => resolve());
    child.once('exit', () => resolve());
  });
  const identity = (child.pid === undefined ? undefined : identify(child.pid)) ?? {
    pid: child.pid ?? 0,
    born: '',
  };
  if (identity.pid > 0) {
    // SIGINT is PostgreSQL's "fast" stop: open connections end, everything is written down.
    guard({ ...identity, signal: 'SIGINT', group: false });
    void exited.then(() => unguard(identity.pid));
  }
  child.unref();
  return {
    child,
    identity,
    exited,
    readLog: () => readFileSync(logFile).subarray(start).toString('utf8').slice(-2000),
  };
}

/**
 * The file postmaster.pid tells whether the server takes connections (its eighth line), and whose it is (the
 * first): an older one of a killed server must not count. Undefined when ready, else what went wrong.
 */
async function waitUntilReady(
  server: Server,
  clusterDir: string,
  deadline: number,
): Promise<string | undefined> {
  let gone = false;
  void server.exited.then(() => {
    gone = true;
  });
  while (!gone && Date.now() < deadline) {
    const lines = readPidFile(clusterDir);
    if (Number(lines[0]) === server.identity.pid && lines[7]?.trim() === 'ready') return undefined;
    await Promise.race([sleep(20), server.exited]);
  }
  if (!gone) await endProcess(server.identity, { signal: 'SIGINT' });
  return server.readLog() || 'It ended without a word.';
}

function describe(
  server: Server,
  {
    clusterDir,
    port,
    password,
    created,
  }: { clusterDir: string; port: number; password: string; created: boolean },
): RunningPostgres {
  const { child, identity, exited } = server;
  return {
    port,
    pid: identity.pid,
    identity,
    clusterDir,
    created,
    superuserUrl: `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`,
    exited,
    stop: async () => {
      child.ref();
      await endProcess(identity, { signal: 'SIGINT', graceMs: 20_000 });
      await exited;
    },
  };
}

function readPidFile(clusterDir: string): string[] {
  try {
    return readFileSync(join(clusterDir, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return [];
  }
}

/**
 * What a server that was killed leaves behind. PostgreSQL itself looks only whether *some* process has the
 * number in its postmaster.pid, and refuses to start beside a stranger that got it since.
 */
async function clearLeftover(clusterDir: string, takeOver: boolean): Promise<void> {
  const pid = Number(readPidFile(clusterDir)[0]);
  if (!(pid > 0)) return;
  const leftover = identify(pid);
  if (leftover !== undefined && readCommandLine(pid).includes(clusterDir)) {
    if (!takeOver) throw new Error(`A PostgreSQL already runs on ${clusterDir} (process ${pid}).`);
    await endProcess(leftover, { signal: 'SIGINT', graceMs: 20_000 });
    return;
  }
  rmSync(join(clusterDir, 'postmaster.pid'), { force: true });
}
