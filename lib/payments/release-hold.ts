import { type BookingAccess, openBooking } from '../booking/booking-access.ts';
import { releasePlaces } from '../booking/release-places.ts';
import { appNow, database } from '../database.ts';
import { DomainError } from '../errors.ts';
import { cancelOpenPayment } from './cancel-open-payment.ts';

/**
 * A flow: gives held tickets back before their time is up. A payment that was begun is cancelled first. Doing it twice
 * is no error.
 *
 * @throws DomainError `already_paid`, `payment_under_way`, `payment_unavailable`, `not_found`
 */
export async function releaseHold(reference: string, access: BookingAccess): Promise<void> {
  const db = database();
  const { id } = await openBooking(db, reference, access, 'booking.change');
  const result = await cancelOpenPayment(id);
  if (result === 'succeeded') throw new DomainError('already_paid');
  if (result === 'processing') throw new DomainError('payment_under_way');
  if (result === 'unreachable') throw new DomainError('payment_unavailable');
  await db.transaction(async (tx) =>
    releasePlaces(tx, [id], ['held', 'paying'], 'released', await appNow(tx)),
  );
}
