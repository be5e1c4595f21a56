import { createHmac, timingSafeEqual } from 'node:crypto';
import { env } from '../env.ts';

/**
 * The key in a link that opens one thing, such as a booking from its mail. Nothing is stored for it: it is derived
 * from what the thing keeps (`stamp`, say the hash of its secret), so changing that revokes every link.
 *
 * @param purpose keeps keys for different things apart, such as `booking`
 */
export function linkKey(purpose: string, id: string, stamp: Buffer): string {
  return createHmac('sha256', env().authSecret).update(`${purpose}:${id}:`).update(stamp).digest('base64url');
}

/** True when `key` is the link key; compares in constant time. */
export function isLinkKey(key: string, purpose: string, id: string, stamp: Buffer): boolean {
  const expected = Buffer.from(linkKey(purpose, id, stamp));
  const given = Buffer.from(key);
  return expected.length === given.length && timingSafeEqual(expected, given);
}
