import Stripe from 'stripe';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { API_VERSION } from './objects.ts';
import { type Bench, failureOf, openBench, pay } from './testing.ts';

let bench: Bench;
let sdk: Stripe;
beforeAll(async () => {
  bench = await openBench();
  sdk = bench.sdk;
});
afterAll(() => bench.close());
beforeEach(() => {
  bench.endpoint.received.length = 0;
});

const create = (amount = 4200, currency = 'eur', more: Partial<Stripe.PaymentIntentCreateParams> = {}) =>
  sdk.paymentIntents.create({ amount, currency, automatic_payment_methods: { enabled: true }, ...more });

describe('the life of a payment intent', () => {
  test('is made, paid and told of', async () => {
    const intent = await create(4200, 'eur', { metadata: { booking: 'B1' }, receipt_email: 'a@example.com' });
    expect(intent).toMatchObject({
      object: 'payment_intent',
      status: 'requires_payment_method',
      amount: 4200,
      livemode: false,
      metadata: { booking: 'B1' },
    });
    expect(intent.client_secret).toMatch(new RegExp(`^${intent.id}_secret_`));
    expect(intent.lastResponse.requestId).toMatch(/^req_/);
    expect(intent.lastResponse.apiVersion).toBe(Stripe.API_VERSION);
    expect(API_VERSION).toBe(Stripe.API_VERSION);

    const paid = await sdk.paymentIntents.confirm(intent.id, {
      payment_method: 'pm_card_visa',
      return_url: 'https://foyer.example/return',
      expand: ['latest_charge', 'payment_method'],
    });
    expect(paid.status).toBe('succeeded');
    expect(paid.amount_received).toBe(4200);
    expect(paid.latest_charge).toMatchObject({
      object: 'charge',
      amount: 4200,
      paid: true,
      payment_intent: intent.id,
      receipt_url: null,
      payment_method_details: { type: 'card', card: { brand: 'visa', last4: '4242' } },
    });
    expect(paid.payment_method).toMatchObject({ object: 'payment_method' });
    await bench.endpoint.until((received) => received.length === 3);
    expect(bench.endpoint.types().sort()).toEqual([
      'charge.succeeded',
      'payment_intent.created',
      'payment_intent.succeeded',
    ]);
    expect(bench.endpoint.received.every(({ verified }) => verified)).toBe(true);
    const told = bench.endpoint.received.find(({ event }) => event.type === 'payment_intent.succeeded');
    expect(told?.event).toMatchObject({
      object: 'event',
      livemode: false,
      api_version: API_VERSION,
      data: { object: { id: intent.id, status: 'succeeded', metadata: { booking: 'B1' } } },
    });
  });

  test('cannot be paid twice', async () => {
    const intent = await pay(sdk, 1000);
    const error = await failureOf(
      sdk.paymentIntents.confirm(intent.id, {
        payment_method: 'pm_card_visa',
        return_url: 'https://a.example',
      }),
    );
    expect(error).toBeInstanceOf(Stripe.errors.StripeInvalidRequestError);
    expect(error.code).toBe('payment_intent_unexpected_state');
    expect(error.payment_intent?.status).toBe('succeeded');
    expect(error.doc_url).toContain('payment-intent-unexpected-state');
  });

  test('is cancelled once, with a reason, and not after it was paid', async () => {
    const intent = await create();
    const canceled = await sdk.paymentIntents.cancel(intent.id, { cancellation_reason: 'abandoned' });
    expect(canceled).toMatchObject({ status: 'canceled', cancellation_reason: 'abandoned' });
    expect(canceled.canceled_at).toBeTypeOf('number');
    expect((await failureOf(sdk.paymentIntents.cancel(intent.id))).code).toBe(
      'payment_intent_unexpected_state',
    );
    const again = sdk.paymentIntents.confirm(intent.id, {
      payment_method: 'pm_card_visa',
      return_url: 'https://a.example',
    });
    expect((await failureOf(again)).message).toContain('has a status of canceled');
    const paid = await pay(sdk, 900);
    expect((await failureOf(sdk.paymentIntents.cancel(paid.id))).message).toContain(
      'has a status of succeeded',
    );
    await bench.endpoint.until(() => bench.endpoint.types().includes('payment_intent.canceled'));
  });

  test('changes its amount before it is paid, its metadata always', async () => {
    const intent = await create();
    expect((await sdk.paymentIntents.update(intent.id, { amount: 5000 })).amount).toBe(5000);
    const chosen = await sdk.paymentIntents.update(intent.id, { payment_method: 'pm_card_visa' });
    expect(chosen.status).toBe('requires_confirmation');
    await sdk.paymentIntents.confirm(intent.id, { return_url: 'https://a.example' });
    const error = await failureOf(sdk.paymentIntents.update(intent.id, { amount: 1 }));
    expect(error.code).toBe('payment_intent_unexpected_state');
    expect(error.param).toBe('amount');
    const noted = await sdk.paymentIntents.update(intent.id, { metadata: { a: '1', b: '2' } });
    expect(noted.metadata).toEqual({ a: '1', b: '2' });
    expect((await sdk.paymentIntents.update(intent.id, { metadata: { a: '' } })).metadata).toEqual({
      b: '2',
    });
  });
});

