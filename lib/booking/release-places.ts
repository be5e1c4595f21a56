import { sql } from 'drizzle-orm';
import { recordAudit } from '../audit/record.ts';
import type { Transaction } from '../database.ts';
import { enqueueExpiredMails } from '../notifications/enqueue-expired-mails.ts';

/** How a booking ends that gives its places back without having been confirmed. */
type Ending = 'released' | 'expired';

/**
 * A step: ends bookings that still keep places and puts those back on sale, with the promo codes' uses. Only bookings
 * in one of the `from` states move, so whoever comes second changes nothing. One with a payment that could still
 * succeed stays as it is, unless that has been waited for long enough. Who had begun to pay when the time ran out is
 * told by mail. Inverse of `hold-tickets`.
 *
 * @param evenIfPayable end it although its payment may still succeed; that success then counts as late
 * @returns the ids of the bookings that it ended
 */
export async function releasePlaces(
  tx: Transaction,
  bookingIds: readonly string[],
  from: readonly ('held' | 'paying' | 'awaiting_payment')[],
  to: Ending,
  now: Date,
  { evenIfPayable = false } = {},
): Promise<string[]> {
  // Locked first, looked at second: a payment that began while we waited for the lock is seen only by a new statement.
  await tx.execute(sql`
    select from bookings where id = any(${sql.param([...bookingIds])}::uuid[]) order by id for no key update`);
  const ended = await tx.execute<{ id: string; organizer_id: string; status: string }>(sql`
    with due as (
      select id, status from bookings b
      where id = any(${sql.param([...bookingIds])}::uuid[])
        and status = any(${sql.param([...from])}::booking_status[])
        and (${evenIfPayable} or not exists (
          select from payments p where p.booking_id = b.id and p.status not in ('succeeded', 'canceled')))
    )
    update bookings b set status = ${to}::booking_status, ended_at = ${now}
    from due where b.id = due.id
    returning b.id, b.organizer_id, due.status`);
  const ids = ended.rows.map((row) => row.id);
  if (ids.length === 0) return [];
  await giveBack(tx, ids);
  if (to === 'expired') await enqueueExpiredMails(tx, ids);
  for (const row of ended.rows) {
    await recordAudit(tx, {
      actor: { kind: 'system' },
      organizerId: row.organizer_id,
      action: `booking.${to}`,
      object: { type: 'booking', id: row.id },
      changes: { status: [row.status, to] },
    });
  }
  return ids;
}

async function giveBack(tx: Transaction, bookingIds: readonly string[]): Promise<void> {
  const ids = sql.param([...bookingIds]);
  await tx.execute(sql`
    with places as (
      select l.pool_id, sum(i.quantity)::int as quantity
      from booking_items i join ticket_type_pools l on l.ticket_type_id = i.ticket_type_id
      where i.booking_id = any(${ids}::uuid[]) group by l.pool_id
    ), locked as (
      select id from capacity_pools where id in (select pool_id from places) order by id for no key update
    )
    update capacity_pools p set held = p.held - places.quantity
    from places join locked on locked.id = places.pool_id where p.id = places.pool_id`);
  await tx.execute(sql`
    with uses as (
      select promo_code_id as id, count(*)::int as uses from bookings
      where id = any(${ids}::uuid[]) and promo_code_id is not null group by promo_code_id
    ), locked as (
      select id from promo_codes where id in (select id from uses) order by id for no key update
    )
    update promo_codes c set reserved = c.reserved - uses.uses
    from uses join locked on locked.id = uses.id where c.id = uses.id`);
}
