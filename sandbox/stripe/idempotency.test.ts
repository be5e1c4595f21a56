import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Bench, failureOf, openBench } from './testing.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

const create = (amount: number, idempotencyKey: string) =>
  bench.sdk.paymentIntents.create(
    { amount, currency: 'eur', metadata: { a: '1', b: '2' } },
    { idempotencyKey },
  );

test('the same key answers the same, once', async () => {
  const first = await create(1000, 'replay');
  const second = await create(1000, 'replay');
  expect(second.id).toBe(first.id);
  expect(first.lastResponse.headers['idempotent-replayed']).toBeUndefined();
  expect(second.lastResponse.headers['idempotent-replayed']).toBe('true');
  expect(second.lastResponse.requestId).not.toBe(first.lastResponse.requestId);
  expect(second.lastResponse.headers['original-request']).toBe(first.lastResponse.requestId);
  const { data } = await bench.sdk.events.list({ type: 'payment_intent.created', limit: 100 });
  expect(data.filter(({ data: { object } }) => 'id' in object && object.id === first.id)).toHaveLength(1);
});

test('a decline is remembered as well', async () => {
  const intent = await create(1000, 'decline-intent');
  const confirm = () =>
    bench.sdk.paymentIntents.confirm(
      intent.id,
      { payment_method: 'pm_card_chargeDeclined', return_url: 'https://foyer.example' },
      { idempotencyKey: 'decline' },
    );
  const first = await failureOf(confirm());
  const second = await failureOf(confirm());
  expect(second.charge).toBe(first.charge);
  expect((await bench.sdk.charges.list({ payment_intent: intent.id })).data).toHaveLength(1);
});

test('a key is for one request: other parameters and other addresses are refused', async () => {
  const intent = await create(1000, 'mismatch');
  const otherAmount = await failureOf(create(2000, 'mismatch'));
  expect(otherAmount.type).toBe('StripeIdempotencyError');
  expect(otherAmount.statusCode).toBe(400);
  expect(otherAmount.message).toContain('same parameters');
  const otherAddress = await failureOf(
    bench.sdk.paymentIntents.cancel(intent.id, {}, { idempotencyKey: 'mismatch' }),
  );
  expect(otherAddress.message).toContain('same endpoint');
  expect((await bench.sdk.paymentIntents.retrieve(intent.id)).status).toBe('requires_payment_method');
});

test('what failed validation is not remembered', async () => {
  await failureOf(create(1, 'fixed-later'));
  expect((await create(1000, 'fixed-later')).amount).toBe(1000);
});

test('while the first request is answered, a second one is told so', async () => {
  await bench.control('POST', '/faults', { kind: 'latency', latencyMs: 150 });
  const slow = create(1000, 'in-flight');
  await new Promise((resolve) => setTimeout(resolve, 50));
  const early = await failureOf(create(1000, 'in-flight'));
  expect(early).toMatchObject({ statusCode: 409, code: 'idempotency_key_in_use' });
  const done = await slow;
  expect((await create(1000, 'in-flight')).id).toBe(done.id);
});

test('a hundred at once with one key make one intent', async () => {
  const results = await Promise.allSettled(Array.from({ length: 100 }, () => create(3000, 'hundred')));
  const ids = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value.id] : []));
  expect(ids.length).toBeGreaterThan(0);
  expect(new Set(ids).size).toBe(1);
});

test('keys are forgotten after 24 hours of the sandbox clock', async () => {
  const first = await create(1000, 'old');
  await bench.control('POST', '/clock', { offsetMs: 23.9 * 3_600_000 });
  expect((await create(1000, 'old')).id).toBe(first.id);
  await bench.control('POST', '/clock', { offsetMs: 24.1 * 3_600_000 });
  const late = await create(1000, 'old');
  expect(late.id).not.toBe(first.id);
  expect(late.created - first.created).toBeGreaterThanOrEqual(24 * 3600);
  await bench.control('POST', '/clock', { offsetMs: 0 });
});
