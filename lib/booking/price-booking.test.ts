import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DomainError } from '../errors.ts';
import { chargeStep, currencyCodes } from '../money.ts';
import { type Discount, priceBooking } from './price-booking.ts';

const none = null;
const line = (quantity: number, unitPrice: number, unitFee = 0, ticketTypeId = 'a') => ({
  ticketTypeId,
  quantity,
  unitPrice,
  unitFee,
});
const percent = (percentOff: number, ticketTypeIds: string[] | null = null): Discount => ({
  percentOff,
  amountOff: null,
  ticketTypeIds,
});

describe('priceBooking', () => {
  it.each([
    [
      'two with fees',
      [line(2, 2200, 200)],
      'EUR',
      600,
      none,
      { subtotal: 4400, discount: 0, fee: 400, tax: 272, total: 4800 },
    ],
    ['free', [line(3, 0)], 'EUR', 1900, none, { subtotal: 0, discount: 0, fee: 0, tax: 0, total: 0 }],
    [
      'no decimals',
      [line(3, 3500, 150)],
      'JPY',
      1000,
      none,
      { subtotal: 10_500, discount: 0, fee: 450, tax: 995, total: 10_950 },
    ],
    [
      'three decimals, odd percent',
      [line(3, 3330)],
      'KWD',
      0,
      percent(3333),
      { subtotal: 9990, discount: 3330, fee: 0, tax: 0, total: 6660 },
    ],
    [
      'one third off',
      [line(3, 1000)],
      'EUR',
      1900,
      percent(3333),
      { subtotal: 3000, discount: 1000, fee: 0, tax: 319, total: 2000 },
    ],
    [
      'all off takes the fee along',
      [line(2, 1500, 150)],
      'EUR',
      1900,
      percent(10_000),
      { subtotal: 3000, discount: 3000, fee: 0, tax: 0, total: 0 },
    ],
    [
      'only for one type',
      [line(1, 1000, 0, 'a'), line(1, 3000, 0, 'b')],
      'EUR',
      0,
      percent(5000, ['b']),
      { subtotal: 4000, discount: 1500, fee: 0, tax: 0, total: 2500 },
    ],
    [
      'more off than it costs',
      [line(1, 400)],
      'EUR',
      0,
      { percentOff: null, amountOff: 900, ticketTypeIds: null },
      { subtotal: 400, discount: 400, fee: 0, tax: 0, total: 0 },
    ],
  ])('%s', (_, lines, currency, taxRate, discount, expected) => {
    expect(priceBooking(lines, currency, taxRate, discount)).toMatchObject(expected);
  });

  it('refuses a total that Stripe would not charge', () => {
    expect(() => priceBooking([line(1, 49)], 'EUR', 0, none)).toThrow(
      new DomainError('total_below_gateway_minimum'),
    );
    expect(priceBooking([line(1, 50)], 'EUR', 0, none).total).toBe(50);
  });

  it('adds up to the last minor unit, ticket by ticket, in every currency', () => {
    const money = fc.integer({ min: 0, max: 90_000 }).map((steps) => steps * 10);
    fc.assert(
      fc.property(
        fc.array(fc.record({ quantity: fc.integer({ min: 1, max: 20 }), unitPrice: money, unitFee: money }), {
          minLength: 1,
          maxLength: 6,
        }),
        fc.constantFrom(...currencyCodes),
        fc.integer({ min: 0, max: 3000 }),
        fc.option(fc.integer({ min: 1, max: 10_000 }).map((rate) => percent(rate))),
        (lines, currency, taxRate, discount) => {
          const named = lines.map((one, index) => ({ ...one, ticketTypeId: `type-${index}` }));
          let price: ReturnType<typeof priceBooking>;
          try {
            price = priceBooking(named, currency, taxRate, discount);
          } catch (error) {
            expect(error).toEqual(new DomainError('total_below_gateway_minimum'));
            return;
          }
          const sum = (of: 'price' | 'discount' | 'fee' | 'tax') =>
            price.tickets.reduce((total, ticket) => total + ticket[of], 0);
          expect(price.subtotal - price.discount + price.fee).toBe(price.total);
          expect([sum('price'), sum('discount'), sum('fee'), sum('tax')]).toEqual([
            price.subtotal,
            price.discount,
            price.fee,
            price.tax,
          ]);
          expect(price.total % chargeStep(currency)).toBe(0);
          for (const ticket of price.tickets) {
            expect(ticket.discount).toBeLessThanOrEqual(ticket.price);
            expect(ticket.tax).toBeLessThanOrEqual(ticket.price - ticket.discount + ticket.fee);
          }
        },
      ),
    );
  });
});
