import { sql } from 'drizzle-orm';
import type { Database, Transaction } from '../database.ts';
import { env } from '../env.ts';
import { DomainError } from '../errors.ts';
import { newReference, newSecret } from '../reference.ts';
import { decideHold, type EventStock, type HoldDecision, take } from './hold-rules.ts';
import type { HoldTicketsInput } from './hold-tickets.schema.ts';
import { lockEventStock } from './lock-event-stock.ts';

/** How long places are kept for a buyer who has not started to pay. */
const HOLD_MINUTES = 10;

export type HoldOrder = { input: HoldTicketsInput; userId: string | null };

export type Hold = { bookingId: string; reference: string; secret: string; expiresAt: Date };

export type HoldAnswer = { ok: true; hold: Hold } | { ok: false; error: DomainError };

type Accepted = { hold: Hold; secretHash: Buffer; order: HoldOrder; decision: HoldDecision };

/**
 * A flow that owns its transaction: serves many orders for one event at once. One lock, one reading of the rules, the
 * orders decided in memory in the order they came, and one set-based write of what fits. An order that does not fit
 * gets its own answer and costs the others nothing.
 */
export async function holdBatch(
  db: Database,
  eventId: string,
  orders: readonly HoldOrder[],
): Promise<HoldAnswer[]> {
  return db.transaction(async (tx) => {
    const codes = orders.flatMap(({ input }) => (input.promoCode ? [input.promoCode] : []));
    const stock = await lockEventStock(tx, eventId, codes);
    if (!stock) return orders.map(() => ({ ok: false, error: new DomainError('not_found') }));
    const has = await ticketsOfUsers(tx, stock, orders);
    const accepted: Accepted[] = [];
    const answers = orders.map((order): HoldAnswer => {
      try {
        const decision = decideHold(stock, order.input, order.userId ? (has.get(order.userId) ?? 0) : 0);
        take(stock, decision);
        const { hold, secretHash } = newHold(stock.now);
        accepted.push({ hold, secretHash, order, decision });
        if (order.userId) {
          const count = decision.lines.reduce((sum, line) => sum + line.quantity, 0);
          has.set(order.userId, (has.get(order.userId) ?? 0) + count);
        }
        return { ok: true, hold };
      } catch (error) {
        if (error instanceof DomainError) return { ok: false, error };
        throw error;
      }
    });
    if (accepted.length > 0) await write(tx, stock, accepted);
    return answers;
  });
}

function newHold(now: Date): { hold: Hold; secretHash: Buffer } {
  const { secret, hash } = newSecret();
  return {
    hold: {
      bookingId: crypto.randomUUID(),
      reference: newReference(),
      secret,
      expiresAt: new Date(now.getTime() + HOLD_MINUTES * 60_000),
    },
    secretHash: hash,
  };
}

/** How many tickets each signed-in buyer already has here, where the event limits that. */
async function ticketsOfUsers(
  tx: Transaction,
  stock: EventStock,
  orders: readonly HoldOrder[],
): Promise<Map<string, number>> {
  const userIds = [...new Set(orders.flatMap(({ userId }) => (userId ? [userId] : [])))];
  if (stock.event.maxPerBuyer === null || userIds.length === 0) return new Map();
  const { rows } = await tx.execute<{ user_id: string; tickets: number }>(sql`
    select b.user_id, sum(i.quantity)::int as tickets
    from bookings b join booking_items i on i.booking_id = b.id
    where b.event_id = ${stock.event.id}
      and b.user_id = any(${sql.param(userIds)}::uuid[])
      and b.status in ('held', 'paying', 'awaiting_payment', 'confirmed')
    group by b.user_id`);
  return new Map(rows.map((row) => [row.user_id, row.tickets]));
}

/** Four statements, whatever the number of orders. */
async function write(tx: Transaction, stock: EventStock, accepted: readonly Accepted[]): Promise<void> {
  const mode = env().payments.mode;
  const bookings = accepted.map(({ hold, secretHash, order, decision }) => ({
    id: hold.bookingId,
    reference: hold.reference,
    secret_hash: secretHash.toString('hex'),
    user_id: order.userId,
    locale: order.input.locale,
    promo_code_id: decision.promoCodeId,
    expires_at: hold.expiresAt,
    subtotal: decision.price.subtotal,
    discount: decision.price.discount,
    fee: decision.price.fee,
    tax: decision.price.tax,
    total: decision.price.total,
  }));
  await tx.execute(sql`
    insert into bookings (id, reference, secret_hash, organizer_id, event_id, user_id, payments_mode, locale, currency,
      promo_code_id, subtotal, discount, fee, tax, total, expires_at, created_at)
    select id, reference, decode(secret_hash, 'hex'), ${stock.event.organizerId}, ${stock.event.id},
      -- Whoever has been erased since they asked is a guest.
      (select u.id from users u where u.id = row.user_id for key share),
      ${mode}::payments_mode, locale, ${stock.event.currency}, promo_code_id, subtotal, discount, fee, tax, total,
      expires_at, ${stock.now}
    from jsonb_to_recordset(${JSON.stringify(bookings)}::jsonb) as row(id uuid, reference text, secret_hash text,
      user_id uuid, locale text, promo_code_id uuid, subtotal bigint, discount bigint, fee bigint, tax bigint,
      total bigint, expires_at timestamptz)`);

  const items = accepted.flatMap(({ hold, decision }) =>
    decision.lines.map((line) => ({
      booking_id: hold.bookingId,
      ticket_type_id: line.ticketTypeId,
      quantity: line.quantity,
      unit_price: line.unitPrice,
      unit_fee: line.unitFee,
      ticket_prices: decision.price.tickets
        .filter((ticket) => ticket.ticketTypeId === line.ticketTypeId)
        .map(({ discount, fee, tax }) => ({ discount, fee, tax })),
    })),
  );
  await tx.execute(sql`
    insert into booking_items (booking_id, event_id, ticket_type_id, quantity, unit_price, unit_fee, ticket_prices)
    select booking_id, ${stock.event.id}, ticket_type_id, quantity, unit_price, unit_fee, ticket_prices
    from jsonb_to_recordset(${JSON.stringify(items)}::jsonb) as row(booking_id uuid, ticket_type_id uuid, quantity int,
      unit_price bigint, unit_fee bigint, ticket_prices jsonb)`);

  const places = new Map<string, number>();
  const uses = new Map<string, number>();
  for (const { decision } of accepted) {
    for (const [poolId, quantity] of decision.places)
      places.set(poolId, (places.get(poolId) ?? 0) + quantity);
    const promo = decision.promoCodeId;
    if (promo) uses.set(promo, (uses.get(promo) ?? 0) + 1);
  }
  await tx.execute(sql`
    update capacity_pools p set held = p.held + taken.quantity
    from unnest(${sql.param([...places.keys()])}::uuid[], ${sql.param([...places.values()])}::int[]) as taken(id, quantity)
    where p.id = taken.id`);
  if (uses.size > 0) {
    await tx.execute(sql`
      update promo_codes c set reserved = c.reserved + taken.uses
      from unnest(${sql.param([...uses.keys()])}::uuid[], ${sql.param([...uses.values()])}::int[]) as taken(id, uses)
      where c.id = taken.id`);
  }
}
