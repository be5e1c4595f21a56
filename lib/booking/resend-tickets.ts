import { sql } from 'drizzle-orm';
import { recordAudit } from '../audit/record.ts';
import { countLetter } from '../auth/rate-limits.ts';
import { database, type Transaction } from '../database.ts';
import { DomainError } from '../errors.ts';
import { enqueueDelivery } from '../notifications/enqueue-delivery.ts';
import { type BookingAccess, openBooking } from './booking-access.ts';

/**
 * A flow: has the mail with the tickets sent to the buyer once more.
 *
 * @throws DomainError `not_found`; `booking_not_confirmed`; `too_many_tries` when that address has had enough mail
 */
export async function resendTickets(reference: string, access: BookingAccess): Promise<void> {
  const db = database();
  const { id, organizerId } = await openBooking(db, reference, access, 'booking.change');
  await countResend(id);
  await db.transaction(async (tx) => {
    await mailTicketsAnew(tx, id);
    await recordAudit(tx, {
      actor: access.actor,
      organizerId,
      action: 'booking.resent',
      object: { type: 'booking', id },
    });
  });
}

/** Counts a mail to the buyer. @throws DomainError `too_many_tries` */
export async function countResend(bookingId: string): Promise<void> {
  const { rows } = await database().execute<{ email: string | null }>(
    sql`select buyer_email as email from bookings where id = ${bookingId}`,
  );
  const email = rows[0]?.email;
  if (!email) throw new DomainError('booking_not_confirmed');
  if (!(await countLetter('tickets', email))) throw new DomainError('too_many_tries');
}

/** A step: a new revision of the booking's mail, to its buyer alone. */
export async function mailTicketsAnew(tx: Transaction, bookingId: string): Promise<void> {
  const { rows } = await tx.execute<{ revision: number }>(sql`
    update bookings b set revision = revision + 1
    where id = ${bookingId} and status = 'confirmed'
      and exists (select from events e where e.id = b.event_id and e.status <> 'cancelled')
    returning revision`);
  const [row] = rows;
  if (!row) throw new DomainError('booking_not_confirmed');
  await enqueueDelivery(tx, {
    kind: 'booking_confirmed',
    bookingId,
    revision: row.revision,
    onlyToBuyer: true,
  });
}
