import { invalidRequest } from './errors.ts';

/** Stripe's zero-decimal currencies: https://docs.stripe.com/currencies#zero-decimal */
const ZERO_DECIMAL = new Set('bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf'.split(' '));
const THREE_DECIMAL = new Set(['bhd', 'jod', 'kwd', 'omr', 'tnd']);
/** Two decimals in the API, but only whole units can be charged: https://docs.stripe.com/currencies#special-cases */
const WHOLE_UNITS_ONLY = new Set(['isk', 'ugx']);

/** Smallest charge in minor units: https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts */
const MINIMUM: ReadonlyMap<string, number> = new Map([
  ['usd', 50],
  ['aed', 200],
  ['ars', 50],
  ['aud', 50],
  ['brl', 50],
  ['cad', 50],
  ['chf', 50],
  ['clp', 500],
  ['cop', 200000],
  ['czk', 1500],
  ['dkk', 250],
  ['eur', 50],
  ['gbp', 30],
  ['hkd', 400],
  ['huf', 17500],
  ['idr', 1000000],
  ['ils', 200],
  ['inr', 50],
  ['jpy', 50],
  ['krw', 1000],
  ['mxn', 1000],
  ['myr', 200],
  ['nok', 300],
  ['nzd', 50],
  ['php', 3000],
  ['pln', 200],
  ['ron', 200],
  ['sek', 300],
  ['sgd', 50],
  ['thb', 1000],
  ['try', 2000],
  ['twd', 2000],
  ['zar', 1000],
]);

/** Chargeable without a published minimum of their own. */
const OTHERS = new Set(
  (
    'afn all amd aoa awg azn bam bbd bdt bgn bhd bif bmd bnd bob bsd bwp byn bzd cdf cny crc cve djf dop dzd egp etb ' +
    'fjd fkp gel ghs gip gmd gnf gtq gyd hnl htg isk jmd jod kes kgs khr kmf kwd kyd kzt lak lbp lkr lrd lsl mad mdl ' +
    'mga mkd mmk mnt mop mur mvr mwk mzn nad ngn nio npr omr pab pen pgk pkr pyg qar rsd rub rwf sar sbd scr shp sos ' +
    'srd szl tjs tnd top ttd tzs uah ugx uyu uzs vnd vuv wst xaf xcd xof xpf yer zmw'
  ).split(' '),
);

const LARGEST = 99_999_999;

/** How many digits of an amount are decimals. */
function decimalsOf(currency: string): number {
  if (ZERO_DECIMAL.has(currency)) return 0;
  return THREE_DECIMAL.has(currency) ? 3 : 2;
}

/** `$21.45`, for messages only. */
export function describeAmount(amount: number, currency: string): string {
  const digits = decimalsOf(currency);
  return new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency: currency.toUpperCase(),
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(amount / 10 ** digits);
}

export function checkCurrency(currency: string): string {
  const lower = currency.toLowerCase();
  if (MINIMUM.has(lower) || OTHERS.has(lower)) return lower;
  throw invalidRequest(
    `Invalid currency: ${lower}. Stripe currently supports these currencies: ${[...MINIMUM.keys(), ...OTHERS].join(', ')}`,
    { param: 'currency' },
  );
}

/** Refuses an amount (minor units) that Stripe would refuse in this currency. */
export function checkAmount(amount: number, currency: string): void {
  const minimum = MINIMUM.get(currency) ?? 1;
  if (amount < minimum) {
    throw invalidRequest(`Amount must be at least ${describeAmount(minimum, currency)} ${currency}`, {
      code: 'amount_too_small',
      param: 'amount',
    });
  }
  if (amount > LARGEST) {
    throw invalidRequest(`Amount must be no more than ${describeAmount(LARGEST, currency)} ${currency}`, {
      code: 'amount_too_large',
      param: 'amount',
    });
  }
  const step = THREE_DECIMAL.has(currency) ? 10 : WHOLE_UNITS_ONLY.has(currency) ? 100 : 1;
  if (amount % step !== 0) {
    throw invalidRequest(`Amounts in ${currency} must be divisible by ${step}.`, { param: 'amount' });
  }
}
