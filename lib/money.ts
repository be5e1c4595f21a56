import { keepLast } from './keep-last.ts';

type CurrencyFacts = {
  decimals: 0 | 2 | 3;
  /** The least that can be charged, in minor units. */
  minimum: number;
  /** Amounts must be a multiple of this many minor units. Left out: 1. */
  step?: 10;
};

/**
 * Money is an integer in minor units with its currency. This table is checked by hand against ISO 4217 and Stripe's
 * lists, because `Intl` counts 0 decimals for HUF, COP and IDR where ISO and Stripe have 2. Minimums are Stripe's where
 * it publishes one for the currency; below the gap they are ours, on the safe side of its half US dollar. Stripe takes
 * three-decimal amounts only in steps of ten.
 * https://docs.stripe.com/currencies
 */
const currencies = {
  AUD: { decimals: 2, minimum: 50 },
  BRL: { decimals: 2, minimum: 50 },
  CAD: { decimals: 2, minimum: 50 },
  CHF: { decimals: 2, minimum: 50 },
  CZK: { decimals: 2, minimum: 1500 },
  DKK: { decimals: 2, minimum: 250 },
  EUR: { decimals: 2, minimum: 50 },
  GBP: { decimals: 2, minimum: 30 },
  HUF: { decimals: 2, minimum: 17_500 },
  INR: { decimals: 2, minimum: 50 },
  JPY: { decimals: 0, minimum: 50 },
  MXN: { decimals: 2, minimum: 1000 },
  NOK: { decimals: 2, minimum: 300 },
  NZD: { decimals: 2, minimum: 50 },
  PLN: { decimals: 2, minimum: 200 },
  RON: { decimals: 2, minimum: 200 },
  SEK: { decimals: 2, minimum: 300 },
  SGD: { decimals: 2, minimum: 50 },
  USD: { decimals: 2, minimum: 50 },

  BHD: { decimals: 3, minimum: 250, step: 10 },
  CLP: { decimals: 0, minimum: 600 },
  COP: { decimals: 2, minimum: 300_000 },
  IDR: { decimals: 2, minimum: 1_000_000 },
  ILS: { decimals: 2, minimum: 250 },
  ISK: { decimals: 0, minimum: 100 },
  KRW: { decimals: 0, minimum: 1000 },
  KWD: { decimals: 3, minimum: 250, step: 10 },
  TND: { decimals: 3, minimum: 2000, step: 10 },
  TRY: { decimals: 2, minimum: 5000 },
  UGX: { decimals: 0, minimum: 2500 },
  VND: { decimals: 0, minimum: 20_000 },
  ZAR: { decimals: 2, minimum: 1500 },
} as const satisfies Record<string, CurrencyFacts>;

export type Currency = keyof typeof currencies;

/** All currencies Foyer can sell in. */
export const currencyCodes = Object.keys(currencies).filter(isCurrency).sort();

/** True for a currency Foyer can sell in. */
export function isCurrency(code: string): code is Currency {
  return Object.hasOwn(currencies, code);
}

function facts(currency: string): CurrencyFacts {
  if (!isCurrency(currency)) throw new RangeError(`unknown currency ${currency}`);
  return currencies[currency];
}

/** How many decimals a currency has. @throws RangeError for one that is not in the table. */
export function currencyDecimals(currency: string): number {
  return facts(currency).decimals;
}

/** The least that can be charged, in minor units. @throws RangeError for an unknown currency. */
export function minimumCharge(currency: string): number {
  return facts(currency).minimum;
}

/** Amounts to charge must be a multiple of this, in minor units. @throws RangeError for an unknown currency. */
export function chargeStep(currency: string): number {
  return facts(currency).step ?? 1;
}

/** For every currency in some languages. */
const formatters = keepLast<Intl.NumberFormat>(100);

/**
 * Writes an amount as a person of that language reads it: "€24.00", "24,00 €", "¥3,500".
 *
 * @param amount minor units
 */
export function formatMoney(amount: number, currency: string, locale: string): string {
  const digits = currencyDecimals(currency);
  const make = () =>
    new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      currencyDisplay: 'narrowSymbol',
    });
  return formatters(`${locale} ${currency}`, make).format(amount / 10 ** digits);
}

/** Writes an amount as machines read it: "24.00", "3500", "1.250". @param amount minor units, not negative */
export function decimalMoney(amount: number, currency: string): string {
  const decimals = currencyDecimals(currency);
  if (decimals === 0) return String(amount);
  const digits = String(amount).padStart(decimals + 1, '0');
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** Rounds halves away from zero. The one place where money is rounded, with `share` below. */
function round(value: number): number {
  return Math.sign(value) * Math.round(Math.abs(value));
}

/**
 * A part of an amount.
 *
 * @param rate hundredths of a percent: 2000 is 20 %
 */
export function portion(amount: number, rate: number): number {
  return round((amount * rate) / 10_000);
}

/**
 * The tax that is already in a gross amount.
 *
 * @param rate hundredths of a percent: 1900 is 19 %
 */
export function includedTax(gross: number, rate: number): number {
  return round((gross * rate) / (10_000 + rate));
}

/**
 * Divides an amount in proportion to weights so that the shares add up to it exactly: largest remainder, and among
 * equal remainders the earlier one. All shares are 0 when all weights are.
 */
export function share(amount: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  if (sum === 0) return weights.map(() => 0);
  const exact = weights.map((weight) => BigInt(amount) * BigInt(weight));
  const shares = exact.map((value) => Number(value / BigInt(sum)));
  let rest = amount - shares.reduce((a, b) => a + b, 0);
  const order = exact
    .map((value, index) => ({ index, remainder: value % BigInt(sum) }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1));
  for (const { index } of order) {
    if (rest === 0) break;
    shares[index] = (shares[index] ?? 0) + 1;
    rest -= 1;
  }
  return shares;
}
