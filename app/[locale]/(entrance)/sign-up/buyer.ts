import { bookingAccess } from '#lib/auth/booking-access.ts';
import { findBooking } from '#lib/booking/find-booking.ts';
import { withoutErasedAddress } from '#lib/erased-address.ts';
import { DomainError } from '#lib/errors.ts';

/** Where somebody goes on to who wants a booking in their new account. */
const CLAIM = /^(?:\/[a-z]{2})?\/bookings\/([0-9A-Z]{10})\/claim$/;

/** What its buyer has typed already, for whoever makes an account for a booking that this browser has the key of. */
export async function buyerIn(next: string | null): Promise<{ name: string; email: string } | null> {
  const [, reference] = CLAIM.exec(next ?? '') ?? [];
  if (reference === undefined) return null;
  try {
    const booking = await findBooking(reference, await bookingAccess(reference));
    const { buyerName, buyerEmail } = withoutErasedAddress(booking);
    return booking.openedByKey && buyerName && buyerEmail ? { name: buyerName, email: buyerEmail } : null;
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}
