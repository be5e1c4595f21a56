import { sql } from 'drizzle-orm';
import { recordAudit } from '../audit/record.ts';
import { database, type Queryable } from '../database.ts';

/**
 * A step: puts what was booked as a guest with an address, and tickets that were handed on to it, into the account of
 * whoever has just shown that the address is theirs. What belongs to another account stays there, and what is still being
 * bought is left alone: anybody can type that address, and `confirmBooking` finds the account itself.
 *
 * @param email one that is known to be read by this person
 */
export async function adoptBookings(tx: Queryable, userId: string, email: string): Promise<void> {
  // The lock first, by itself: a booking that is being confirmed this moment is waited for, and read anew below.
  await tx.execute(sql`
    select from bookings where buyer_email = ${email} and user_id is null order by id for no key update`);
  const { rows } = await tx.execute<{ id: string; organizer_id: string }>(sql`
    update bookings set user_id = ${userId}
    where buyer_email = ${email} and user_id is null and status not in ('held', 'paying', 'awaiting_payment')
    returning id, organizer_id`);
  await tx.execute(sql`
    update tickets set holder_user_id = ${userId}
    where attendee_email = ${email} and transferred_at is not null and holder_user_id is null`);
  for (const { id, organizer_id } of rows) {
    await recordAudit(tx, {
      actor: { kind: 'system' },
      organizerId: organizer_id,
      action: 'booking.adopted',
      object: { type: 'booking', id },
      changes: { userId: [null, userId] },
    });
  }
}

/**
 * A flow: the same for an account whose address somebody else has vouched for, such as Google. What the worker's job
 * does.
 */
export async function adoptBookingsOf(userId: string): Promise<void> {
  await database().transaction(async (tx) => {
    const { rows } = await tx.execute<{ email: string }>(
      sql`select email from users where id = ${userId} and email_verified_at is not null`,
    );
    const [user] = rows;
    if (user) await adoptBookings(tx, userId, user.email);
  });
}
