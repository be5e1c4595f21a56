import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Pool } from 'pg';
import { expect, test } from 'playwright/test';
import { createDatabase } from '#db/client.ts';
import { createEvent } from '#lib/catalog/create-event.ts';
import { publishEvent } from '#lib/catalog/publish-event.ts';
import { buildHouse, exampleEvent } from '#lib/catalog/testing.ts';
import { startTestCluster } from '#sandbox/postgres/start-test-cluster.ts';
import { createTestDatabase, type TestDatabase } from '#sandbox/postgres/test-database.ts';
import { projectRoot } from '#sandbox/process/project-root.ts';
import { house, until } from '../stage/house.ts';
import { startProgram } from '../stage/program.ts';

// Two processes sell one event on one database whose CHECK against overselling is taken away, so that nothing but the
// lock in lib/booking/lock-event-stock.ts keeps the count right. The same race then runs on a copy of the code without
// the lock: it has to oversell, or this race would prove nothing.

const PLACES = 50;
const BUYERS = 100;
const ROUNDS = 6;
const LOCK = 'for no key update';
const LOCKING_FILE = 'lib/booking/lock-event-stock.ts';

let folder = '';
let database: TestDatabase;
let stop: () => Promise<void>;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-lock-'));
  const started = await startTestCluster(folder);
  stop = started.stop;
  database = await createTestDatabase(started.cluster);
  const owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query('alter table capacity_pools drop constraint capacity_pools_never_too_many');
  await owner.end();
});

test.afterAll(async () => {
  await stop?.();
  rmSync(folder, { recursive: true, force: true });
});

/** A copy of what the race runs, without the lock. */
function copyWithoutLock(): string {
  const copy = join(folder, 'copy');
  for (const path of ['package.json', 'lib', 'db', 'emails', 'e2e/house/hold-race-program.ts']) {
    cpSync(join(projectRoot, path), join(copy, path), { recursive: true });
  }
  symlinkSync(join(projectRoot, 'node_modules'), join(copy, 'node_modules'));
  const file = join(copy, LOCKING_FILE);
  const source = readFileSync(file, 'utf8');
  expect(source, `${LOCKING_FILE} locks`).toContain(LOCK);
  writeFileSync(file, source.replaceAll(LOCK, ''));
  return copy;
}

/** Sells a new event of 50 places from two processes at once. Answers how many places were given away. */
async function race(root: string): Promise<number> {
  const pool = new Pool({ connectionString: database.appUrl });
  const db = createDatabase(pool);
  const owners = await buildHouse(db);
  const { eventId, ticketTypes } = await createEvent(
    db,
    owners.owner,
    owners.organizerId,
    exampleEvent(owners, { ticketTypes: [{ name: 'Seat', price: 1000, quantity: PLACES }] }),
  );
  await publishEvent(db, owners.owner, owners.organizerId, eventId);
  await pool.end();

  const programs = [1, 2].map(() =>
    startProgram(
      [join(root, 'e2e/house/hold-race-program.ts'), eventId, ticketTypes[0]?.id ?? '', String(BUYERS)],
      { ...house().environment, DATABASE_URL: database.appUrl, LOG_LEVEL: 'silent' },
      root,
    ),
  );
  await until('both are ready', () => programs.every(({ output }) => output().includes('ready')));
  for (const { child } of programs) child.stdin?.write('go\n');
  const held = await Promise.all(
    programs.map(async ({ ended, output }) => {
      expect(await ended, output()).toBe(0);
      const counted = JSON.parse(output().trim().split('\n').at(-1) ?? '') as { held: number };
      return counted.held;
    }),
  );
  return held.reduce((sum, one) => sum + one, 0);
}

test('two processes give away exactly as many places as there are', async () => {
  for (let round = 0; round < 2; round += 1) expect(await race(projectRoot)).toBe(PLACES);
});

test('without the lock they oversell, so the race can be lost', async () => {
  const copy = copyWithoutLock();
  let most = 0;
  for (let round = 0; round < ROUNDS && most <= PLACES; round += 1) most = Math.max(most, await race(copy));
  expect(most).toBeGreaterThan(PLACES);
});
