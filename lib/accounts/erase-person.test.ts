import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findViolations } from '#db/invariants.ts';
import {
  books,
  confirm,
  erase,
  holds,
  intentOf,
  type Somebody,
  signedIn,
  somebody,
} from '#sandbox/testing/account-holder.ts';
import { type EventOnSale, poolsOf, useApplication } from '#sandbox/testing/application.ts';
import { stateOf } from '#sandbox/testing/buyer.ts';
import { freeTickets } from '#sandbox/testing/door.ts';
import { guestBooks, offerKey } from '#sandbox/testing/holder.ts';
import { codeOf } from '../auth/testing.ts';
import { database } from '../database.ts';
import { deliverPending } from '../notifications/deliver.ts';
import { createOrganizer } from '../organizers/create-organizer.ts';
import { reconcilePayment } from '../payments/reconcile-payment.ts';
import { claimTicket } from '../transfers/claim-ticket.ts';
import { offerTicket } from '../transfers/offer-ticket.ts';
import { requestErasure } from './erase-person.ts';
import { fromSomewhere, keyFor } from './testing.ts';

const app = useApplication();

let event: EventOnSale;

beforeEach(async () => {
  event = await app.eventOnSale();
});

afterEach(async () => {
  const client = new Client({ connectionString: app.environment().DATABASE_OWNER_URL });
  await client.connect();
  expect(await findViolations(client)).toEqual([]);
  await client.end();
});

const isThere = async ({ actor }: Somebody) =>
  (await app.asOwner('select from users where id = $1', [actor.userId])).length === 1;

const setTo = (column: 'role' | 'password_hash', { actor }: Somebody, value: string | null) =>
  app.asOwner(`update users set ${column} = $2 where id = $1`, [actor.userId, value]);

describe('what it takes', () => {
  test('the own address, typed, and the password; whatever is wrong changes nothing', async () => {
    const person = await somebody();
    expect(await codeOf(erase(person, { confirmation: 'somebody@else.org' }))).toBe('confirmation_differs');
    expect(await codeOf(erase(person, { current: 'not it at all' }))).toBe('wrong_credentials');
    expect(await codeOf(erase(person, { key: 'made up' }))).toBe('link_used');
    expect(await codeOf(erase(person, { confirmation: ' ' }))).toBe('invalid_input');
    expect(await isThere(person)).toBe(true);
    await erase(person, { confirmation: ` ${person.email.toUpperCase()} ` });
    expect(await isThere(person)).toBe(false);
    expect(await codeOf(erase(person))).toBe('not_found');
  });

  test('without a password a key from a mail, one’s own and once', async () => {
    const [person, other] = [await somebody(), await somebody()];
    await setTo('password_hash', person, null);
    expect(await codeOf(erase(person))).toBe('wrong_credentials');
    await requestErasure(other.actor, fromSomewhere());
    expect(await codeOf(erase(person, { key: await keyFor(other.email, 'erase_account') }))).toBe(
      'link_used',
    );
    expect(await codeOf(erase(other, { key: await keyFor(other.email, 'erase_account') }))).toBe('done');
    await requestErasure(person.actor, fromSomewhere());
    await erase(person, { current: '', key: await keyFor(person.email, 'erase_account') });
    expect(await isThere(person)).toBe(false);
  });

  test('is told in a last letter, whose row goes once it has left', async () => {
    const person = await somebody();
    await erase(person);
    const waiting = () => app.asOwner('select kind from deliveries where recipient = $1', [person.email]);
    expect(await waiting()).toEqual([{ kind: 'account_erased' }]);
    await deliverPending();
    expect(await waiting()).toEqual([]);
  });

  test('is in the log for ever, by an id that says nothing', async () => {
    const person = await somebody();
    await erase(person);
    const entries = await app.asOwner(
      `select action, changes from audit_log where actor_user_id = $1 order by id desc limit 1`,
      [person.actor.userId],
    );
    expect(entries).toEqual([{ action: 'user.erased', changes: {} }]);
  });
});

