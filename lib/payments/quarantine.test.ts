import { sql } from 'drizzle-orm';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findViolations } from '#db/invariants.ts';
import { poolsOf, useApplication } from '#sandbox/testing/application.ts';
import { guestHolds, pay, stateOf } from '#sandbox/testing/buyer.ts';
import { readAudit } from '../audit/read-audit.ts';
import { recordAudit } from '../audit/record.ts';
import { anAdmin, codeOf, outsiders } from '../auth/testing.ts';
import { database } from '../database.ts';
import { listQuarantinedPayments } from './list-quarantined-payments.ts';
import { reconcilePayment } from './reconcile-payment.ts';
import { refundPayment } from './refund-payment.ts';
import { refundQuarantinedPayment } from './refund-quarantined-payment.ts';
import { settleQuarantinedPayment } from './settle-quarantined-payment.ts';
import { stripeDashboard } from './stripe-dashboard.ts';

const app = useApplication({ ownStripe: true });
const REASON = { reason: 'Paid one cent less than was asked.' };

beforeEach(async () => {
  await app.stripeControl('/webhooks', { dropNext: 'all' });
});

/** Whatever was decided, nothing that must never break is broken. */
afterEach(async () => {
  const client = new Client({ connectionString: app.environment().DATABASE_OWNER_URL });
  await client.connect();
  expect(await findViolations(client)).toEqual([]);
  await client.end();
});

/** A payment of 21.00 for which Foyer had asked one cent more. */
async function setAside() {
  const event = await app.eventOnSale({
    ticketTypes: [{ name: 'Seat', price: 2000, fee: 100, quantity: 10 }],
  });
  const booking = await guestHolds(event);
  const intent = await pay(booking);
  await app.asOwner('update payments set amount = amount + 1 where stripe_payment_intent_id = $1', [intent]);
  await reconcilePayment(intent);
  const [row] = await app.asOwner<{ id: string }>('select id from payments where booking_id = $1', [
    booking.bookingId,
  ]);
  return { event, booking, intent, paymentId: row?.id ?? '' };
}

const waitingFor = async (paymentId: string) =>
  (await listQuarantinedPayments(database(), await anAdmin(database()))).waiting.find(
    ({ id }) => id === paymentId,
  );

const refundIdOf = async (paymentId: string) =>
  (
    await app.asOwner<{ id: string }>(
      `select id from refunds where payment_id = $1 order by created_at desc limit 1`,
      [paymentId],
    )
  )[0]?.id ?? '';

const deedsOn = async (paymentId: string) => {
  const { rows } = await database().execute<{ action: string }>(sql`
    select action from audit_log where object_type = 'payment' and object_id = ${paymentId} order by id`);
  return rows.map(({ action }) => action);
};

test('the list says what came, why it waits, for which booking, and where Stripe shows it', async () => {
  const { booking, event, intent, paymentId } = await setAside();
  expect(await waitingFor(paymentId)).toMatchObject({
    id: paymentId,
    intentId: intent,
    stripeUrl: null,
    reason: 'amount_differs',
    asked: 2101,
    captured: 2100,
    refunded: 0,
    currency: 'EUR',
    refundFailure: null,
    booking: { reference: booking.reference, status: 'paying', buyerName: 'Marta Ferreira' },
    organizer: { name: 'Maré Baixa' },
  });
  const admin = await anAdmin(database());
  const { waiting, all } = await listQuarantinedPayments(database(), admin, 1);
  expect(waiting).toHaveLength(1);
  expect(all).toBeGreaterThanOrEqual(1);
  expect((await poolsOf(event.eventId)).Seat).toEqual({ held: 1, sold: 0 });
});

