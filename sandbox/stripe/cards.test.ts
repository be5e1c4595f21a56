import Stripe from 'stripe';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Bench, failureOf, openBench } from './testing.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());
beforeEach(() => {
  bench.endpoint.received.length = 0;
});

const intent = (amount = 2000) => bench.sdk.paymentIntents.create({ amount, currency: 'eur' });
const RETURN = 'https://foyer.example/return';

interface BrowserAnswer {
  status?: string;
  metadata?: unknown;
  next_action?: { redirect_to_url: { url: string; return_url: string } };
  error?: { code: string; decline_code?: string; payment_intent?: { metadata?: unknown } };
}

const chargeOf = (paid: Stripe.PaymentIntent) =>
  bench.sdk.charges.retrieve(typeof paid.latest_charge === 'string' ? paid.latest_charge : 'none');

/** What the browser does: the publishable key, the client secret and the card. */
async function confirmInBrowser(clientSecret: string, card: Record<string, string>) {
  const form = new URLSearchParams({
    key: bench.running.publishableKey,
    client_secret: clientSecret,
    return_url: RETURN,
    'payment_method_data[type]': 'card',
  });
  const whole = { exp_month: '12', exp_year: '2034', cvc: '123', ...card };
  for (const [name, value] of Object.entries(whole)) form.set(`payment_method_data[card][${name}]`, value);
  const id = clientSecret.split('_secret_')[0];
  const response = await fetch(`${bench.running.url}/v1/payment_intents/${id}/confirm`, {
    method: 'POST',
    body: form,
  });
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as BrowserAnswer,
  };
}

async function tryCard(number: string, more: Record<string, string> = {}) {
  const made = await intent();
  const answer = await confirmInBrowser(made.client_secret ?? '', { number, ...more });
  return { ...answer, intent: await bench.sdk.paymentIntents.retrieve(made.id) };
}

describe('cards that pay', () => {
  test.each([
    '4242424242424242',
    '5555555555554444',
    '4000 0000 0000 3055',
    '4000000000000259',
    '4000000000005126',
  ])('%s', async (number) => {
    const { status, headers, body, intent: after } = await tryCard(number);
    expect(status).toBe(200);
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(body.status).toBe('succeeded');
    expect(body.metadata).toBeUndefined();
    expect(after.status).toBe('succeeded');
  });
});

describe('cards that are declined', () => {
  test.each([
    ['4000000000000002', 'card_declined', 'generic_decline', 'Your card was declined.'],
    ['4000000000009995', 'card_declined', 'insufficient_funds', 'Your card has insufficient funds.'],
    ['4000000000000069', 'expired_card', undefined, 'Your card has expired.'],
    ['4000000000000127', 'incorrect_cvc', undefined, "Your card's security code is incorrect."],
    [
      '4000000000000119',
      'processing_error',
      undefined,
      'An error occurred while processing your card. Try again in a little bit.',
    ],
  ])('%s', async (number, code, declineCode, message) => {
    const { status, body, intent: after } = await tryCard(number);
    expect(status).toBe(402);
    expect(body.error).toMatchObject({ type: 'card_error', code, message });
    expect(body.error?.decline_code).toBe(declineCode);
    expect(body.error?.payment_intent).toMatchObject({ id: after.id, status: 'requires_payment_method' });
    expect(body.error?.payment_intent?.metadata).toBeUndefined();
    expect(after).toMatchObject({ status: 'requires_payment_method', payment_method: null });
    expect(after.last_payment_error).toMatchObject({ code, message, payment_method: { type: 'card' } });
    const charge = await chargeOf(after);
    expect(charge).toMatchObject({ status: 'failed', paid: false, failure_code: code });
    await bench.endpoint.until(() => bench.endpoint.types().includes('payment_intent.payment_failed'));
    expect(bench.endpoint.types()).toContain('charge.failed');
  });

  test('the SDK gives a card error with the intent', async () => {
    const made = await intent();
    const error = await failureOf(
      bench.sdk.paymentIntents.confirm(made.id, {
        payment_method: 'pm_card_chargeDeclinedInsufficientFunds',
        return_url: RETURN,
      }),
    );
    expect(error).toBeInstanceOf(Stripe.errors.StripeCardError);
    expect(error.decline_code).toBe('insufficient_funds');
    expect(error.payment_intent?.last_payment_error?.code).toBe('card_declined');
    const paid = await bench.sdk.paymentIntents.confirm(made.id, {
      payment_method: 'pm_card_visa',
      return_url: RETURN,
    });
    expect(paid).toMatchObject({ status: 'succeeded', last_payment_error: null });
  });
});

describe('cards that are wrong', () => {
  test.each([
    ['a digit off', { number: '4242424242424241' }, 'incorrect_number'],
    ['a real card', { number: '4111111111111111' }, 'card_declined'],
    ['no such month', { number: '4242424242424242', exp_month: '13' }, 'invalid_expiry_month'],
    ['last year', { number: '4242424242424242', exp_year: '2020' }, 'invalid_expiry_year'],
    ['a short code', { number: '4242424242424242', cvc: '12' }, 'invalid_cvc'],
  ])('%s', async (_name, card, code) => {
    const made = await intent();
    const { status, body } = await confirmInBrowser(made.client_secret ?? '', card);
    expect(status).toBe(402);
    expect(body.error?.code).toBe(code);
    expect((await bench.sdk.paymentIntents.retrieve(made.id)).status).toBe('requires_payment_method');
  });

  test('the wrong client secret opens nothing', async () => {
    const made = await intent();
    const { status } = await confirmInBrowser(`${made.id}_secret_guess`, { number: '4242424242424242' });
    expect(status).toBe(400);
    const list = await fetch(`${bench.running.url}/v1/payment_intents?key=${bench.running.publishableKey}`);
    expect(list.status).toBe(401);
  });
});

