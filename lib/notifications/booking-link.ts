import { linkKey } from '../auth/link-key.ts';
import { publicAddress } from './mail-words.ts';

/**
 * The address in a mail that opens a booking: it carries a key that the route behind it exchanges for a cookie before
 * it redirects to the clean address. A new secret of the booking makes it worthless.
 */
export function bookingLink(
  booking: { bookingId: string; reference: string; secretHash: Buffer },
  locale: string,
): string {
  const key = linkKey('booking', booking.bookingId, booking.secretHash);
  return publicAddress(`/bookings/${booking.reference}/open?key=${key}`, locale);
}