describe('sending it back', () => {
  test('goes through Stripe in full, frees the places, tells the buyer, and says who and why', async () => {
    const { booking, event, paymentId } = await setAside();
    const admin = await anAdmin(database(), 'Ruth Adeyemi');
    expect(await refundQuarantinedPayment(database(), admin, paymentId, REASON)).toEqual({ changed: true });
    expect(await stateOf(booking.bookingId)).toMatchObject({
      status: 'refunded',
      payments: [{ status: 'succeeded', outcome: 'refunding' }],
      refunds: [{ status: 'creating', amount: 2100, reason: 'quarantined' }],
    });
    expect((await stateOf(booking.bookingId)).mails).toContain('booking_refunded');
    expect((await poolsOf(event.eventId)).Seat).toEqual({ held: 0, sold: 0 });
    await refundPayment(await refundIdOf(paymentId));
    expect((await stateOf(booking.bookingId)).refunds).toMatchObject([{ status: 'succeeded' }]);
    expect(await waitingFor(paymentId)).toBeUndefined();
    const { decided } = await listQuarantinedPayments(database(), admin);
    expect(decided[0]).toMatchObject({
      by: 'Ruth Adeyemi',
      decision: 'sent_back',
      note: REASON.reason,
      captured: 2100,
      currency: 'EUR',
      reference: booking.reference,
    });
    const { entries } = await readAudit(
      database(),
      admin,
      'platform',
      { action: 'payment.sent_back' },
      { timezone: 'UTC', locale: 'en' },
    );
    expect(entries[0]?.changes).toMatchObject([
      { field: 'outcome', before: 'quarantined', after: 'refunding' },
      { field: 'reason', after: REASON.reason },
    ]);
  });

  test('by many at once, and against closing it, happens once', async () => {
    const { booking, paymentId } = await setAside();
    const admins = await Promise.all(Array.from({ length: 8 }, () => anAdmin(database())));
    const answers = await Promise.all(
      admins.map((admin, index) =>
        (index % 2 ? settleQuarantinedPayment : refundQuarantinedPayment)(
          database(),
          admin,
          paymentId,
          REASON,
        ),
      ),
    );
    expect(answers.filter(({ changed }) => changed)).toHaveLength(1);
    expect(await deedsOn(paymentId)).toHaveLength(2);
    expect((await stateOf(booking.bookingId)).refunds.length).toBeLessThanOrEqual(1);
  });

  test('by many at once makes one refund', async () => {
    const { booking, paymentId } = await setAside();
    const admins = await Promise.all(Array.from({ length: 8 }, () => anAdmin(database())));
    await Promise.all(admins.map((admin) => refundQuarantinedPayment(database(), admin, paymentId, REASON)));
    expect((await stateOf(booking.bookingId)).refunds).toMatchObject([{ amount: 2100 }]);
    expect(await deedsOn(paymentId)).toEqual(['payment.quarantined', 'payment.sent_back']);
  });

  test('gives back only what Stripe’s dashboard has not given back already', async () => {
    const { booking, intent, paymentId } = await setAside();
    await app.stripeControl('/refunds', { paymentIntent: intent, amount: 600 });
    const admin = await anAdmin(database());
    await refundQuarantinedPayment(database(), admin, paymentId, REASON);
    await refundPayment(await refundIdOf(paymentId));
    await refundPayment(await refundIdOf(paymentId));
    const { refunds } = await stateOf(booking.bookingId);
    const back = refunds.filter(({ status }) => status === 'succeeded');
    expect(back.reduce((sum, { amount }) => sum + amount, 0)).toBe(2100);
  });

  test('comes back here when Stripe cannot, and can be sent once more', async () => {
    const { booking, event, paymentId } = await setAside();
    const admin = await anAdmin(database());
    const before = await waitingFor(paymentId);
    expect(before?.since.getTime()).toBeGreaterThanOrEqual(before?.paidAt.getTime() ?? Infinity);
    await refundQuarantinedPayment(database(), admin, paymentId, REASON);
    const failed = await refundIdOf(paymentId);
    await recordAudit(database(), {
      actor: { kind: 'stripe' },
      organizerId: event.house.organizerId,
      action: 'refund.failed',
      object: { type: 'refund', id: failed },
    });
    await app.asOwner(
      `update refunds set status = 'failed', failure_reason = 'lost_or_stolen_card' where id = $1`,
      [failed],
    );
    await app.asOwner(
      `update payments set refunded = 0, outcome = 'quarantined', quarantine_reason = 'refund_failed' where id = $1`,
      [paymentId],
    );
    expect(await waitingFor(paymentId)).toMatchObject({
      reason: 'refund_failed',
      refundFailure: 'lost_or_stolen_card',
      booking: { status: 'refunded' },
    });
    expect((await waitingFor(paymentId))?.since.getTime()).toBeGreaterThan(
      before?.since.getTime() ?? Infinity,
    );
    expect(await refundQuarantinedPayment(database(), admin, paymentId, REASON)).toEqual({ changed: true });
    await refundPayment(await refundIdOf(paymentId));
    expect(
      (await stateOf(booking.bookingId)).refunds
        .map(({ status }) => status)
        .toSorted((a, b) => a.localeCompare(b)),
    ).toEqual(['failed', 'succeeded']);
  });
});

