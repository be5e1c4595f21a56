import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPayment } from '#lib/payments/start-payment.ts';
import { useApplication } from '#sandbox/testing/application.ts';
import { guestHolds } from '#sandbox/testing/buyer.ts';
import { findViolations, invariants } from './invariants.ts';

const app = useApplication();
let owner: Client;

beforeAll(async () => {
  owner = new Client({ connectionString: app.environment().DATABASE_OWNER_URL });
  await owner.connect();
  const event = await app.eventOnSale({
    ticketTypes: [{ name: 'Free', price: 0, quantity: 9 }],
    promoCodes: [{ code: 'WORD', percentOff: 1000, usageLimit: 3 }],
  });
  const other = await app.eventOnSale();
  const free = await guestHolds(event, 2, { promoCode: 'WORD' });
  await startPayment(free.reference, free.form, free.access);
  await guestHolds(other, 3);
});
afterAll(() => owner.end());

/** What constraints would refuse is planted with them taken away, and all of it rolled back. */
const planted: [name: string, sql: string][] = [
  [
    'a pool is neither oversold nor negative',
    `alter table capacity_pools drop constraint capacity_pools_never_too_many;
     update capacity_pools set capacity = 1 where sold > 1`,
  ],
  ['a pool holds what its open bookings hold', `update capacity_pools set held = held - 1 where held > 0`],
  ['a pool has sold what its tickets say', `update capacity_pools set sold = sold + 1 where sold = 2`],
  [
    'a promo code is used within its limit, as often as bookings say',
    `update promo_codes set used = used + 1`,
  ],
  [
    'a confirmed booking is free, paid, or let through by a member',
    `update bookings set status = 'confirmed', confirmed_at = now(), buyer_name = 'M', buyer_email = 'm@example.org'
     where status = 'held'`,
  ],
  [
    'a confirmed booking has exactly its tickets, and an unconfirmed one none',
    `delete from tickets where position = 1`,
  ],
  [
    'money that came in is a confirmed booking, on its way back, in quarantine, or settled by a person',
    `insert into payments (booking_id, attempt, stripe_payment_intent_id, payments_mode, status, currency, amount, captured, outcome)
     select id, 1, 'pi_x', 'sandbox', 'succeeded', 'EUR', 100, 100, 'fulfilled' from bookings where status = 'held'`,
  ],
  [
    'the refunds of a payment never exceed it, and are counted right',
    `with paid as (
       insert into payments (booking_id, attempt, stripe_payment_intent_id, payments_mode, status, currency, amount, captured, outcome)
       select id, 1, 'pi_x', 'sandbox', 'succeeded', 'EUR', 100, 100, 'fulfilled' from bookings where status = 'confirmed'
       returning id)
     insert into refunds (payment_id, reason, currency, amount) select id, 'duplicate', 'EUR', 101 from paid`,
  ],
  ['the prices of the tickets add up to the booking', `update booking_items set unit_price = unit_price + 1`],
  ['issued tickets cost what the booking says', `update tickets set price = price + 5 where position = 0`],
  [
    'a ticket admits once: one code is one ticket, and only a confirmed booking’s ticket was used',
    `alter table tickets drop constraint tickets_code_unique; update tickets set code = '0000000000'`,
  ],
  [
    'a ticket is used if, and only if, one check-in of it stands',
    `update tickets set status = 'used' where position = 0`,
  ],
  [
    'a ticket is used if, and only if, one check-in of it stands',
    `insert into check_ins (ticket_id, event_id, door) select id, event_id, 'Main door' from tickets where position = 0`,
  ],
  [
    'a ticket is used if, and only if, one check-in of it stands',
    `drop index check_ins_ticket_admits_once; update tickets set status = 'used' where position = 0;
     insert into check_ins (ticket_id, event_id, door)
     select id, event_id, 'Main door' from tickets, generate_series(1, 2) where position = 0`,
  ],
  [
    'a ticket was checked in at its own event',
    `alter table check_ins drop constraint check_ins_ticket_of_event; update tickets set status = 'used' where position = 0;
     insert into check_ins (ticket_id, event_id, door)
     select t.id, e.id, 'Main door' from tickets t join events e on e.id <> t.event_id where t.position = 0`,
  ],
  ['one mail a revision and recipient, and the buyer’s own is there', `delete from deliveries`],
  [
    'nothing belongs to two organizers',
    `alter table bookings drop constraint bookings_event_of_organizer;
     update bookings b set organizer_id = (select id from organizers where id <> b.organizer_id limit 1)`,
  ],
];

describe('findViolations', () => {
  it('finds nothing wrong with what the verbs have written', async () => {
    expect(await findViolations(owner)).toEqual([]);
  });

  it('has a planted violation for every invariant', () => {
    expect([...new Set(planted.map(([name]) => name))]).toEqual(invariants.map(({ name }) => name));
  });

  it.each(planted)('finds: %s', async (name, sql) => {
    await owner.query('begin');
    try {
      await owner.query(sql);
      const found = await findViolations(owner);
      expect(found.map((violation) => violation.name)).toContain(name);
    } finally {
      await owner.query('rollback');
    }
  });
});
