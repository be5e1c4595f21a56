import { database } from '../database.ts';
import { type BookingAccess, openBooking } from './booking-access.ts';
import { type BookingView, readBooking } from './read-booking.ts';

/**
 * A booking for whoever may see it, or go on with it. Only reads.
 *
 * @throws DomainError `not_found`, also for a booking that is somebody else's
 */
export async function findBooking(
  reference: string,
  access: BookingAccess,
  action: 'booking.read' | 'booking.change' = 'booking.read',
): Promise<BookingView> {
  const db = database();
  const { id, openedByKey } = await openBooking(db, reference, access, action);
  return { ...(await readBooking(db, id)), openedByKey };
}