test('closing it moves no money and leaves the booking as it is', async () => {
  const { booking, paymentId } = await setAside();
  const admin = await anAdmin(database());
  const before = await stateOf(booking.bookingId);
  const note = { reason: 'Taken as it is: a cent is a cent.' };
  expect(await settleQuarantinedPayment(database(), admin, paymentId, note)).toEqual({ changed: true });
  expect(await settleQuarantinedPayment(database(), admin, paymentId, note)).toEqual({ changed: false });
  expect(await stateOf(booking.bookingId)).toEqual({
    ...before,
    payments: [{ status: 'succeeded', outcome: 'settled' }],
  });
  expect(await waitingFor(paymentId)).toBeUndefined();
  const { decided } = await listQuarantinedPayments(database(), admin);
  expect(decided[0]).toMatchObject({ decision: 'settled', note: note.reason, reference: booking.reference });
  expect(await refundQuarantinedPayment(database(), admin, paymentId, REASON)).toEqual({ changed: false });
});

test('a reason is asked for, and a payment that never was in quarantine is not there', async () => {
  const { paymentId } = await setAside();
  const admin = await anAdmin(database());
  const event = await app.eventOnSale();
  const booking = await guestHolds(event);
  await reconcilePayment(await pay(booking));
  const [fine] = await app.asOwner<{ id: string }>('select id from payments where booking_id = $1', [
    booking.bookingId,
  ]);
  for (const decide of [refundQuarantinedPayment, settleQuarantinedPayment]) {
    expect(await codeOf(decide(database(), admin, paymentId, { reason: ' ' }))).toBe('invalid_input');
    for (const id of [fine?.id ?? '', 'x', '01890000-0000-7000-8000-00000000dead'])
      expect(await codeOf(decide(database(), admin, id, REASON))).toBe('not_found');
  }
  expect(await waitingFor(paymentId)).toBeDefined();
});

test('none of it is for anybody but admins', async () => {
  const { event, paymentId } = await setAside();
  for (const [name, actor, told] of await outsiders(database(), event.house.organizerId)) {
    for (const one of [
      listQuarantinedPayments(database(), actor),
      refundQuarantinedPayment(database(), actor, paymentId, REASON),
      settleQuarantinedPayment(database(), actor, paymentId, REASON),
    ])
      expect(await codeOf(one), name).toBe(told);
  }
  expect(await deedsOn(paymentId)).toEqual(['payment.quarantined']);
});

test.each([
  ['live', 'pi_1', 'https://dashboard.stripe.com/payments/pi_1'],
  ['test', 'pi_1', 'https://dashboard.stripe.com/test/payments/pi_1'],
  ['sandbox', 'pi_1', null],
  ['live', null, null],
] as const)('Stripe shows a %s payment %s at %s', (mode, id, url) => {
  expect(stripeDashboard(mode, id)).toBe(url);
});
