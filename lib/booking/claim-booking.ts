import { sql } from 'drizzle-orm';
import { recordAudit } from '../audit/record.ts';
import { database } from '../database.ts';
import { DomainError } from '../errors.ts';
import { type BookingAccess, openBooking } from './booking-access.ts';

/**
 * A flow: puts a booking that was made as a guest into the account of whoever is signed in and holds its key. One that
 * belongs to somebody stays with them.
 *
 * @throws DomainError `sign_in_needed`, `not_found`
 */
export async function claimBooking(reference: string, access: BookingAccess): Promise<void> {
  const { actor } = access;
  if (actor.kind !== 'user') throw new DomainError('sign_in_needed');
  const db = database();
  const { id, organizerId } = await openBooking(db, reference, access, 'booking.change');
  await db.transaction(async (tx) => {
    const claimed = await tx.execute(sql`
      update bookings set user_id = ${actor.userId} where id = ${id} and user_id is null`);
    if (claimed.rowCount === 0) return;
    await recordAudit(tx, {
      actor,
      organizerId,
      action: 'booking.claimed',
      object: { type: 'booking', id },
      changes: { userId: [null, actor.userId] },
    });
  });
}
