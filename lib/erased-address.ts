import { randomBytes } from 'node:crypto';

/** A domain that can never receive mail (RFC 2606). */
const DOMAIN = '@erased.invalid';

/** What stands where an erased person's address was: another one for each person, which leads to nobody. */
export const newErasedAddress = (): string => `${randomBytes(8).toString('hex')}${DOMAIN}`;

/** True where there is nobody to write to any more. */
export const isErasedAddress = (email: string): boolean => email.toLowerCase().endsWith(DOMAIN);

/** A thing without the address that stands there for nobody: it is for machines. */
export const withoutErasedAddress = <T extends { buyerEmail: string | null }>(booking: T): T =>
  booking.buyerEmail && isErasedAddress(booking.buyerEmail) ? { ...booking, buyerEmail: null } : booking;

/** The same, as a pattern for `like`. */
export const ERASED_ADDRESSES = `%${DOMAIN}`;
