import { DomainError } from '../errors.ts';
import type { HoldTicketsInput } from './hold-tickets.schema.ts';
import { type BookingPrice, type Discount, type PricedLine, priceBooking } from './price-booking.ts';

/** An event with its stock, as read under the lock. `pools` and `promoCodes` count on while a batch is decided. */
export type EventStock = {
  now: Date;
  event: {
    id: string;
    organizerId: string;
    status: string;
    /** An admin has taken it down, or suspended its organizer. */
    stopped: boolean;
    startsAt: Date;
    currency: string;
    taxRate: number;
    maxPerBuyer: number | null;
  };
  ticketTypes: Map<string, TicketTypeRules>;
  pools: Map<string, PoolCount>;
  /** By code in lower case. */
  promoCodes: Map<string, PromoCodeRules>;
};

export type TicketTypeRules = {
  id: string;
  name: string;
  price: number;
  fee: number;
  salesStartAt: Date | null;
  salesEndAt: Date | null;
  minPerBooking: number;
  maxPerBooking: number;
  poolIds: string[];
};

export type PoolCount = { id: string; capacity: number; held: number; sold: number };

export type PromoCodeRules = Discount & {
  id: string;
  startsAt: Date | null;
  endsAt: Date | null;
  usageLimit: number | null;
  reserved: number;
  used: number;
};

export type HoldDecision = {
  lines: PricedLine[];
  price: BookingPrice;
  promoCodeId: string | null;
  /** Places taken from each pool. */
  places: Map<string, number>;
};

/**
 * Decides one order against the stock: every rule, in the order in which a buyer would want to hear of it. Changes
 * nothing; `take` does, once the order is accepted.
 *
 * @param alreadyHas tickets the buyer has for this event, when it is known who they are
 * @throws DomainError with the first rule that stands in the way
 */
export function decideHold(
  stock: EventStock,
  order: Pick<HoldTicketsInput, 'items' | 'promoCode'>,
  alreadyHas: number,
): HoldDecision {
  const { event, now } = stock;
  if (event.status !== 'published' || event.stopped) throw new DomainError('event_not_on_sale');
  const wanted = order.items.map((item) => {
    const type = stock.ticketTypes.get(item.ticketTypeId);
    if (!type) throw new DomainError('not_found');
    return { type, quantity: item.quantity };
  });
  for (const { type, quantity } of wanted) checkSale(type, quantity, event.startsAt, now);
  const count = wanted.reduce((sum, { quantity }) => sum + quantity, 0);
  checkBuyerLimit(event.maxPerBuyer, alreadyHas, count);
  const places = placesOf(wanted);
  checkPlaces(stock, wanted, places);
  const lines = wanted.map(({ type, quantity }) => ({
    ticketTypeId: type.id,
    quantity,
    unitPrice: type.price,
    unitFee: type.fee,
  }));
  const promo = order.promoCode
    ? usablePromoCode(stock.promoCodes.get(order.promoCode.toLowerCase()), lines, now)
    : null;
  return {
    lines,
    price: priceBooking(lines, event.currency, event.taxRate, promo),
    promoCodeId: promo?.id ?? null,
    places,
  };
}

/** Counts an accepted order into the stock, so that the next one in the batch sees it. */
export function take(stock: EventStock, decision: HoldDecision): void {
  for (const [poolId, quantity] of decision.places) {
    const pool = stock.pools.get(poolId);
    if (pool) pool.held += quantity;
  }
  for (const promo of stock.promoCodes.values()) {
    if (promo.id === decision.promoCodeId) promo.reserved += 1;
  }
}

/** @throws DomainError `above_buyer_limit` */
export function checkBuyerLimit(maxPerBuyer: number | null, alreadyHas: number, wanted: number): void {
  if (maxPerBuyer !== null && alreadyHas + wanted > maxPerBuyer) {
    throw new DomainError('above_buyer_limit', { limit: maxPerBuyer, has: alreadyHas });
  }
}

/**
 * Answers the promo code if it may be used for these lines now.
 *
 * @throws DomainError that says why it does not apply
 */
export function usablePromoCode(
  promo: PromoCodeRules | undefined,
  lines: readonly PricedLine[],
  now: Date,
): PromoCodeRules {
  if (!promo) throw new DomainError('promo_unknown');
  if (promo.startsAt && now < promo.startsAt) throw new DomainError('promo_not_started');
  if (promo.endsAt && now >= promo.endsAt) throw new DomainError('promo_ended');
  if (promo.usageLimit !== null && promo.reserved + promo.used >= promo.usageLimit) {
    throw new DomainError('promo_used_up');
  }
  const { ticketTypeIds } = promo;
  if (ticketTypeIds !== null && !lines.some((line) => ticketTypeIds.includes(line.ticketTypeId))) {
    throw new DomainError('promo_other_ticket_type');
  }
  return promo;
}

function checkSale(type: TicketTypeRules, quantity: number, eventStart: Date, now: Date): void {
  const values = { ticketType: type.name };
  if (type.salesStartAt && now < type.salesStartAt) throw new DomainError('sales_not_started', values);
  if (now >= (type.salesEndAt ?? eventStart)) throw new DomainError('sales_ended', values);
  if (quantity < type.minPerBooking) {
    throw new DomainError('below_minimum', { ...values, minimum: type.minPerBooking });
  }
  if (quantity > type.maxPerBooking) {
    throw new DomainError('above_maximum', { ...values, maximum: type.maxPerBooking });
  }
}

type Wanted = { type: TicketTypeRules; quantity: number };

function placesOf(wanted: readonly Wanted[]): Map<string, number> {
  const places = new Map<string, number>();
  for (const { type, quantity } of wanted) {
    for (const poolId of type.poolIds) places.set(poolId, (places.get(poolId) ?? 0) + quantity);
  }
  return places;
}

function checkPlaces(stock: EventStock, wanted: readonly Wanted[], places: Map<string, number>): void {
  for (const { type, quantity } of wanted) {
    // A type without a pool has no places at all; publishing refuses it, and so does this.
    if (type.poolIds.length === 0) throw new DomainError('sold_out', { ticketType: type.name });
    for (const poolId of type.poolIds) {
      const pool = stock.pools.get(poolId);
      const left = pool ? pool.capacity - pool.held - pool.sold : 0;
      const needed = places.get(poolId) ?? quantity;
      if (left >= needed) continue;
      const values = { ticketType: type.name, left, wanted: quantity };
      if (left > 0) throw new DomainError('not_enough_left', values);
      throw new DomainError(pool && pool.sold < pool.capacity ? 'all_in_carts' : 'sold_out', values);
    }
  }
}
