import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
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
  somebody,
} from '#sandbox/testing/account-holder.ts';
import { type EventOnSale, useApplication } from '#sandbox/testing/application.ts';
import { freeTickets } from '#sandbox/testing/door.ts';
import { guestBooks, offerKey } from '#sandbox/testing/holder.ts';
import { codeOf, sessionOf } from '../auth/testing.ts';
import { database } from '../database.ts';
import { reconcilePayment } from '../payments/reconcile-payment.ts';
import { claimTicket } from '../transfers/claim-ticket.ts';
import { offerTicket } from '../transfers/offer-ticket.ts';
import { renameTicket } from '../transfers/rename-ticket.ts';
import { withdrawOffer } from '../transfers/withdraw-offer.ts';
import { changeAccountRole } from './change-account-role.ts';

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

/** Lets something come while an erasure is under way, at whatever moment it happens to be. */
async function during<T>(person: Somebody, run: () => Promise<T>): Promise<[unknown, unknown]> {
  const delay = Math.random() * 200;
  return Promise.all([codeOf(erase(person)), sleep(delay).then(() => codeOf(run()))]);
}

const leftOf = async ({ email, actor }: Somebody) => {
  const [left] = await app.asOwner<{ n: string }>(
    `select (select count(*) from bookings where user_id = $1 or (buyer_email = $2
          -- What a guest buys afterwards is another matter.
          and terms_accepted_at < (select at from audit_log where action = 'user.erased' and actor_user_id = $1)))
      + (select count(*) from sessions where user_id = $1)
      + (select count(*) from tickets where holder_user_id = $1 or attendee_email = $2) as n`,
    [actor.userId, email],
  );
  return Number(left?.n);
};

