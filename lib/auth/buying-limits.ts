import { RateLimiterMemory } from 'rate-limiter-flexible';
import { env } from '../env.ts';
import { DomainError } from '../errors.ts';
import { perProcess } from '../per-process.ts';
import { isLoopback, networkOf } from './client-address.ts';
import { countTry } from './count-try.ts';

const MINUTE = 60;

/**
 * How many tries in how many seconds, against scripts that put a whole house into carts or guess codes. Wide enough for
 * an office, a school or a mobile network behind one address, where a sale begins for all at the same moment.
 */
const limits = {
  hold_network: { points: 30, duration: MINUTE },
  /** Tickets, of one event. */
  hold_tickets: { points: 100, duration: 10 * MINUTE },
  /** Codes of one event that do not exist. */
  promo_code: { points: 10, duration: 10 * MINUTE },
  checkout_start: { points: 20, duration: MINUTE },
  /** Files of tickets, each of which has to be drawn. */
  ticket_files: { points: 30, duration: MINUTE },
} as const;

type Limit = keyof typeof limits;

/**
 * Kept in memory, because these stand before the busiest moment there is and must cost it nothing. So each process
 * counts for itself, and with several the limits are that much wider.
 */
const limiter = (limit: Limit) =>
  perProcess(`rate-limit.${limit}`, () => new RateLimiterMemory({ ...limits[limit], keyPrefix: limit }));

/**
 * Nobody is counted on a sandbox's own machine: a demo, a journey or a load test is hundreds of buyers at one address,
 * the loopback. From anywhere else a sandbox counts as production does.
 */
const isLifted = (address: string) => env().payments.mode === 'sandbox' && isLoopback(address);

/**
 * Counts a wish to hold tickets, then tries it. What could not be held does not count as tickets.
 *
 * @param wish the event, how many tickets, and whether a promo code is tried with them
 * @throws DomainError `too_many_tries`, or what `hold` throws
 */
export async function limitHold<T>(
  address: string,
  { eventId, tickets, promoCode }: { eventId: string; tickets: number; promoCode: boolean },
  hold: () => Promise<T>,
): Promise<T> {
  if (isLifted(address)) return hold();
  const key = `${networkOf(address)}|${eventId}`;
  await countTry(limiter('hold_network'), networkOf(address));
  // One order may be as large as the limit at most, so that a whole class can go somewhere together.
  const points = Math.min(tickets, limits.hold_tickets.points);
  try {
    await countTry(limiter('hold_tickets'), key, points);
    return await (promoCode ? limitPromoCode(address, eventId, hold) : hold());
  } catch (error) {
    await limiter('hold_tickets').reward(key, points);
    throw error;
  }
}

/**
 * Counts a try of a promo code, before it is looked up, so that many at once cannot slip through. Only codes that do
 * not exist stay counted.
 *
 * @throws DomainError `too_many_tries`, or what `apply` throws
 */
export async function limitPromoCode<T>(
  address: string,
  eventId: string,
  apply: () => Promise<T>,
): Promise<T> {
  if (isLifted(address)) return apply();
  const key = `${networkOf(address)}|${eventId}`;
  await countTry(limiter('promo_code'), key);
  let unknown = false;
  try {
    return await apply();
  } catch (error) {
    unknown = error instanceof DomainError && error.code === 'promo_unknown';
    throw error;
  } finally {
    if (!unknown) await limiter('promo_code').reward(key);
  }
}

/**
 * Counts a submitted checkout, each of which asks Stripe.
 *
 * @throws DomainError `too_many_tries`
 */
export async function countCheckoutStart(address: string): Promise<void> {
  if (!isLifted(address)) await countTry(limiter('checkout_start'), networkOf(address));
}

/**
 * Counts a file of tickets that somebody downloads.
 *
 * @throws DomainError `too_many_tries`
 */
export async function countTicketFile(address: string): Promise<void> {
  if (!isLifted(address)) await countTry(limiter('ticket_files'), networkOf(address));
}
