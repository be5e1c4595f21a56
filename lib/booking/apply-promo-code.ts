import { sql } from 'drizzle-orm';
import { database, type Transaction } from '../database.ts';
import { DomainError } from '../errors.ts';
import { type BookingAccess, openBooking } from './booking-access.ts';
import { type PromoCodeRules, usablePromoCode } from './hold-rules.ts';
import { lockPromoCodes } from './lock-event-stock.ts';
import { type BookingPrice, priceBooking } from './price-booking.ts';

/**
 * A flow: puts a promo code on a held booking, or takes it off with null, and prices the booking anew. The use is
 * reserved under the code's limit; a code that was there before is given back. Not possible once payment has begun,
 * because the amount is then Stripe's too.
 *
 * @throws DomainError that says why the code does not apply; `payment_under_way`, `hold_expired`, `not_found`
 */
export async function applyPromoCode(
  reference: string,
  code: string | null,
  access: BookingAccess,
): Promise<void> {
  const db = database();
  const { id } = await openBooking(db, reference, access, 'booking.change');
  await db.transaction(async (tx) => {
    const booking = await lockHeldBooking(tx, id);
    const codes = [code, booking.currentCode].filter((one) => one !== null);
    const locked = await lockPromoCodes(tx, booking.eventId, codes);
    const current = locked.find((promo) => promo.id === booking.promoCodeId);
    const wanted = code ? locked.find((promo) => promo.code.toLowerCase() === code.toLowerCase()) : undefined;
    if (current && wanted?.id === current.id) return;
    const promo = code ? usablePromoCode(wanted, booking.lines, booking.now) : null;
    const price = priceBooking(booking.lines, booking.currency, booking.taxRate, promo);
    if (current) await countUse(tx, current, -1);
    if (promo) await countUse(tx, promo, 1);
    await store(tx, id, promo?.id ?? null, price);
  });
}

async function lockHeldBooking(tx: Transaction, id: string) {
  const { rows } = await tx.execute<{
    event_id: string;
    status: string;
    live: boolean;
    paying: boolean;
    now: string;
    currency: string;
    tax_rate: number;
    promo_code_id: string | null;
    current_code: string | null;
  }>(sql`
    select b.event_id, b.status, b.expires_at > app_now() as live, app_now() as now, b.currency, e.tax_rate,
      b.promo_code_id, (select code from promo_codes where id = b.promo_code_id) as current_code,
      exists (select from payments p where p.booking_id = b.id and p.status <> 'canceled') as paying
    from bookings b join events e on e.id = b.event_id
    where b.id = ${id} for no key update of b`);
  const booking = rows[0];
  if (!booking) throw new DomainError('not_found');
  if (booking.status === 'confirmed') throw new DomainError('already_paid');
  if (booking.paying) throw new DomainError('payment_under_way');
  if (booking.status !== 'held' || !booking.live) throw new DomainError('hold_expired');
  const { rows: items } = await tx.execute<{
    ticket_type_id: string;
    quantity: number;
    unit_price: string;
    unit_fee: string;
  }>(sql`
    select ticket_type_id, quantity, unit_price, unit_fee from booking_items where booking_id = ${id} order by id`);
  return {
    eventId: booking.event_id,
    currency: booking.currency,
    taxRate: booking.tax_rate,
    promoCodeId: booking.promo_code_id,
    currentCode: booking.current_code,
    now: new Date(booking.now),
    lines: items.map((item) => ({
      ticketTypeId: item.ticket_type_id,
      quantity: item.quantity,
      unitPrice: Number(item.unit_price),
      unitFee: Number(item.unit_fee),
    })),
  };
}

async function countUse(tx: Transaction, promo: PromoCodeRules, by: 1 | -1): Promise<void> {
  await tx.execute(sql`update promo_codes set reserved = reserved + ${by} where id = ${promo.id}`);
}

async function store(
  tx: Transaction,
  id: string,
  promoCodeId: string | null,
  price: BookingPrice,
): Promise<void> {
  await tx.execute(sql`
    update bookings set promo_code_id = ${promoCodeId}, subtotal = ${price.subtotal}, discount = ${price.discount},
      fee = ${price.fee}, tax = ${price.tax}, total = ${price.total}
    where id = ${id}`);
  const items = Map.groupBy(price.tickets, (ticket) => ticket.ticketTypeId);
  for (const [ticketTypeId, tickets] of items) {
    const prices = tickets.map(({ discount, fee, tax }) => ({ discount, fee, tax }));
    await tx.execute(sql`
      update booking_items set ticket_prices = ${JSON.stringify(prices)}::jsonb
      where booking_id = ${id} and ticket_type_id = ${ticketTypeId}`);
  }
}
