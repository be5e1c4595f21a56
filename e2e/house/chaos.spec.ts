import { expect, test } from 'playwright/test';
import { useVerbs } from '../stage/application.ts';
import { bookingState, violations } from '../stage/database.ts';
import { eventOnSale } from '../stage/event-on-sale.ts';
import {
  addressOf,
  beginPayment,
  type Held,
  holdThroughWeb,
  openPicker,
  payFor,
  sendPicker,
} from '../stage/form-buyer.ts';
import { at, childrenOf, killPart, processOf, until, untilBack } from '../stage/house.ts';
import { mailsTo, steerMail } from '../stage/mailbox.ts';
import { chargesFor, payIntent, steerStripe } from '../stage/stripe.ts';

// Parts of the house are killed at the worst moments. Afterwards nothing may be lost and nothing doubled.

useVerbs();

test.afterEach(async () => {
  await steerStripe('/webhooks/resume', {});
  await steerStripe('/webhooks/reset', {});
  await steerMail('DELETE', '/faults');
});

const seats = (quantity: number) => ({ ticketTypes: [{ name: 'Seat', price: 2000, fee: 100, quantity }] });

/** Waits until web answers that it reaches its database. */
async function isWell(): Promise<void> {
  await until('the house is well', async () => {
    const answer = await fetch(at('/api/health'), { signal: AbortSignal.timeout(5_000) }).catch(
      () => undefined,
    );
    return answer?.ok;
  });
}

/** Waits until a booking is confirmed and its mail accepted, and looks that all of it happened exactly once. */
async function happenedOnce(held: Held): Promise<void> {
  const reference = held.reference;
  await until(`${reference} is confirmed`, () => bookingState(reference), {
    timeoutMs: 40_000,
    wanted: ({ status, mails }) => status === 'confirmed' && mails.every((mail) => mail.status === 'sent'),
  });
  const state = await bookingState(reference);
  expect(state.tickets).toBe(held.quantity);
  expect(state.payments).toMatchObject([{ status: 'succeeded', outcome: 'fulfilled' }]);
  expect(state.mails).toEqual([{ kind: 'booking_confirmed', status: 'sent' }]);
  expect(await chargesFor(reference)).toBe(1);
  expect(await mailsTo(addressOf(held))).toHaveLength(1);
}

test('kill -9 of the web processes after the charge and before the webhook', async () => {
  const { slug } = await eventOnSale(seats(10));
  const held = await holdThroughWeb(slug, 2);
  await steerStripe('/webhooks/pause', {});
  await payFor(held);
  expect((await bookingState(held.reference)).status).toBe('paying');
  const before = killPart('web');
  await untilBack('web', before);
  await isWell();
  await steerStripe('/webhooks/resume', {});
  await happenedOnce(held);
  expect(await violations()).toEqual([]);
});

test('kill -9 of one of two web processes: the other goes on, and it comes back', async () => {
  const primary = processOf('web');
  const webProcesses = () => childrenOf(primary?.pid ?? 0);
  const before = webProcesses();
  expect(before).toHaveLength(2);
  const [victim = 0] = before;
  process.kill(victim, 'SIGKILL');
  await until('its death is noticed', () => !webProcesses().includes(victim));
  for (let tries = 0; tries < 10; tries += 1) {
    const ask = () => fetch(at('/api/health'), { signal: AbortSignal.timeout(5_000) });
    // A connection that was open to the one that died breaks; whoever asks again reaches the other.
    const answer = await ask().catch(ask);
    expect(answer.status).toBe(200);
  }
  await until('two web processes serve again', webProcesses, {
    wanted: (pids) => pids.length === 2 && !pids.includes(victim),
  });
  expect(processOf('web')).toEqual(primary);
});

test('kill -9 of the worker after a mail was accepted and before it was marked sent', async () => {
  const { slug } = await eventOnSale(seats(10));
  const held = await holdThroughWeb(slug, 1);
  // Every mail is accepted and its answer lost, so the worker cannot mark it.
  await steerMail('POST', '/faults', { kind: 'close', when: 'after', times: 1000 });
  await payFor(held);
  await until('the mail was accepted', async () => (await mailsTo(addressOf(held))).length === 1);
  expect((await bookingState(held.reference)).mails).toEqual([
    { kind: 'booking_confirmed', status: 'pending' },
  ]);
  const before = killPart('worker');
  await steerMail('DELETE', '/faults');
  await untilBack('worker', before);
  await happenedOnce(held);
});

test('kill -9 of the worker with a queue of mails in hand', async () => {
  const { slug } = await eventOnSale(seats(10));
  const form = await openPicker(slug);
  const attempts = await Promise.all(Array.from({ length: 5 }, () => sendPicker(form, 1)));
  const held = attempts.filter((attempt): attempt is Held => attempt.kind === 'held');
  expect(held).toHaveLength(5);
  await Promise.all(held.map(payFor));
  const before = killPart('worker');
  await untilBack('worker', before);
  for (const one of held) await happenedOnce(one);
});

test('kill -9 of PostgreSQL in the middle of checkouts', async () => {
  const { slug } = await eventOnSale(seats(40));
  const [paid, begun, idle] = [
    await holdThroughWeb(slug, 2),
    await holdThroughWeb(slug, 1),
    await holdThroughWeb(slug, 3),
  ];
  const intent = await beginPayment(begun);
  await steerStripe('/webhooks/pause', {});
  await payFor(paid);
  const form = await openPicker(slug);
  const before = processOf('postgres');
  // Holds are on their way while it dies: each either stands or was refused, none in between.
  const inFlight = Array.from({ length: 20 }, () => sendPicker(form, 1).catch(() => undefined));
  killPart('postgres');
  await steerStripe('/webhooks/resume', {});
  // Stripe takes money while the database is away.
  await payIntent(intent);
  const answers = await Promise.all(inFlight);
  if (before) await untilBack('postgres', before);
  await isWell();

  await happenedOnce(paid);
  await happenedOnce(begun);
  expect((await bookingState(idle.reference)).status).toBe('held');
  for (const answer of answers) {
    if (answer?.kind === 'held') expect((await bookingState(answer.reference)).status).toBe('held');
  }
  expect(await violations()).toEqual([]);
  const next = await holdThroughWeb(slug, 1);
  await payFor(next);
  await happenedOnce(next);
});
