import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { holdBatch } from '#lib/booking/hold-batch.ts';
import { holdQueueStats } from '#lib/booking/hold-queue.ts';
import { holdTickets } from '#lib/booking/hold-tickets.ts';
import { createEvent } from '#lib/catalog/create-event.ts';
import { publishEvent } from '#lib/catalog/publish-event.ts';
import { buildHouse, exampleEvent } from '#lib/catalog/testing.ts';
import { database, pool } from '#lib/database.ts';
import { startTestCluster } from './postgres/start-test-cluster.ts';
import { createTestDatabase } from './postgres/test-database.ts';

// npm run bench: how many holds a second one hot event takes, gathered as Foyer does it and with a transaction each, in
// turns and in one run, so that the ratio holds whatever else the machine does. PostgreSQL is ours and writes through
// to the disk as in production.

const BUYERS = 200;
const SECONDS = 4;
const ROUNDS = 3;

const folder = mkdtempSync(join(tmpdir(), 'foyer-bench-'));
const { cluster, stop } = await startTestCluster(folder, { durable: true });
try {
  const copy = await createTestDatabase(cluster);
  Object.assign(process.env, {
    DATABASE_URL: copy.appUrl,
    APP_URL: 'http://localhost:3000',
    AUTH_SECRET: randomBytes(32).toString('base64url'),
    TICKET_SIGNING_KEYS: `b1:${randomBytes(32).toString('base64url')}`,
    PAYMENTS_MODE: 'sandbox',
    STRIPE_SECRET_KEY: 'sk_sandbox_bench',
    STRIPE_PUBLISHABLE_KEY: 'pk_sandbox_bench',
    STRIPE_WEBHOOK_SECRET: 'whsec_sandbox_bench',
    STRIPE_API_BASE: 'http://127.0.0.1:1',
    RESEND_API_KEY: 're_sandbox_bench',
    MAIL_FROM: 'Foyer <tickets@foyer.example>',
    LOG_LEVEL: 'silent',
  });
  const gathered = [];
  const single = [];
  await run(await hotEvent(), gatheredHold, 1);
  for (let round = 0; round < ROUNDS; round += 1) {
    gathered.push(await run(await hotEvent(), gatheredHold, SECONDS));
    single.push(await run(await hotEvent(), singleHold, SECONDS));
  }
  const [fast, slow] = [median(gathered), median(single)];
  console.log(
    `holds a second on one event, ${BUYERS} buyers at once, median of ${ROUNDS} rounds of ${SECONDS} s`,
  );
  console.log(
    `  gathered, as Foyer does it   ${fast.toFixed(0).padStart(7)}   largest batch ${holdQueueStats().largestBatch}`,
  );
  console.log(`  a transaction for each       ${slow.toFixed(0).padStart(7)}`);
  console.log(`  ratio                        ${(fast / slow).toFixed(1).padStart(7)}`);
  await pool().end();
} finally {
  await stop();
  rmSync(folder, { recursive: true, force: true });
}

type Input = Parameters<typeof holdTickets>[0];

async function hotEvent(): Promise<Input> {
  const db = database();
  const house = await buildHouse(db);
  const input = exampleEvent(house, { ticketTypes: [{ name: 'Seat', price: 2000, quantity: 900_000 }] });
  const event = await createEvent(db, house.owner, house.organizerId, input);
  await publishEvent(db, house.owner, house.organizerId, event.eventId);
  const ticketTypeId = event.ticketTypes[0]?.id ?? '';
  return { eventId: event.eventId, items: [{ ticketTypeId, quantity: 1 }], locale: 'en' };
}

function gatheredHold(input: Input): Promise<unknown> {
  return holdTickets(input, { userId: null });
}

function singleHold(input: Input): Promise<unknown> {
  return holdBatch(database(), input.eventId, [{ input, userId: null }]);
}

/** Holds a second, each buyer beginning anew as soon as they are answered. */
async function run(input: Input, hold: (input: Input) => Promise<unknown>, seconds: number): Promise<number> {
  const end = performance.now() + seconds * 1000;
  let count = 0;
  const buyer = async () => {
    while (performance.now() < end) {
      await hold(input);
      count += 1;
    }
  };
  await Promise.all(Array.from({ length: BUYERS }, buyer));
  return count / seconds;
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
