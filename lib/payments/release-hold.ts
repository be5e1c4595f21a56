import { sql } from 'drizzle-orm';
import { type BookingAccess, openBooking } from '../booking/booking-access.ts';
import { releasePlaces } from '../booking/release-places.ts';
import { appNow, database } from '../database.ts';
import { DomainError } from '../errors.ts';
import { cancelOpenPayment } from './cancel-open-payment.ts';

/** How often another tab may begin to pay while this one gives back. */
const TRIES = 3;

/**
 * A flow: gives held tickets back before their time is up. A payment that was begun is cancelled first. Doing it twice
 * is no error.
 *
 * @throws DomainError `already_paid`, `payment_under_way`, `payment_unavailable`, `not_found`
 */
export async function releaseHold(reference: string, access: BookingAccess): Promise<void> {
  const db = database();
  const { id } = await openBooking(db, reference, access, 'booking.change');
  for (let tries = 0; tries < TRIES; tries += 1) {
    const result = await cancelOpenPayment(id);
    if (result === 'succeeded') throw new DomainError('already_paid');
    if (result === 'processing') throw new DomainError('payment_under_way');
    if (result === 'unreachable') throw new DomainError('payment_unavailable');
    const over = await db.transaction(async (tx) => {
      await releasePlaces(tx, [id], ['held', 'paying'], 'released', await appNow(tx));
      const { rowCount } = await tx.execute(sql`
        select from bookings where id = ${id} and status not in ('held', 'paying')`);
      return rowCount === 1;
    });
    if (over) return;
    // A payment began in another tab between the two steps: it has to be cancelled as well.
  }
  throw new DomainError('payment_under_way');
}
