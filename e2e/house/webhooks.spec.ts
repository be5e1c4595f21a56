import { expect, test } from 'playwright/test';
import { useVerbs } from '../stage/application.ts';
import { moveClock } from '../stage/clock.ts';
import { bookingState, violations } from '../stage/database.ts';
import { eventOnSale } from '../stage/event-on-sale.ts';
import { addressOf, beginPayment, type Held, holdThroughWeb, payFor } from '../stage/form-buyer.ts';
import { at, setting, until } from '../stage/house.ts';
import { mailsTo } from '../stage/mailbox.ts';
import { chargesFor, eventsAbout, steerStripe, stripeSdk, stripeState } from '../stage/stripe.ts';

// What Stripe sends comes late, twice, in any order, or never: through the real route of the running house.

useVerbs();

test.afterEach(async () => {
  await steerStripe('/webhooks/reset', {});
});

async function holdSeats(quantity: number): Promise<Held> {
  const { slug } = await eventOnSale({
    ticketTypes: [{ name: 'Seat', price: 2000, fee: 100, quantity: 10 }],
  });
  return holdThroughWeb(slug, quantity);
}

/** One booking, one set of tickets, one payment, one mail. */
async function isConfirmedOnce(held: Held): Promise<void> {
  await until(`${held.reference} is confirmed and has its mail`, () => bookingState(held.reference), {
    wanted: ({ status, mails }) => status === 'confirmed' && mails.every((mail) => mail.status === 'sent'),
  });
  expect(await bookingState(held.reference)).toMatchObject({
    tickets: held.quantity,
    payments: [{ status: 'succeeded', outcome: 'fulfilled' }],
    mails: [{ kind: 'booking_confirmed', status: 'sent' }],
  });
  expect(await chargesFor(held.reference)).toBe(1);
  expect(await mailsTo(addressOf(held))).toHaveLength(1);
  expect(await violations()).toEqual([]);
}

const confirmed = async (held: Held) => (await bookingState(held.reference)).status === 'confirmed';

test('50 times at once', async () => {
  const held = await holdSeats(3);
  await steerStripe('/webhooks', { duplicates: 49 });
  const intent = await payFor(held);
  await isConfirmedOnce(held);
  await steerStripe('/webhooks/reset', {});
  // And 50 times again, once everything is done.
  const success = (await eventsAbout(intent)).find(({ type }) => type === 'payment_intent.succeeded');
  await steerStripe('/events/replay', { events: [success?.id], times: 50 });
  await everythingDelivered();
  await isConfirmedOnce(held);
});

test('in reverse order', async () => {
  const held = await holdSeats(2);
  await steerStripe('/webhooks/hold', {});
  await payFor(held);
  expect(await confirmed(held)).toBe(false);
  await steerStripe('/webhooks/release', { order: 'reverse' });
  await isConfirmedOnce(held);
  await everythingDelivered();
  await isConfirmedOnce(held);
});

test('late: after the booking was settled without it', async () => {
  const held = await holdSeats(1);
  await steerStripe('/webhooks/hold', {});
  await payFor(held);
  await moveClock('+2m');
  await until('the sweeper has asked Stripe', () => confirmed(held));
  await steerStripe('/webhooks/release', { order: 'forward' });
  await everythingDelivered();
  await isConfirmedOnce(held);
});

test('never: reconciled within five minutes of the sandbox’s time', async () => {
  const held = await holdSeats(2);
  await steerStripe('/webhooks', { dropNext: 'all' });
  await payFor(held);
  expect(await confirmed(held)).toBe(false);
  await moveClock('+4m');
  await until('the payment is found', () => confirmed(held), { timeoutMs: 40_000 });
  await isConfirmedOnce(held);
});

test('with a bad signature: refused with 400, and it changes nothing', async () => {
  const held = await holdSeats(1);
  const intent = await beginPayment(held);
  const payload = JSON.stringify({
    id: 'evt_made_up',
    object: 'event',
    type: 'payment_intent.succeeded',
    livemode: false,
    data: { object: { id: intent, object: 'payment_intent', status: 'succeeded' } },
  });
  const sign = (secret: string, at = Math.floor(Date.now() / 1000)) =>
    stripeSdk().webhooks.generateTestHeaderString({ payload, secret, timestamp: at });
  const right = setting('STRIPE_WEBHOOK_SECRET');
  const signatures = {
    none: '',
    nonsense: 't=1,v1=00',
    'another secret': sign('whsec_sandbox_guessed'),
    'an old recording': sign(right, Math.floor(Date.now() / 1000) - 3_600),
    'another body': sign(right).replace(/v1=./, 'v1=f'),
  };
  for (const [name, signature] of Object.entries(signatures)) {
    const response = await fetch(at('/api/webhooks/stripe'), {
      method: 'POST',
      headers: { 'stripe-signature': signature, 'content-type': 'application/json' },
      body: payload,
    });
    expect(response.status, name).toBe(400);
  }
  expect(await bookingState(held.reference)).toMatchObject({ status: 'paying', tickets: 0 });
  // Even one that is signed right moves nothing by itself: Stripe is asked, and says that nothing was paid.
  const signed = await fetch(at('/api/webhooks/stripe'), {
    method: 'POST',
    headers: { 'stripe-signature': sign(right), 'content-type': 'application/json' },
    body: payload,
  });
  expect(signed.status).toBe(200);
  expect(await bookingState(held.reference)).toMatchObject({ status: 'paying', tickets: 0 });
});

async function everythingDelivered(): Promise<void> {
  await until('Stripe has delivered everything', async () =>
    (await stripeState()).deliveries.every(({ state }) => state !== 'pending' && state !== 'held'),
  );
}