describe('what is refused', () => {
  test.each([
    ['too little', { amount: 49, currency: 'eur' }, 'amount_too_small'],
    ['too little yen', { amount: 49, currency: 'jpy' }, 'amount_too_small'],
    ['too much', { amount: 100_000_000, currency: 'eur' }, 'amount_too_large'],
    ['a fraction', { amount: 10.5, currency: 'eur' }, 'parameter_invalid_integer'],
    ['nothing', { amount: 0, currency: 'eur' }, 'parameter_invalid_integer'],
  ])('%s', async (_name, params, code) => {
    expect((await failureOf(sdk.paymentIntents.create(params))).code).toBe(code);
  });

  test('an unknown currency, an unknown parameter, what the sandbox does not do', async () => {
    const wrongCurrency = await failureOf(sdk.paymentIntents.create({ amount: 100, currency: 'xyz' }));
    expect(wrongCurrency).toMatchObject({ param: 'currency', statusCode: 400 });
    const params = { amount: 100, currency: 'eur', colour: 'red' };
    expect((await failureOf(sdk.paymentIntents.create(params))).code).toBe('parameter_unknown');
    const manual = await failureOf(create(100, 'eur', { capture_method: 'manual' }));
    expect(manual.message).toContain('not supported by the sandbox');
  });

  test('an unknown intent, an unknown address, a wrong key', async () => {
    const missing = await failureOf(sdk.paymentIntents.retrieve('pi_nothing'));
    expect(missing).toMatchObject({ statusCode: 404, code: 'resource_missing', param: 'intent' });
    expect(missing.message).toBe("No such payment_intent: 'pi_nothing'");
    expect((await failureOf(sdk.balance.retrieve())).statusCode).toBe(404);
    const stranger = new Stripe('sk_sandbox_of_someone_else', {
      host: '127.0.0.1',
      port: bench.running.port,
      protocol: 'http',
    });
    const refused = await failureOf(stranger.paymentIntents.list());
    expect(refused).toBeInstanceOf(Stripe.errors.StripeAuthenticationError);
    expect(refused.message).not.toContain('of_someone');
  });

  test('a confirmation without a payment method, or without a way back', async () => {
    const intent = await create();
    const bare = await failureOf(sdk.paymentIntents.confirm(intent.id, { return_url: 'https://a.example' }));
    expect(bare.message).toContain('missing a payment method');
    const stuck = await failureOf(sdk.paymentIntents.confirm(intent.id, { payment_method: 'pm_card_visa' }));
    expect(stuck.param).toBe('return_url');
  });
});

describe('lists', () => {
  test('pages and filters', async () => {
    const made = [await create(101), await create(102), await create(103)];
    const first = await sdk.paymentIntents.list({ limit: 2 });
    expect(first.data.map(({ amount }) => amount)).toEqual([103, 102]);
    expect(first.has_more).toBe(true);
    const next = await sdk.paymentIntents.list({ limit: 1, starting_after: made[1]?.id ?? '' });
    expect(next.data[0]?.id).toBe(made[0]?.id);
    const seen: string[] = [];
    for await (const intent of sdk.paymentIntents.list({ limit: 2 })) seen.push(intent.id);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThanOrEqual(3);
    expect((await sdk.paymentIntents.list({ created: { gt: Date.now() } })).data).toEqual([]);
  });

  test('events by type, time and id', async () => {
    const intent = await create(777);
    const created = await sdk.events.list({ type: 'payment_intent.created', limit: 1 });
    expect(created.data[0]?.data.object).toMatchObject({ id: intent.id });
    const none = await sdk.events.list({ types: ['payout.paid', 'payout.failed'] });
    expect(none.data).toEqual([]);
    expect((await sdk.events.list({ type: 'payment_intent.*' })).data.length).toBeGreaterThan(0);
    const one = await sdk.events.retrieve(created.data[0]?.id ?? '');
    expect(one.type).toBe('payment_intent.created');
  });
});
