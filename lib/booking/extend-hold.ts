import { sql } from 'drizzle-orm';
import { database } from '../database.ts';
import { DomainError } from '../errors.ts';
import { type BookingAccess, openBooking } from './booking-access.ts';

/** What a buyer gets who asks for more time. */
const EXTENSION_MINUTES = 5;

/**
 * A flow: keeps the places five minutes longer. Can be done once, while the hold still stands.
 *
 * @returns when the places go back now
 * @throws DomainError `not_found`, `already_extended`, `hold_expired`
 */
export async function extendHold(reference: string, access: BookingAccess): Promise<Date> {
  const db = database();
  const { id } = await openBooking(db, reference, access, 'booking.change');
  const { rows } = await db.execute<{ expires_at: string }>(sql`
    update bookings set expires_at = expires_at + make_interval(mins => ${EXTENSION_MINUTES}), extended_at = app_now()
    where id = ${id} and status in ('held', 'paying') and extended_at is null and expires_at > app_now()
    returning expires_at`);
  const extended = rows[0];
  if (extended) return new Date(extended.expires_at);
  const { rows: why } = await db.execute<{ extended: boolean }>(sql`
    select extended_at is not null and expires_at > app_now() as extended from bookings where id = ${id}`);
  throw new DomainError(why[0]?.extended ? 'already_extended' : 'hold_expired');
}
