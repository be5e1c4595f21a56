import { sql } from 'drizzle-orm';
import type { Transaction } from '../database.ts';
import type { EventStock, PoolCount, PromoCodeRules, TicketTypeRules } from './hold-rules.ts';

/**
 * A step: locks an event's pools in id order, then the promo codes that are asked for in id order, and only then reads
 * the clock and every rule. Everyone who takes or gives back places locks in this order, so nobody waits in a circle.
 *
 * @returns null when there is no such event
 */
export async function lockEventStock(
  tx: Transaction,
  eventId: string,
  codes: readonly string[],
): Promise<EventStock | null> {
  const pools = await tx.execute<PoolCount>(sql`
    select id, capacity, held, sold from capacity_pools where event_id = ${eventId} order by id for no key update`);
  const promoCodes = await lockPromoCodes(tx, eventId, codes);
  const { rows } = await tx.execute<EventRow>(sql`
    select app_now() as now, e.id, e.organizer_id, e.status,
      e.taken_down_at is not null or o.suspended_at is not null as stopped,
      e.starts_at, e.currency, e.tax_rate, e.max_per_buyer,
      (select coalesce(json_agg(json_build_object(
          'id', t.id, 'name', t.name, 'price', t.price, 'fee', t.fee, 'salesStartAt', t.sales_start_at,
          'salesEndAt', t.sales_end_at, 'minPerBooking', t.min_per_booking, 'maxPerBooking', t.max_per_booking,
          'poolIds', (select coalesce(json_agg(l.pool_id order by l.pool_id), '[]') from ticket_type_pools l
                      where l.ticket_type_id = t.id))), '[]')
       from ticket_types t where t.event_id = e.id) as ticket_types
    from events e join organizers o on o.id = e.organizer_id
    where e.id = ${eventId}`);
  const event = rows[0];
  if (!event) return null;
  return {
    now: new Date(event.now),
    event: {
      id: event.id,
      organizerId: event.organizer_id,
      status: event.status,
      stopped: event.stopped,
      startsAt: new Date(event.starts_at),
      currency: event.currency,
      taxRate: event.tax_rate,
      maxPerBuyer: event.max_per_buyer,
    },
    ticketTypes: new Map(
      event.ticket_types.map((type): [string, TicketTypeRules] => [
        type.id,
        { ...type, salesStartAt: date(type.salesStartAt), salesEndAt: date(type.salesEndAt) },
      ]),
    ),
    pools: new Map(pools.rows.map((pool) => [pool.id, pool])),
    promoCodes: new Map(promoCodes.map((promo) => [promo.code.toLowerCase(), promo])),
  };
}

type EventRow = {
  now: string;
  id: string;
  organizer_id: string;
  status: string;
  stopped: boolean;
  starts_at: string;
  currency: string;
  tax_rate: number;
  max_per_buyer: number | null;
  ticket_types: (Omit<TicketTypeRules, 'salesStartAt' | 'salesEndAt'> & {
    salesStartAt: string | null;
    salesEndAt: string | null;
  })[];
};

const date = (text: string | null) => (text === null ? null : new Date(text));

/** A step: locks promo codes of an event in id order and reads them. */
export async function lockPromoCodes(
  tx: Transaction,
  eventId: string,
  codes: readonly string[],
): Promise<(PromoCodeRules & { code: string })[]> {
  if (codes.length === 0) return [];
  const { rows } = await tx.execute<PromoCodeRow>(sql`
    select id, code, percent_off, amount_off, starts_at, ends_at, usage_limit, reserved, used,
      (select array_agg(t.ticket_type_id::text) from promo_code_ticket_types t where t.promo_code_id = c.id) as types
    from promo_codes c
    where event_id = ${eventId} and code = any(${sql.param([...codes])}::citext[])
    order by id for no key update`);
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    percentOff: row.percent_off,
    amountOff: row.amount_off === null ? null : Number(row.amount_off),
    ticketTypeIds: row.types,
    startsAt: date(row.starts_at),
    endsAt: date(row.ends_at),
    usageLimit: row.usage_limit,
    reserved: row.reserved,
    used: row.used,
  }));
}

type PromoCodeRow = {
  id: string;
  code: string;
  percent_off: number | null;
  amount_off: string | null;
  starts_at: string | null;
  ends_at: string | null;
  usage_limit: number | null;
  reserved: number;
  used: number;
  types: string[] | null;
};
