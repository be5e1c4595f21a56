import { sql } from 'drizzle-orm';
import type { Transaction } from '../database.ts';

/**
 * A step: whether what a booking began to buy may still be sold. Not so once its event is cancelled or taken down, or its
 * organizer suspended. Whoever does that locks the event's pools first, and so does this: so it is known for certain
 * until the caller's transaction ends. Whether places are left is another question.
 */
export async function mayStillBeSold(tx: Transaction, bookingId: string): Promise<boolean> {
  await tx.execute(sql`
    select from capacity_pools
    where event_id = (select event_id from bookings where id = ${bookingId}) order by id for no key update`);
  const { rowCount } = await tx.execute(sql`
    select from bookings b join events e on e.id = b.event_id join organizers o on o.id = e.organizer_id
    where b.id = ${bookingId} and e.status in ('published', 'postponed')
      and e.taken_down_at is null and o.suspended_at is null`);
  return rowCount === 1;
}
