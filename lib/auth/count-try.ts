import type { RateLimiterAbstract } from 'rate-limiter-flexible';
import { z } from 'zod';
import { DomainError } from '../errors.ts';

/**
 * What the library rejects with when it is enough; anything else is a failure. Told by its shape, not by its class, of
 * which a process can hold several copies (see per-process.ts).
 */
const refused = z.object({ msBeforeNext: z.number(), consumedPoints: z.number() });

/** Counts one try, or several at once. @throws DomainError `too_many_tries` with the `minutes` to wait */
export async function countTry(limiter: RateLimiterAbstract, key: string, points = 1): Promise<void> {
  try {
    await limiter.consume(key, points);
  } catch (refusal) {
    const { success, data } = refused.safeParse(refusal);
    if (!success) throw refusal;
    throw new DomainError('too_many_tries', { minutes: Math.ceil(data.msBeforeNext / 60_000) });
  }
}
