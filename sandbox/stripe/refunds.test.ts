import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Bench, failureOf, openBench, pay } from './testing.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());
beforeEach(() => {
  bench.endpoint.received.length = 0;
});

test('part by part, never more than was paid', async () => {
  const intent = await pay(bench.sdk, 5000);
  const { refunds } = bench.sdk;
  const first = await refunds.create({ payment_intent: intent.id, amount: 2000, metadata: { refund: 'R1' } });
  expect(first).toMatchObject({
    object: 'refund',
    amount: 2000,
    status: 'succeeded',
    payment_intent: intent.id,
  });
  const tooMuch = await failureOf(refunds.create({ payment_intent: intent.id, amount: 3001 }));
  expect(tooMuch.message).toBe('Refund amount (€30.01) is greater than unrefunded amount on charge (€30.00)');
  const rest = await refunds.create({ payment_intent: intent.id, expand: ['payment_intent', 'charge'] });
  expect(rest.amount).toBe(3000);
  expect(rest.payment_intent).toMatchObject({ id: intent.id, status: 'succeeded' });
  expect(rest.charge).toMatchObject({ amount_refunded: 5000, refunded: true });
  const again = await failureOf(refunds.create({ payment_intent: intent.id }));
  expect(again.code).toBe('charge_already_refunded');
  const { data } = await refunds.list({ payment_intent: intent.id });
  expect(data.map(({ amount }) => amount)).toEqual([3000, 2000]);
  expect((await refunds.retrieve(first.id)).metadata).toEqual({ refund: 'R1' });
  await bench.endpoint.until(
    () => bench.endpoint.types().filter((type) => type === 'refund.created').length === 2,
  );
  expect(bench.endpoint.types().filter((type) => type === 'charge.refunded')).toHaveLength(2);
});

test('fifty at once never refund more than was paid', async () => {
  const intent = await pay(bench.sdk, 1000);
  const results = await Promise.allSettled(
    Array.from({ length: 50 }, () => bench.sdk.refunds.create({ payment_intent: intent.id, amount: 300 })),
  );
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
});

test('nothing to refund before it is paid, and not after a dispute', async () => {
  const intent = await bench.sdk.paymentIntents.create({ amount: 1000, currency: 'eur' });
  const error = await failureOf(bench.sdk.refunds.create({ payment_intent: intent.id }));
  expect(error.message).toContain('does not have a successful charge');
  expect((await failureOf(bench.sdk.refunds.create({ charge: 'ch_none' }))).code).toBe('resource_missing');
  const disputed = await pay(bench.sdk, 1000, 'pm_card_createDispute');
  await bench.control('POST', '/tasks/run');
  expect((await failureOf(bench.sdk.refunds.create({ payment_intent: disputed.id }))).code).toBe(
    'charge_disputed',
  );
});

test('one that fails later gives the amount back to the charge', async () => {
  const intent = await pay(bench.sdk, 1000, 'pm_card_refundFail');
  const refund = await bench.sdk.refunds.create({ payment_intent: intent.id });
  expect(refund.status).toBe('succeeded');
  await bench.control('POST', '/tasks/run');
  await bench.endpoint.until(() => bench.endpoint.types().includes('refund.failed'));
  expect(await bench.sdk.refunds.retrieve(refund.id)).toMatchObject({
    status: 'failed',
    failure_reason: 'unknown',
  });
  const after = await bench.sdk.paymentIntents.retrieve(intent.id, { expand: ['latest_charge'] });
  expect(after.latest_charge).toMatchObject({ amount_refunded: 0, refunded: false });
});

test('one that is pending first', async () => {
  const intent = await pay(bench.sdk, 1000, 'pm_card_pendingRefund');
  const refund = await bench.sdk.refunds.create({ payment_intent: intent.id });
  expect(refund.status).toBe('pending');
  await bench.control('POST', '/tasks/run');
  await bench.endpoint.until(() => bench.endpoint.types().includes('refund.updated'));
  expect((await bench.sdk.refunds.retrieve(refund.id)).status).toBe('succeeded');
});

test('made in the dashboard: only the events tell of it', async () => {
  const intent = await pay(bench.sdk, 1000);
  await bench.control('POST', '/refunds', { paymentIntent: intent.id, amount: 400 });
  await bench.endpoint.until(() => bench.endpoint.types().includes('refund.created'));
  const told = bench.endpoint.received.find(({ event }) => event.type === 'charge.refunded')?.event;
  expect(told?.request).toEqual({ id: null, idempotency_key: null });
  expect(told?.data).toMatchObject({
    object: { amount_refunded: 400, refunded: false, payment_intent: intent.id },
    previous_attributes: { amount_refunded: 0 },
  });
});