describe('at the same moment', () => {
  test.each(Array.from({ length: 5 }, (_, index) => index))('a purchase (%i)', async () => {
    const person = await somebody();
    const [erased] = await during(person, async () => {
      const hold = await holds(person, event);
      const intent = intentOf(await hold.pay(person.email));
      await confirm(intent);
      await reconcilePayment(intent);
    });
    expect(['done', 'payment_under_way']).toContain(erased);
    if (erased === 'done') expect(await leftOf(person)).toBe(0);
    else expect(await isThere(person)).toBe(true);
  });

  test.each(Array.from({ length: 3 }, (_, index) => index))('a sign-in (%i)', async () => {
    const person = await somebody();
    const [erased, signed] = await during(person, () => sessionOf(person.actor.userId, 'Safari'));
    expect(erased).toBe('done');
    expect(['done', 'wrong_credentials']).toContain(signed);
    expect(await leftOf(person)).toBe(0);
  });

  test.each(Array.from({ length: 3 }, (_, index) => index))('a ticket that they take (%i)', async () => {
    const person = await somebody();
    const free = await app.eventOnSale(freeTickets);
    const giver = await guestBooks(free);
    const [ticket] = giver.tickets;
    await offerTicket(ticket?.code ?? '', giver.access, { name: 'Ada', email: person.email }, 'en');
    const key = await offerKey(ticket?.id ?? '');
    const [erased, claimed] = await during(person, () =>
      claimTicket(key, person.actor, { name: 'Ada Nwosu' }),
    );
    expect(erased).toBe('done');
    expect(['done', 'offer_over', 'not_found', 'sign_in_needed']).toContain(claimed);
    expect(await leftOf(person)).toBe(0);
  });

  test('the same, twice: it happens once', async () => {
    const person = await somebody();
    const came = await Promise.all([codeOf(erase(person)), codeOf(erase(person))]);
    expect(came.toSorted()).toEqual(['done', 'not_found']);
    const rows = await database().execute(
      sql`select from deliveries where kind = 'account_erased' and recipient = ${person.email}`,
    );
    expect(rows.rowCount).toBe(1);
  });

  test.each(Array.from({ length: 5 }, (_, index) => index))(
    'one admin goes and the other steps down: somebody stays (%i)',
    async () => {
      await app.asOwner(`update users set role = 'attendee' where role = 'admin'`);
      const [going, other] = [await somebody(), await somebody()];
      const ids = [going, other].map(({ actor }) => actor.userId);
      await app.asOwner(`update users set role = 'admin' where id = any($1)`, [ids]);
      const stepDown = () =>
        changeAccountRole(database(), { ...other.actor, role: 'admin' }, other.actor.userId, {
          role: 'attendee',
          reason: 'Has another job.',
        });
      const came = await during(going, stepDown);
      expect(came.toSorted()).toEqual(['done', 'last_admin']);
      const left = await app.asOwner(`select id from users where role = 'admin' and suspended_at is null`);
      expect(left).toHaveLength(1);
    },
  );

  /** Runs something while the erasure stands still: before it has the account, or after the account is gone from it. */
  async function whileErasing<T>(
    person: Somebody,
    where: 'before' | 'after',
    run: (client: Client) => Promise<T>,
  ): Promise<{ erased: unknown; came: T }> {
    const lock = new Client({ connectionString: app.environment().DATABASE_OWNER_URL });
    await lock.connect();
    const [picture] = await app.asOwner<{ id: string }>(
      `insert into media (content_type, bytes, width, height) values ('image/webp', '\\x00', 1, 1) returning id`,
    );
    await app.asOwner('update users set picture_id = $2 where id = $1', [person.actor.userId, picture?.id]);
    await lock.query('begin');
    await lock.query(
      where === 'before'
        ? `select from users where id = '${person.actor.userId}' for key share`
        : `select from media where id = '${picture?.id}' for update`,
    );
    const erasing = codeOf(erase(person));
    const stuck = async () => (await app.asOwner('select from pg_locks where not granted')).length > 0;
    while (!(await stuck())) await sleep(10);
    const running = run(lock);
    await Promise.race([running, sleep(300)]);
    await lock.query('commit');
    await lock.end();
    return { erased: await erasing, came: await running };
  }

  test('what is booked while their bookings are erased is erased as well', async () => {
    const person = await somebody();
    const free = await app.eventOnSale(freeTickets);
    const bookingId = await books(await somebody(), free);
    const { erased } = await whileErasing(person, 'before', (client) =>
      client.query('update bookings set user_id = $1, buyer_email = $2, buyer_name = $3 where id = $4', [
        person.actor.userId,
        person.email,
        'Ada Nwosu',
        bookingId,
      ]),
    );
    // The mail that the invariant asks for went to somebody else here.
    await app.asOwner(
      `update deliveries d set recipient = b.buyer_email from bookings b where b.id = d.booking_id and b.id = $1`,
      [bookingId],
    );
    expect(erased).toBe('done');
    expect(await leftOf(person)).toBe(0);
  });

  test.each(['account', 'account and key'])('what waited for them comes too late, with %s', async (by) => {
    const person = await somebody();
    const hold = await holds(person, await app.eventOnSale(freeTickets), 3);
    await hold.pay(person.email);
    const [one, two, three] = (
      await app.asOwner<{ code: string }>(
        'select code from tickets where booking_id = $1 order by position',
        [hold.bookingId],
      )
    ).map(({ code }) => code);
    const bookingKey = by === 'account' ? null : hold.secret;
    const access = { actor: person.actor, bookingKey, ticketKey: null };
    const to = (name: string) => ({ name, email: `${name}-${by.length}@example.org` });
    await offerTicket(three ?? '', access, to('Cleo'), 'en');
    const { erased, came } = await whileErasing(person, 'after', () =>
      Promise.all([
        codeOf(renameTicket(one ?? '', access, { name: 'Ada Again' })),
        codeOf(offerTicket(two ?? '', access, to('Bea'), 'en')),
        codeOf(withdrawOffer(three ?? '', access)),
      ]),
    );
    expect([erased, ...came]).toEqual(['done', 'not_found', 'not_found', 'not_found']);
    const names = await app.asOwner('select distinct attendee_name from tickets where booking_id = $1', [
      hold.bookingId,
    ]);
    expect(names).toEqual([{ attendee_name: 'Name deleted' }]);
    const offers = await app.asOwner(
      'select status, to_name from ticket_transfers where to_email = any($1)',
      [[to('Bea').email, to('Cleo').email]],
    );
    expect(offers).toEqual([{ status: 'offered', to_name: 'Cleo' }]);
  });

  test('who signs in while the account goes is told what a wrong password is told', async () => {
    const person = await somebody();
    const { erased, came } = await whileErasing(person, 'after', () =>
      codeOf(sessionOf(person.actor.userId, 'Safari')),
    );
    expect([erased, came]).toEqual(['done', 'wrong_credentials']);
  });

  test('who holds tickets while the account goes holds them as a guest, and spoils nobody’s order', async () => {
    const person = await somebody();
    const { erased, came } = await whileErasing(person, 'after', () => holds(person, event));
    expect(erased).toBe('done');
    expect(await app.asOwner('select status, user_id from bookings where id = $1', [came.bookingId])).toEqual(
      [{ status: 'held', user_id: null }],
    );
  });
});
