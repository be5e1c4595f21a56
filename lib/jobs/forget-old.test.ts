import { sql } from 'drizzle-orm';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findViolations } from '#db/invariants.ts';
import { books, somebody } from '#sandbox/testing/account-holder.ts';
import { type EventOnSale, useApplication } from '#sandbox/testing/application.ts';
import { begin, guestHolds, pay, stateOf } from '#sandbox/testing/buyer.ts';
import { findTraces } from '#sandbox/testing/find-traces.ts';
import { guestBooks, offerKey } from '#sandbox/testing/holder.ts';
import { makeAccount } from '../accounts/testing.ts';
import { recordAudit } from '../audit/record.ts';
import { mintMailKey } from '../auth/mail-keys.ts';
import { sessionOf } from '../auth/testing.ts';
import { database } from '../database.ts';
import { deliverPending } from '../notifications/deliver.ts';
import { expireHolds } from '../payments/expire-holds.ts';
import { reconcilePayment } from '../payments/reconcile-payment.ts';
import { releaseHold } from '../payments/release-hold.ts';
import { declineOffer } from '../transfers/decline-offer.ts';
import { offerTicket } from '../transfers/offer-ticket.ts';
import { forgetOld } from './forget-old.ts';

const app = useApplication();
const DAY = 24 * 60;

let event: EventOnSale;
beforeEach(async () => {
  await app.setClock(0);
  event = await app.eventOnSale({
    ticketTypes: [{ name: 'Standing', price: 2200, fee: 200, quantity: 100 }],
  });
});

/** Whatever was forgotten, nothing that must never break is broken. */
afterEach(async () => {
  const client = new Client({ connectionString: app.environment().DATABASE_OWNER_URL });
  await client.connect();
  expect(await findViolations(client)).toEqual([]);
  await client.end();
});

const count = async (table: string, where = sql`true`) => {
  const { rows } = await database().execute<{ n: number }>(
    sql`select count(*)::int as n from ${sql.raw(table)} where ${where}`,
  );
  return rows[0]?.n;
};

const daysLater = async (days: number) => {
  await app.setClock(days * DAY);
  return forgetOld();
};

describe('a hold that is over', () => {
  test('is forgotten after 30 days, with its items, its payment and its mail', async () => {
    const given = await guestHolds(event, 2);
    await begin(given);
    await releaseHold(given.reference, given.access);
    const ranOut = await guestHolds(event);
    await app.asOwner(`update bookings set expires_at = app_now() where id = $1`, [ranOut.bookingId]);
    await expireHolds();
    const both = sql`booking_id in (${given.bookingId}, ${ranOut.bookingId})`;
    await daysLater(29);
    expect([await count('booking_items', both), await count('payments', both)]).toEqual([2, 1]);
    await daysLater(31);
    expect([await count('booking_items', both), await count('payments', both)]).toEqual([0, 0]);
    expect(await count('bookings', sql`id in (${given.bookingId}, ${ranOut.bookingId})`)).toBe(0);
  });

  test('stays when it was paid, whatever has become of it, and while it could still be', async () => {
    const booked = await guestHolds(event);
    await reconcilePayment(await pay(booked));
    const free = await guestBooks(
      await app.eventOnSale({ ticketTypes: [{ name: 'In', price: 0, quantity: 5 }] }),
    );
    const undecided = await guestHolds(event);
    await begin(undecided);
    const set = await guestHolds(event);
    await reconcilePayment(await pay(set));
    await app.asOwner(
      `update payments set outcome = 'quarantined', quarantine_reason = 'amount_differs' where booking_id = $1`,
      [set.bookingId],
    );
    await app.asOwner(`delete from tickets where booking_id = $1`, [set.bookingId]);
    await app.asOwner(`update capacity_pools set sold = sold - 1 where event_id = $1`, [event.eventId]);
    await app.asOwner(`update bookings set status = 'expired', ended_at = app_now() where id = $1`, [
      set.bookingId,
    ]);
    await app.asOwner(`update bookings set status = 'expired', ended_at = app_now() where id = $1`, [
      undecided.bookingId,
    ]);
    await app.asOwner(`update capacity_pools set held = 0 where event_id = $1`, [event.eventId]);
    await daysLater(400);
    expect((await stateOf(booked.bookingId)).tickets).toBe(1);
    expect((await stateOf(free.bookingId)).tickets).toBe(1);
    expect(await count('payments', sql`booking_id in (${undecided.bookingId}, ${set.bookingId})`)).toBe(2);
  });
});

describe('what was told', () => {
  test('by Stripe and by mail is forgotten after 90 days, that it was told is not', async () => {
    const booked = await guestHolds(event);
    await reconcilePayment(await pay(booked));
    await app.asOwner(
      `update deliveries set status = 'sent', sent_at = app_now(), subject = 'a', html = 'b', text = 'c'
       where booking_id = $1`,
      [booked.bookingId],
    );
    await app.asOwner(
      `insert into stripe_events (id, type, livemode, object_id, payload, processed_at)
       values ('evt_old', 'payment_intent.succeeded', false, 'pi_old', '{}', app_now())`,
    );
    const written = sql`booking_id = ${booked.bookingId} and html is not null`;
    await daysLater(89);
    expect([await count('deliveries', written), await count('stripe_events')]).toEqual([1, 1]);
    await daysLater(91);
    expect([await count('deliveries', written), await count('stripe_events')]).toEqual([0, 0]);
    expect((await stateOf(booked.bookingId)).mails).toEqual(['booking_confirmed']);
  });

  test('a mail that still waits keeps what was written', async () => {
    const booked = await guestHolds(event);
    await reconcilePayment(await pay(booked));
    await app.asOwner(`update deliveries set subject = 'a', html = 'b', text = 'c' where booking_id = $1`, [
      booked.bookingId,
    ]);
    await daysLater(200);
    expect(await count('deliveries', sql`booking_id = ${booked.bookingId} and html = 'b'`)).toBe(1);
  });
});

