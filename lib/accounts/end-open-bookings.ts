import { sql } from 'drizzle-orm';
import type { UserActor } from '../auth/actor.ts';
import { database } from '../database.ts';
import { DomainError } from '../errors.ts';
import { releaseHold } from '../payments/release-hold.ts';

/** What still moves in somebody's bookings: places that are kept, or a payment that could still go through. */
export const stillMoves = sql`(
  b.status in ('held', 'paying', 'awaiting_payment')
  or exists (select from payments p where p.booking_id = b.id and p.status not in ('succeeded', 'canceled')))`;

/**
 * A flow: gives back what somebody holds, and cancels a payment that was begun. One that turns out to be paid is a booking
 * then, which is as good an end.
 *
 * @throws DomainError `payment_under_way` while a bank is still thinking, `payment_unavailable`
 */
export async function endOpenBookings(actor: UserActor): Promise<void> {
  const { rows } = await database().execute<{ reference: string; status: string }>(sql`
    select b.reference, b.status from bookings b where b.user_id = ${actor.userId} and ${stillMoves}`);
  for (const { reference, status } of rows) {
    if (status !== 'held' && status !== 'paying') throw new DomainError('payment_under_way');
    try {
      await releaseHold(reference, { actor, key: null });
    } catch (error) {
      if (!(error instanceof DomainError && error.code === 'already_paid')) throw error;
    }
  }
}
