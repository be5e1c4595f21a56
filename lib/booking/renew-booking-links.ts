import { sql } from 'drizzle-orm';
import { recordAudit } from '../audit/record.ts';
import { database } from '../database.ts';
import { newSecret } from '../reference.ts';
import { type BookingAccess, openBooking } from './booking-access.ts';
import { countResend, mailTicketsAnew } from './resend-tickets.ts';

/**
 * A flow: makes every link to a booking that has gone out worthless, on other devices as in mails, and mails its buyer a
 * new one. Whoever has it in their account keeps it there. The codes of its tickets stay the same.
 *
 * @returns the new key, for the browser that asked
 * @throws DomainError `not_found`; `booking_not_confirmed`; `too_many_tries` when the buyer's address has had enough mail
 */
export async function renewBookingLinks(reference: string, access: BookingAccess): Promise<string> {
  const db = database();
  const { id, organizerId } = await openBooking(db, reference, access, 'booking.change');
  await countResend(id);
  const { secret, hash } = newSecret();
  await db.transaction(async (tx) => {
    await tx.execute(sql`update bookings set secret_hash = ${hash} where id = ${id}`);
    await mailTicketsAnew(tx, id);
    await recordAudit(tx, {
      actor: access.actor,
      organizerId,
      action: 'booking.links_renewed',
      object: { type: 'booking', id },
    });
  });
  return secret;
}