describe('who may not go yet', () => {
  test('the only owner of an organizer that people count on, until somebody else is one', async () => {
    const person = await somebody();
    const { organizerId } = event.house;
    await app.asOwner('update members set user_id = $1 where organizer_id = $2', [
      person.actor.userId,
      organizerId,
    ]);
    const held = await holds(person, event);
    await expect(erase(person)).rejects.toMatchObject({
      code: 'owner_needed',
      values: { organizers: 'Maré Baixa' },
    });
    expect((await stateOf(held.bookingId)).status).toBe('held');
    const heir = await somebody();
    await app.asOwner(`insert into members (organizer_id, user_id, role) values ($1, $2, 'owner')`, [
      organizerId,
      heir.actor.userId,
    ]);
    await app.asOwner('update organizers set email = $1 where id = $2', [person.email, organizerId]);
    await erase(person);
    expect(await app.asOwner('select email from organizers where id = $1', [organizerId])).toEqual([
      { email: heir.email },
    ]);
  });

  test('nor while money of others is set aside or not given back', async () => {
    const person = await somebody();
    const buyer = await somebody();
    await books(buyer, event);
    await app.asOwner('update members set user_id = $1 where organizer_id = $2', [
      person.actor.userId,
      event.house.organizerId,
    ]);
    await event.cancel();
    expect(await codeOf(erase(person))).toBe('owner_needed');
    await app.asOwner(
      `update events set status = 'published', starts_at = app_now() - interval '9 days',
       ends_at = app_now() - interval '8 days', doors_at = null where id = $1`,
      [event.eventId],
    );
    expect(await codeOf(erase(person))).toBe('done');
  });

  test('an organizer that nobody counts on stays behind, without their address', async () => {
    const person = await somebody();
    const made = await createOrganizer(database(), person.actor, person.actor.userId, {
      name: 'A Small House',
      email: person.email,
      country: 'PT',
    });
    await erase({ ...person, actor: await signedIn(person.actor.userId) });
    const [left] = await app.asOwner<{ email: string }>('select email from organizers where id = $1', [
      made.organizerId,
    ]);
    expect(left?.email).toMatch(/@erased\.invalid$/);
  });

  test('the last admin; of two who go at once one stays', async () => {
    await app.asOwner(`update users set role = 'attendee'`);
    const [one, two] = [await somebody(), await somebody()];
    for (const person of [one, two]) await setTo('role', person, 'admin');
    const came = await Promise.all([codeOf(erase(one)), codeOf(erase(two))]);
    expect(came.toSorted()).toEqual(['done', 'last_admin']);
  });

  test('whoever waits for a bank that is still thinking', async () => {
    const person = await somebody();
    const hold = await holds(person, event);
    const intent = intentOf(await hold.pay(person.email));
    await app.asOwner(`update bookings set status = 'awaiting_payment' where id = $1`, [hold.bookingId]);
    expect(await codeOf(erase(person))).toBe('payment_under_way');
    expect(await isThere(person)).toBe(true);
    await confirm(intent);
    await reconcilePayment(intent);
    await erase(person);
    expect(await stateOf(hold.bookingId)).toMatchObject({ status: 'confirmed', tickets: 1 });
  });
});

describe('what was booked', () => {
  test('what is held is given back, what was begun to be paid is cancelled first', async () => {
    const person = await somebody();
    const [held, begun] = [await holds(person, event), await holds(person, event)];
    await begun.pay(person.email);
    await erase(person);
    expect((await stateOf(held.bookingId)).status).toBe('released');
    expect(await stateOf(begun.bookingId)).toMatchObject({
      status: 'released',
      payments: [{ status: 'canceled' }],
    });
    expect((await poolsOf(event.eventId)).Standing).toEqual({ held: 0, sold: 0 });
  });

  test('what was paid a moment ago and nobody knows yet becomes a booking, without a name', async () => {
    const person = await somebody();
    const hold = await holds(person, event);
    await confirm(intentOf(await hold.pay(person.email)));
    await erase(person);
    expect(await stateOf(hold.bookingId)).toMatchObject({
      status: 'confirmed',
      payments: [{ status: 'succeeded', outcome: 'fulfilled' }],
    });
    const [booking] = await app.asOwner(
      `select b.buyer_name, b.user_id, b.marketing_consent_at, b.total, t.status, t.attendee_name
       from bookings b join tickets t on t.booking_id = b.id where b.id = $1`,
      [hold.bookingId],
    );
    expect(booking).toMatchObject({
      buyer_name: 'Name deleted',
      user_id: null,
      marketing_consent_at: null,
      total: '2400',
      status: 'valid',
      attendee_name: 'Name deleted',
    });
  });

  test('a friend with an address of their own keeps their name; one without does not', async () => {
    const person = await somebody();
    const free = await app.eventOnSale(freeTickets);
    const bookingId = await books(person, free, 3);
    await app.asOwner(
      `update tickets set attendee_name = 'Friend', attendee_email = 'friend@example.org'
       where booking_id = $1 and position = 1`,
      [bookingId],
    );
    await app.asOwner(
      `update tickets set attendee_name = 'Somebody' where booking_id = $1 and position = 2`,
      [bookingId],
    );
    await erase(person);
    const names = await app.asOwner<{ attendee_name: string }>(
      'select attendee_name from tickets where booking_id = $1 order by position',
      [bookingId],
    );
    expect(names.map((one) => one.attendee_name)).toEqual(['Name deleted', 'Friend', 'Name deleted']);
  });

  test('an offer to them is declined, one of theirs can still be taken', async () => {
    const person = await somebody();
    const free = await app.eventOnSale(freeTickets);
    const theirs = await guestBooks(free);
    await offerTicket(
      theirs.tickets[0]?.code ?? '',
      theirs.access,
      { name: 'Ada', email: person.email },
      'en',
    );
    await books(person, free);
    const [ticket] = await app.asOwner<{ id: string; code: string }>(
      `select t.id, t.code from tickets t join bookings b on b.id = t.booking_id where b.user_id = $1`,
      [person.actor.userId],
    );
    const own = { actor: person.actor, bookingKey: null, ticketKey: null };
    await offerTicket(ticket?.code ?? '', own, { name: 'Olena', email: 'olena@example.org' }, 'en');
    const key = await offerKey(ticket?.id ?? '');
    await erase(person);
    expect(
      await app.asOwner('select status from ticket_transfers where ticket_id = $1', [theirs.tickets[0]?.id]),
    ).toEqual([{ status: 'declined' }]);
    await claimTicket(key, { kind: 'guest' }, { name: 'Olena' });
    expect(
      await app.asOwner(
        `select from deliveries where recipient like '%erased.invalid' and status = 'pending'`,
      ),
    ).toEqual([]);
  });
});
