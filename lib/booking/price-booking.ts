import { DomainError } from '../errors.ts';
import { chargeStep, includedTax, minimumCharge, portion, share } from '../money.ts';

/** So many of one ticket type, at its price of the moment. Amounts in minor units. */
export type PricedLine = { ticketTypeId: string; quantity: number; unitPrice: number; unitFee: number };

/** What a promo code takes off. */
export type Discount = {
  /** Hundredths of a percent of the price. */
  percentOff: number | null;
  /** Minor units off each ticket. */
  amountOff: number | null;
  /** The types it is for; null: all. */
  ticketTypeIds: readonly string[] | null;
};

export type TicketPrice = {
  ticketTypeId: string;
  /** Counts from 0 within its line. */
  position: number;
  price: number;
  discount: number;
  fee: number;
  /** Contained in price − discount + fee. */
  tax: number;
};

export type BookingPrice = {
  subtotal: number;
  discount: number;
  fee: number;
  /** Contained in the total. */
  tax: number;
  total: number;
  tickets: TicketPrice[];
};

/**
 * Prices a booking down to the single ticket, so that every sum adds up to the last minor unit. Pure: the same input
 * gives the same price, which is how a confirmed booking gets the ticket prices that its buyer saw.
 *
 * A ticket that costs nothing after its discount carries no fee. Tax is contained in what is paid, computed once on
 * the total and divided by largest remainder.
 *
 * @param taxRate hundredths of a percent
 * @throws DomainError `total_below_gateway_minimum` when something must be paid, but less than can be charged
 */
export function priceBooking(
  lines: readonly PricedLine[],
  currency: string,
  taxRate: number,
  discount: Discount | null,
): BookingPrice {
  const tickets = lines.flatMap((line) =>
    Array.from({ length: line.quantity }, (_, position) => ({
      ticketTypeId: line.ticketTypeId,
      position,
      price: line.unitPrice,
      unitFee: line.unitFee,
    })),
  );
  const discounts = discountOfEach(tickets, discount, chargeStep(currency));
  const charged = tickets.map((ticket, index) => {
    const off = discounts[index] ?? 0;
    return { ...ticket, discount: off, fee: ticket.price > off ? ticket.unitFee : 0 };
  });
  const gross = charged.map((ticket) => ticket.price - ticket.discount + ticket.fee);
  const total = sum(gross);
  if (total > 0 && total < minimumCharge(currency)) throw new DomainError('total_below_gateway_minimum');
  const tax = includedTax(total, taxRate);
  const taxes = share(tax, gross);
  return {
    subtotal: sum(charged.map((ticket) => ticket.price)),
    discount: sum(charged.map((ticket) => ticket.discount)),
    fee: sum(charged.map((ticket) => ticket.fee)),
    tax,
    total,
    tickets: charged.map((ticket, index) => ({
      ticketTypeId: ticket.ticketTypeId,
      position: ticket.position,
      price: ticket.price,
      discount: ticket.discount,
      fee: ticket.fee,
      tax: taxes[index] ?? 0,
    })),
  };
}

function discountOfEach(
  tickets: readonly { ticketTypeId: string; price: number }[],
  discount: Discount | null,
  step: number,
): number[] {
  if (!discount) return tickets.map(() => 0);
  const { percentOff, amountOff, ticketTypeIds } = discount;
  const prices = tickets.map((ticket) =>
    ticketTypeIds === null || ticketTypeIds.includes(ticket.ticketTypeId) ? ticket.price : 0,
  );
  if (percentOff !== null) {
    const eligible = sum(prices);
    const off = portion(eligible, percentOff);
    // Where only whole steps can be charged, the odd rest is the buyer's.
    const rounded = Math.min(eligible, Math.ceil(off / step) * step);
    return share(rounded, prices);
  }
  return prices.map((price) => Math.min(price, amountOff ?? 0));
}

const sum = (amounts: readonly number[]) => amounts.reduce((a, b) => a + b, 0);
