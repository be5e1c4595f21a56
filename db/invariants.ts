import type { ClientBase } from 'pg';

/**
 * The rules that must never break, each as a query that finds what breaks it. Constraints and conditional updates keep
 * them; this looks whether they did. Reads one snapshot, so it can run beside live sales.
 */
type Invariant = {
  /** Number of the rule; see the table in db/README.md. */
  rule: 1 | 2 | 3 | 4 | 5 | 6 | 7;
  name: string;
  /** Rows of (object, found): what it is about and what is wrong with it. */
  sql: string;
};

const KEEPS_PLACES = `('held', 'paying', 'awaiting_payment')`;

export const invariants: readonly Invariant[] = [
  {
    rule: 1,
    name: 'a pool is neither oversold nor negative',
    sql: `select 'pool ' || id as object, format('held %s, sold %s, capacity %s', held, sold, capacity) as found
          from capacity_pools where held < 0 or sold < 0 or held + sold > capacity`,
  },
  {
    rule: 1,
    name: 'a pool holds what its open bookings hold',
    sql: `with counted as (
            select l.pool_id, sum(i.quantity) as quantity
            from bookings b join booking_items i on i.booking_id = b.id
            join ticket_type_pools l on l.ticket_type_id = i.ticket_type_id
            where b.status in ${KEEPS_PLACES} group by l.pool_id)
          select 'pool ' || p.id as object, format('held %s, bookings say %s', p.held, coalesce(c.quantity, 0)) as found
          from capacity_pools p left join counted c on c.pool_id = p.id where p.held <> coalesce(c.quantity, 0)`,
  },
  {
    rule: 1,
    name: 'a pool has sold what its tickets say',
    sql: `with counted as (
            select l.pool_id, count(*) as quantity
            from tickets t join ticket_type_pools l on l.ticket_type_id = t.ticket_type_id
            where t.status <> 'void' group by l.pool_id)
          select 'pool ' || p.id as object, format('sold %s, tickets say %s', p.sold, coalesce(c.quantity, 0)) as found
          from capacity_pools p left join counted c on c.pool_id = p.id where p.sold <> coalesce(c.quantity, 0)`,
  },
  {
    rule: 1,
    name: 'a promo code is used within its limit, as often as bookings say',
    sql: `with counted as (
            select promo_code_id, count(*) filter (where status in ${KEEPS_PLACES}) as reserved,
              count(*) filter (where status in ('confirmed', 'cancelled')) as used
            from bookings where promo_code_id is not null group by promo_code_id)
          select 'promo code ' || p.id as object,
            format('reserved %s, used %s, limit %s; bookings say %s and %s', p.reserved, p.used,
              coalesce(p.usage_limit::text, 'none'), coalesce(c.reserved, 0), coalesce(c.used, 0)) as found
          from promo_codes p left join counted c on c.promo_code_id = p.id
          where p.reserved + p.used > p.usage_limit or p.reserved <> coalesce(c.reserved, 0)
            or p.used <> coalesce(c.used, 0)`,
  },
  {
    rule: 2,
    name: 'a confirmed booking is free, paid, or let through by a member',
    sql: `select 'booking ' || b.reference as object, format('total %s, paid %s', b.total, coalesce(p.paid, 0)) as found
          from bookings b left join (
            select booking_id, sum(captured) as paid from payments where outcome = 'fulfilled' group by booking_id
          ) p on p.booking_id = b.id
          where b.status = 'confirmed' and b.total > 0 and b.confirmed_by is null and coalesce(p.paid, 0) < b.total`,
  },
  {
    rule: 2,
    name: 'a confirmed booking has exactly its tickets, and an unconfirmed one none',
    sql: `select 'booking ' || b.reference as object,
            format('%s, %s tickets issued for a line of %s', b.status, count(t.id), i.quantity) as found
          from bookings b join booking_items i on i.booking_id = b.id left join tickets t on t.item_id = i.id
          group by b.id, i.id
          having case when b.status in ('confirmed', 'cancelled') then count(t.id) <> i.quantity else count(t.id) > 0 end`,
  },
  {
    rule: 3,
    name: 'money that came in is a confirmed booking, on its way back, in quarantine, or settled by a person',
    sql: `select 'payment ' || p.id as object,
            format('%s, booking is %s, refunded %s of %s', p.outcome, b.status, p.refunded, p.captured) as found
          from payments p join bookings b on b.id = p.booking_id
          where p.status = 'succeeded' and not (
            (p.outcome = 'fulfilled' and b.status in ('confirmed', 'cancelled'))
            or (p.outcome = 'refunding' and p.refunded = p.captured)
            or (p.outcome in ('quarantined', 'settled') and p.quarantine_reason is not null))`,
  },
  {
    rule: 3,
    name: 'the refunds of a payment never exceed it, and are counted right',
    sql: `select 'payment ' || p.id as object,
            format('refunded %s, refunds say %s, captured %s', p.refunded, coalesce(r.amount, 0), p.captured) as found
          from payments p left join (
            select payment_id, sum(amount) as amount from refunds where status not in ('failed', 'canceled')
            group by payment_id
          ) r on r.payment_id = p.id
          where p.refunded <> coalesce(r.amount, 0) or coalesce(r.amount, 0) > p.captured`,
  },
  {
    rule: 4,
    name: 'the prices of the tickets add up to the booking',
    sql: `with lines as (
            select i.booking_id, i.unit_price * i.quantity as price,
              (select sum((one ->> 'discount')::bigint) from jsonb_array_elements(i.ticket_prices) one) as discount,
              (select sum((one ->> 'fee')::bigint) from jsonb_array_elements(i.ticket_prices) one) as fee,
              (select sum((one ->> 'tax')::bigint) from jsonb_array_elements(i.ticket_prices) one) as tax
            from booking_items i
          ), sums as (
            select booking_id, sum(price) as price, sum(discount) as discount, sum(fee) as fee, sum(tax) as tax
            from lines group by booking_id)
          select 'booking ' || b.reference as object,
            format('total %s, lines say %s', b.total, s.price - s.discount + s.fee) as found
          from bookings b left join sums s on s.booking_id = b.id
          where (s.price, s.discount, s.fee, s.tax, s.price - s.discount + s.fee)
            is distinct from (b.subtotal, b.discount, b.fee, b.tax, b.total)`,
  },
  {
    rule: 4,
    name: 'issued tickets cost what the booking says',
    sql: `select 'booking ' || b.reference as object,
            format('total %s, tickets say %s', b.total, sum(t.price - t.discount + t.fee)) as found
          from bookings b join tickets t on t.booking_id = b.id group by b.id
          having (sum(t.price), sum(t.discount), sum(t.fee), sum(t.tax))
            is distinct from (b.subtotal, b.discount, b.fee, b.tax)`,
  },
  {
    rule: 5,
    name: 'a ticket admits once: one code is one ticket, and only a confirmed booking’s ticket was used',
    sql: `select 'ticket ' || t.code as object, format('%s, booking is %s', t.status, b.status) as found
          from tickets t join bookings b on b.id = t.booking_id
          where (t.status = 'used' and b.status not in ('confirmed', 'cancelled'))
             or exists (select from tickets other where other.code = t.code and other.id <> t.id)`,
  },
  {
    rule: 5,
    name: 'a ticket is used if, and only if, one check-in of it stands',
    sql: `select 'ticket ' || t.code as object, format('%s, %s check-ins stand', t.status, coalesce(c.standing, 0)) as found
          from tickets t left join (
            select ticket_id, count(*) as standing from check_ins where undone_at is null group by ticket_id
          ) c on c.ticket_id = t.id
          where coalesce(c.standing, 0) <> case when t.status = 'used' then 1 else 0 end`,
  },
  {
    rule: 5,
    name: 'a ticket was checked in at its own event',
    sql: `select 'ticket ' || t.code as object, 'let in at another event' as found
          from check_ins c join tickets t on t.id = c.ticket_id where c.event_id <> t.event_id`,
  },
  {
    rule: 6,
    name: 'one mail a revision and recipient, and the buyer’s own is there',
    sql: `select 'booking ' || b.reference as object, format('%s mails of revision %s', count(*), d.revision) as found
          from deliveries d join bookings b on b.id = d.booking_id
          group by b.id, d.kind, d.revision, d.recipient having count(*) > 1
          union all
          select 'booking ' || b.reference, 'no confirmation to its buyer' from bookings b
          where b.status = 'confirmed' and not exists (
            select from deliveries d
            where d.booking_id = b.id and d.kind = 'booking_confirmed' and d.recipient = b.buyer_email)`,
  },
  {
    rule: 7,
    name: 'nothing belongs to two organizers',
    sql: `select 'booking ' || b.reference as object, 'its event is another organizer’s' as found
          from bookings b join events e on e.id = b.event_id where e.organizer_id <> b.organizer_id
          union all
          select 'event ' || e.slug, 'its venue is another organizer’s'
          from events e join venues v on v.id = e.venue_id where v.organizer_id <> e.organizer_id
          union all
          select 'booking ' || b.reference, 'a line is of another event'
          from bookings b join booking_items i on i.booking_id = b.id
          join ticket_types t on t.id = i.ticket_type_id where t.event_id <> b.event_id
          union all
          select 'ticket type ' || t.name, 'it draws from another event’s pool'
          from ticket_type_pools l join ticket_types t on t.id = l.ticket_type_id
          join capacity_pools p on p.id = l.pool_id where p.event_id <> t.event_id`,
  },
];

export type Violation = { rule: number; name: string; object: string; found: string };

/** Looks at everything at one moment and answers what is broken; empty when all is well. */
export async function findViolations(client: ClientBase): Promise<Violation[]> {
  const violations: Violation[] = [];
  for (const { rule, name, sql } of invariants) {
    const { rows } = await client.query<{ object: string; found: string }>(sql);
    violations.push(...rows.map((row) => ({ rule, name, ...row })));
  }
  return violations;
}