describe('ways in', () => {
  test('requests, keys, letters and sessions go, and what can still be used stays', async () => {
    const userId = await makeAccount('keeps@example.org');
    await sessionOf(userId, 'Firefox');
    await app.asOwner(`update deliveries set status = 'sent', sent_at = app_now() where booking_id is null`);
    await daysLater(9);
    expect(await count('account_requests')).toBe(0);
    expect([await count('mail_keys'), await count('sessions')]).toEqual([1, 1]);
    await daysLater(59);
    expect([await count('mail_keys'), await count('sessions')]).toEqual([0, 1]);
    await daysLater(61);
    expect(await count('sessions')).toBe(0);
    await daysLater(91);
    expect(await count('deliveries', sql`booking_id is null`)).toBe(0);
    expect(await count('users', sql`id = ${userId}`)).toBe(1);
  });

  test('an invitation that is over and its key go, one that stands stays', async () => {
    const invite = async (email: string, days: number) => {
      const [row] = await app.asOwner<{ id: string }>(
        `insert into member_invitations (organizer_id, email, role, locale, expires_at)
         values ($1, $2, 'door', 'en', app_now() + make_interval(days => $3)) returning id`,
        [event.house.organizerId, email, days],
      );
      await mintMailKey(database(), 'invitation', row?.id ?? '');
    };
    await invite('over@example.org', 7);
    await invite('stands@example.org', 500);
    await daysLater(99);
    expect(await app.asOwner(`select email from member_invitations`)).toEqual([
      { email: 'stands@example.org' },
    ]);
    expect(await count('mail_keys')).toBe(1);
  });

  test('counters whose real time is up go', async () => {
    await app.asOwner(`insert into rate_limits (key, points, expire) values
      ('a', 1, extract(epoch from now()) * 1000 - 1), ('b', 1, extract(epoch from now()) * 1000 + 60000)`);
    await forgetOld();
    expect(await app.asOwner(`select key from rate_limits where key in ('a', 'b')`)).toEqual([{ key: 'b' }]);
  });
});

test('the audit log stays, and what is apart from it only as long as its person is there', async () => {
  const userId = await makeAccount('logged@example.org');
  const strangerId = '01890000-0000-7000-8000-00000000dead';
  const note = (personId: string) =>
    recordAudit(database(), {
      actor: { kind: 'system' },
      organizerId: null,
      action: 'user.edited',
      object: { type: 'user', id: personId },
      personal: { personId, changes: { name: ['Ada', 'Ada Nwosu'] } },
    });
  await note(userId);
  await note(strangerId);
  const entries = await count('audit_log');
  await daysLater(4_000);
  expect(await count('audit_log')).toBe(entries);
  expect(await count('audit_details', sql`person_id = ${userId}`)).toBe(2);
  expect(await count('audit_details', sql`person_id = ${strangerId}`)).toBe(0);
});

test('a row that somebody has in hand is passed over, and taken the next time', async () => {
  const held = await guestHolds(event);
  await releaseHold(held.reference, held.access);
  await app.setClock(31 * DAY);
  await database().transaction(async (tx) => {
    await tx.execute(sql`select from bookings where id = ${held.bookingId} for update`);
    expect(await forgetOld()).toMatchObject({ holds: 0 });
  });
  expect(await forgetOld()).toMatchObject({ holds: 1 });
});

test('more than one batch goes in one run', async () => {
  await app.asOwner(
    `insert into stripe_events (id, type, livemode, object_id, payload)
     select 'evt_' || n, 'x', false, '', '{}' from generate_series(1, 1100) n`,
  );
  expect(await daysLater(91)).toMatchObject({ stripeEvents: 1100 });
});

test('whom a ticket was offered to, and who did not take it, is known for 90 days, and then nowhere', async () => {
  const free = await app.eventOnSale({ ticketTypes: [{ name: 'In', price: 0, quantity: 5 }] });
  const giver = await somebody();
  const bookingId = await books(giver, free);
  const [ticket] = await app.asOwner<{ id: string; code: string }>(
    'select id, code from tickets where booking_id = $1',
    [bookingId],
  );
  const to = { name: 'Zsófia Quimperlé', email: 'zsofia.quimperle@wyrmhold.example' };
  await offerTicket(ticket?.code ?? '', { actor: giver.actor, bookingKey: null, ticketKey: null }, to, 'en');
  await deliverPending();
  await declineOffer(await offerKey(ticket?.id ?? ''), { kind: 'guest' });
  await deliverPending();
  const found = async () =>
    (await findTraces(app.asOwner, { ...to, address: '198.51.100.77' }))
      // Counts go by real time, within a day.
      .filter((trace) => !trace.startsWith('rate_limits'));
  await daysLater(89);
  expect(await found()).toContain('ticket_transfers.to_email (email)');
  await daysLater(91);
  expect(await found()).toEqual([]);
});
