import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Bench, openBench } from './testing.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());
beforeEach(async () => {
  await bench.control('POST', '/webhooks/reset');
  bench.endpoint.received.length = 0;
  bench.endpoint.answers.length = 0;
});

const create = (n = 1) =>
  bench.sdk.paymentIntents.create({ amount: 1000 + n, currency: 'eur', metadata: { n: String(n) } });
const amounts = () =>
  bench.endpoint.received.map(({ event: { data } }) => ('amount' in data.object ? data.object.amount : 0));
const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const got = (count: number) => bench.endpoint.until((received) => received.length >= count);

test('a refusal is tried again, and the attempts are on record', async () => {
  bench.endpoint.answers.push(500, 302);
  const intent = await create();
  await got(1);
  await bench.control('POST', '/clock', { offsetMs: 6 * 60_000 });
  await got(2);
  await bench.control('POST', '/clock', { offsetMs: 40 * 60_000 });
  await got(3);
  const [first, second, third] = bench.endpoint.received;
  expect(second?.event.id).toBe(first?.event.id);
  expect(third?.event.data.object).toMatchObject({ id: intent.id });
  await rest(50);
  const deliveries = await bench.control('GET', '/deliveries');
  expect(deliveries).toContainEqual(
    expect.objectContaining({ eventId: first?.event.id, state: 'delivered', statuses: [500, 302, 200] }),
  );
  await bench.control('POST', '/clock', { offsetMs: 0 });
});

test('a retry needs no clock: a second or so is enough', async () => {
  bench.endpoint.answers.push(500);
  await create();
  await got(2);
});

test('duplicates', async () => {
  await bench.control('POST', '/webhooks', { duplicates: 49 });
  await create();
  await got(50);
  expect(new Set(bench.endpoint.received.map(({ event }) => event.id)).size).toBe(1);
});

test('reordered', async () => {
  await bench.control('POST', '/webhooks', { reorderWindow: 3 });
  for (const n of [1, 2, 3]) await create(n);
  await got(3);
  expect(amounts()).toEqual([1003, 1002, 1001]);
  await create(4);
  await got(4);
});

test('delayed, and not before', async () => {
  await bench.control('POST', '/webhooks', { delayMs: 300 });
  await create();
  await rest(150);
  expect(bench.endpoint.received).toHaveLength(0);
  await got(1);
});

test('dropped ones never come, the next one does', async () => {
  await bench.control('POST', '/webhooks', { dropNext: 2 });
  for (const n of [1, 2, 3]) await create(n);
  await got(1);
  await rest(50);
  expect(amounts()).toEqual([1003]);
});

test('a signature that does not verify', async () => {
  await bench.control('POST', '/webhooks', { badSignatureNext: 1 });
  await create(1);
  await got(1);
  await create(2);
  await got(2);
  expect(bench.endpoint.received.map(({ verified }) => verified)).toEqual([false, true]);
});

test('held until released, newest first if so asked', async () => {
  await bench.control('POST', '/webhooks/hold');
  for (const n of [1, 2, 3]) await create(n);
  await rest(50);
  expect(bench.endpoint.received).toHaveLength(0);
  expect(await bench.control('POST', '/webhooks/release', { order: 'reverse' })).toEqual({ released: 3 });
  await got(3);
  expect(amounts()).toEqual([1003, 1002, 1001]);
});

test('paused and resumed', async () => {
  await bench.control('POST', '/webhooks/pause');
  await create();
  await rest(50);
  expect(bench.endpoint.received).toHaveLength(0);
  await bench.control('POST', '/webhooks/resume');
  await got(1);
});

test('replayed, one event or all', async () => {
  await create(1);
  await got(1);
  const id = bench.endpoint.received[0]?.event.id;
  expect(await bench.control('POST', '/events/replay', { events: [id], times: 3 })).toEqual({ replayed: 3 });
  await got(4);
  const before = bench.endpoint.received.length;
  const { replayed } = (await bench.control('POST', '/events/replay')) as { replayed: number };
  await got(before + replayed);
});

test('the signature is of this very moment, wherever the clock stands', async () => {
  await bench.control('POST', '/clock', { offsetMs: -400 * 86_400_000 });
  await create();
  await got(1);
  expect(bench.endpoint.received[0]?.verified).toBe(true);
  expect(bench.endpoint.received[0]?.event.created).toBeLessThan(Date.now() / 1000 - 399 * 86_400);
  await bench.control('POST', '/clock', { offsetMs: 0 });
});

test('the control API answers no web page', async () => {
  const fromPage = await fetch(bench.running.controlUrl, { headers: { origin: 'http://localhost:3000' } });
  expect(fromPage.status).toBe(403);
  const unknown = bench.control('POST', '/webhooks', { delay: 5 });
  await expect(unknown).rejects.toThrow('delay');
});
