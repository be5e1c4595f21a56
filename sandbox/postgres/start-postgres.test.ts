import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findFreePort } from '../process/free-port.ts';
import { isAlive } from '../process/identity.ts';
import { removeCluster } from './readable-place.ts';
import { type RunningPostgres, startPostgres } from './start-postgres.ts';

const folder = mkdtempSync(join(tmpdir(), 'foyer-postgres-'));
const dataDir = join(folder, 'data');
let clusterDir = '';
const running: RunningPostgres[] = [];

async function start(
  more: { port?: number; takeOver?: boolean; durable?: boolean } = {},
): Promise<RunningPostgres> {
  const server = await startPostgres({ dataDir, durable: true, ...more });
  running.push(server);
  return server;
}

async function ask(url: string, ...statements: string[]): Promise<unknown> {
  const client = new Client({ connectionString: url });
  // A server that is killed takes the connection along; that is not what is tested.
  client.on('error', () => undefined);
  await client.connect();
  try {
    let rows: unknown;
    for (const statement of statements) ({ rows } = await client.query(statement));
    return rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}

beforeAll(async () => {
  chmodSync(folder, 0o711);
  // Two first starts at once: both get the same cluster, one of them its server.
  const both = await Promise.allSettled([start({ durable: false }), start({ durable: false })]);
  const servers = both.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  expect(servers.length).toBeGreaterThan(0);
  clusterDir = servers[0]?.clusterDir ?? '';
  for (const server of servers) await server.stop();
});

afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
});

afterAll(() => {
  removeCluster(dataDir);
  rmSync(folder, { recursive: true, force: true });
});

describe('a PostgreSQL of our own', () => {
  it('keeps what was committed when it is killed in the middle of writing', async () => {
    const first = await start();
    await ask(first.superuserUrl, 'CREATE TABLE kept (n int)', 'INSERT INTO kept VALUES (1)');
    const writer = new Client({ connectionString: first.superuserUrl });
    writer.on('error', () => undefined);
    const cutOff = new Promise((resolve) => writer.once('end', resolve));
    await writer.connect();
    await writer.query('BEGIN');
    await writer.query('INSERT INTO kept SELECT generate_series(2, 200000)');
    process.kill(first.pid, 'SIGKILL');
    await Promise.all([first.exited, cutOff]);

    const second = await start({ port: first.port });
    expect(second.port).toBe(first.port);
    expect(await ask(second.superuserUrl, 'SELECT count(*)::int AS n FROM kept')).toEqual([{ n: 1 }]);
    await second.stop();
    expect(isAlive(second.identity)).toBe(false);
  });

  it('is not kept from starting by a stranger that got the number of a killed server', async () => {
    const stranger = spawn('sleep', ['60'], { stdio: 'ignore' });
    writeFileSync(
      join(clusterDir, 'postmaster.pid'),
      `${stranger.pid}\n${clusterDir}\n0\n5432\n\n127.0.0.1\n`,
    );
    const server = await start();
    expect(stranger.exitCode).toBeNull();
    stranger.kill();
    await server.stop();
  });

  it('does not start a second server on the same data, but takes over from one left behind when told to', async () => {
    const first = await start();
    await expect(start()).rejects.toThrow(/already runs/);
    const second = await start({ takeOver: true });
    expect(isAlive(first.identity)).toBe(false);
    await second.stop();
  });

  it('says so when its port is taken for good', async () => {
    const port = await findFreePort();
    const holder = createServer().listen(port, '127.0.0.1');
    const waiting = start({ port });
    await expect(waiting).rejects.toThrow(/could not bind/);
    holder.close();
  });

  it('names the version of data that it cannot read, and leaves them alone', async () => {
    const file = join(clusterDir, 'PG_VERSION');
    const version = readFileSync(file, 'utf8');
    writeFileSync(file, '17\n');
    await expect(start()).rejects.toThrow(/written by PostgreSQL 17.*brings PostgreSQL 18/);
    writeFileSync(file, version);
    const server = await start();
    await expect(ask(server.superuserUrl, 'SELECT count(*)::int AS n FROM kept')).resolves.toEqual([
      { n: 1 },
    ]);
    await server.stop();
  });
});
