import { sql } from 'drizzle-orm';
import type { Transaction } from '../database.ts';

/**
 * A step: takes the places of a booking that has ended, and its promo code's use, once more, for a payment that came
 * late. All or nothing; the booking is `paying` again afterwards.
 *
 * @returns false when there is not enough left, or the code has been used up; then nothing has changed
 */
export async function reclaimPlaces(tx: Transaction, bookingId: string): Promise<boolean> {
  const { rows: pools } = await tx.execute<{ id: string; left: number; quantity: number }>(sql`
    select p.id, p.capacity - p.held - p.sold as left, places.quantity
    from capacity_pools p join (
      select l.pool_id, sum(i.quantity)::int as quantity
      from booking_items i join ticket_type_pools l on l.ticket_type_id = i.ticket_type_id
      where i.booking_id = ${bookingId} group by l.pool_id
    ) places on places.pool_id = p.id
    order by p.id for no key update of p`);
  if (pools.some((pool) => pool.left < pool.quantity)) return false;
  const { rows: promo } = await tx.execute<{ usable: boolean }>(sql`
    select usage_limit is null or reserved + used < usage_limit as usable
    from promo_codes where id = (select promo_code_id from bookings where id = ${bookingId})
    for no key update`);
  if (promo[0]?.usable === false) return false;
  const moved = await tx.execute(sql`
    update bookings set status = 'paying', ended_at = null
    where id = ${bookingId} and status in ('expired', 'released')`);
  if (moved.rowCount === 0) return false;
  await tx.execute(sql`
    update capacity_pools p set held = p.held + places.quantity
    from (
      select l.pool_id, sum(i.quantity)::int as quantity
      from booking_items i join ticket_type_pools l on l.ticket_type_id = i.ticket_type_id
      where i.booking_id = ${bookingId} group by l.pool_id
    ) places where places.pool_id = p.id`);
  await tx.execute(sql`
    update promo_codes set reserved = reserved + 1
    where id = (select promo_code_id from bookings where id = ${bookingId})`);
  return true;
}
