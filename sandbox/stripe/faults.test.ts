import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Bench, failureOf, openBench } from './testing.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());
beforeEach(() => bench.control('DELETE', '/faults'));

const create = (idempotencyKey: string, maxNetworkRetries = 0) =>
  bench.sdk.paymentIntents.create({ amount: 1000, currency: 'eur' }, { idempotencyKey, maxNetworkRetries });
const count = async () => (await bench.sdk.paymentIntents.list({ limit: 100 })).data.length;

test('429 before the work: nothing was done', async () => {
  const before = await count();
  await bench.control('POST', '/faults', { status: 429, method: 'POST', path: '/v1/payment_intents' });
  const error = await failureOf(create('rate'));
  expect(error).toMatchObject({ type: 'StripeRateLimitError', statusCode: 429 });
  expect(await count()).toBe(before);
  await create('rate');
  expect(await count()).toBe(before + 1);
});

test('500 after the work: the key brings back what was done', async () => {
  const before = await count();
  await bench.control('POST', '/faults', { status: 500, when: 'after', method: 'POST' });
  expect(await failureOf(create('lost'))).toMatchObject({ type: 'StripeAPIError', statusCode: 500 });
  expect(await count()).toBe(before + 1);
  const again = await create('lost');
  expect(again.lastResponse.headers['idempotent-replayed']).toBe('true');
  expect(await count()).toBe(before + 1);
});

test('a 500 that Stripe remembers is replayed', async () => {
  const before = await count();
  await bench.control('POST', '/faults', { status: 500, remembered: true, method: 'POST' });
  await failureOf(create('sticky'));
  expect((await failureOf(create('sticky'))).statusCode).toBe(500);
  expect(await count()).toBe(before);
});

test('the SDK retries a 500 that asks for it', async () => {
  const before = await count();
  await bench.control('POST', '/faults', { status: 500, when: 'after', shouldRetry: true, method: 'POST' });
  await create('retried', 1);
  expect(await count()).toBe(before + 1);
});

test('the connection closes after the commit', async () => {
  const before = await count();
  // The SDK tries a closed connection once more by itself, so it takes two to be seen.
  await bench.control('POST', '/faults', { kind: 'close', when: 'after', times: 2, method: 'POST' });
  expect((await failureOf(create('closed'))).type).toBe('StripeConnectionError');
  expect(await count()).toBe(before + 1);
  await create('closed');
  expect(await count()).toBe(before + 1);
});

test('the browser script fails when it is named, and only then', async () => {
  const status = async () => (await fetch(`${bench.running.url}/v3/stripe.js`)).status;
  await bench.control('POST', '/faults', { status: 500 });
  expect(await status()).toBe(200);
  await bench.control('POST', '/faults', { status: 503, path: '/v3/stripe.js' });
  expect(await status()).toBe(503);
  expect(await status()).toBe(200);
});

test('a fault hits only the calls it names', async () => {
  const intent = await create('aimed');
  await bench.control('POST', '/faults', { path: '/v1/payment_intents/*/cancel' });
  await bench.sdk.paymentIntents.retrieve(intent.id);
  await bench.sdk.paymentIntents.update(intent.id, { metadata: { a: '1' } });
  expect((await failureOf(bench.sdk.paymentIntents.cancel(intent.id))).statusCode).toBe(500);
  expect((await bench.sdk.paymentIntents.cancel(intent.id)).status).toBe('canceled');
});