describe('3-D Secure', () => {
  const challenge = async (number: string) => {
    const { body, intent: waiting } = await tryCard(number);
    expect(waiting.status).toBe('requires_action');
    expect(body.next_action?.redirect_to_url.return_url).toBe(RETURN);
    return { id: waiting.id, url: body.next_action?.redirect_to_url.url ?? '' };
  };
  const press = async (url: string, outcome: string) => {
    const answer = await fetch(url, {
      method: 'POST',
      body: new URLSearchParams({ outcome }),
      redirect: 'manual',
    });
    return new URL(answer.headers.get('location') ?? '').searchParams;
  };

  test.each(['4000002500003155', '4000002760003184', '4000000000003220'])(
    '%s pays after it',
    async (number) => {
      const { id, url } = await challenge(number);
      expect(await (await fetch(url)).text()).toContain('€20.00');
      const query = await press(url, 'complete');
      expect(query.get('redirect_status')).toBe('succeeded');
      const paid = await bench.sdk.paymentIntents.retrieve(id, { expand: ['latest_charge'] });
      expect(paid).toMatchObject({
        status: 'succeeded',
        next_action: null,
        latest_charge: { payment_method_details: { card: { three_d_secure: { result: 'authenticated' } } } },
      });
      expect((await fetch(url)).status).toBe(410);
    },
  );

  test('failed: another card is needed, and no charge was tried', async () => {
    const { id, url } = await challenge('4000002760003184');
    expect((await press(url, 'fail')).get('redirect_status')).toBe('failed');
    const failed = await bench.sdk.paymentIntents.retrieve(id);
    expect(failed).toMatchObject({
      status: 'requires_payment_method',
      last_payment_error: { code: 'payment_intent_authentication_failure' },
      latest_charge: null,
    });
    await bench.endpoint.until(() => bench.endpoint.types().includes('payment_intent.payment_failed'));
  });

  test('abandoned: still waiting, and can be finished, retried or cancelled', async () => {
    const { id, url } = await challenge('4000002760003184');
    await press(url, 'abandon');
    expect((await bench.sdk.paymentIntents.retrieve(id)).status).toBe('requires_action');
    const again = await bench.sdk.paymentIntents.confirm(id, {
      payment_method: 'pm_card_visa',
      return_url: RETURN,
    });
    expect(again.status).toBe('succeeded');
    expect((await fetch(url)).status).toBe(410);
    const other = await challenge('4000002760003184');
    expect((await bench.sdk.paymentIntents.cancel(other.id)).status).toBe('canceled');
    expect((await fetch(other.url)).status).toBe(410);
  });

  test('authenticated and then declined', async () => {
    const { id } = await challenge('4000008400001629');
    const done = await bench.control('POST', `/challenges/${id}`, { outcome: 'complete' });
    expect(done).toMatchObject({ status: 'requires_payment_method' });
    const declined = await bench.sdk.paymentIntents.retrieve(id);
    expect(declined.last_payment_error?.code).toBe('card_declined');
  });

  test('cannot be asked for when nobody is there', async () => {
    const made = await intent();
    const error = await failureOf(
      bench.sdk.paymentIntents.confirm(made.id, {
        payment_method: 'pm_card_authenticationRequired',
        off_session: true,
        return_url: RETURN,
      }),
    );
    expect(error).toMatchObject({ type: 'StripeCardError', code: 'authentication_required' });
  });
});

describe('what comes later', () => {
  const debit = (iban: string) =>
    bench.sdk.paymentIntents.create({
      amount: 5000,
      currency: 'eur',
      allowed_payment_method_types: ['sepa_debit'],
      payment_method_data: {
        type: 'sepa_debit',
        sepa_debit: { iban },
        billing_details: { name: 'Ada', email: 'ada@example.com' },
      },
      confirm: true,
    });

  test('a debit is processing, then paid or not', async () => {
    const good = await debit('DE08370400440532013003');
    const bad = await debit('DE78370400440532013004');
    expect([good.status, bad.status]).toEqual(['processing', 'processing']);
    await bench.control('POST', '/clock', { offsetMs: 4 * 60_000 });
    await bench.endpoint.until(() => bench.endpoint.types().includes('payment_intent.payment_failed'));
    expect((await bench.sdk.paymentIntents.retrieve(good.id)).status).toBe('succeeded');
    const failed = await bench.sdk.paymentIntents.retrieve(bad.id);
    expect(failed).toMatchObject({
      status: 'requires_payment_method',
      last_payment_error: { code: 'payment_intent_payment_attempt_failed' },
    });
    await bench.control('POST', '/clock', { offsetMs: 0 });
  });

  test('a dispute', async () => {
    const { intent: paid } = await tryCard('4000000000000259');
    await bench.control('POST', '/tasks/run');
    await bench.endpoint.until(() => bench.endpoint.types().includes('charge.dispute.created'));
    expect(await chargeOf(paid)).toMatchObject({ disputed: true });
  });
});
