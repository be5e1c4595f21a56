import { sql } from 'drizzle-orm';
import { recordAudit } from '../audit/record.ts';
import type { Actor } from '../auth/actor.ts';
import type { Transaction } from '../database.ts';
import { enqueueDelivery } from '../notifications/enqueue-delivery.ts';
import { issueTickets } from '../tickets/issue-tickets.ts';

/**
 * A step: the one place where a booking becomes confirmed. Moves its places from held to sold, its promo code from
 * reserved to used, issues the tickets, writes the audit row and asks for the mail, all in the caller's transaction.
 * The update itself demands that it is free, or fully paid, or let through by a named member.
 *
 * @param by who is behind it: `system` for a payment
 * @returns false when somebody was first, or the money is not there; then nothing has changed
 */
export async function confirmBooking(
  tx: Transaction,
  bookingId: string,
  by: Actor,
  now: Date,
): Promise<boolean> {
  const { rows } = await tx.execute<{ organizer_id: string; revision: number; was: string }>(sql`
    with before as (
      select id, status from bookings
      where id = ${bookingId} and status in ('held', 'paying', 'awaiting_payment') for no key update
    )
    update bookings b set status = 'confirmed', confirmed_at = ${now}, revision = b.revision + 1,
      -- Whoever reads that address has an account: there they look for it, signed in while buying or not.
      user_id = coalesce(b.user_id, (
        select u.id from users u where u.email = b.buyer_email and u.email_verified_at is not null))
    from before
    where b.id = before.id and (
      b.total = 0
      or b.confirmed_by is not null
      or (select coalesce(sum(p.captured), 0) from payments p
          where p.booking_id = b.id and p.outcome = 'fulfilled' and p.refunded < p.captured) >= b.total
    )
    returning b.organizer_id, b.revision, before.status as was`);
  const confirmed = rows[0];
  if (!confirmed) return false;
  await moveToSold(tx, bookingId);
  await issueTickets(tx, bookingId, now);
  await recordAudit(tx, {
    actor: by,
    organizerId: confirmed.organizer_id,
    action: 'booking.confirmed',
    object: { type: 'booking', id: bookingId },
    changes: { status: [confirmed.was, 'confirmed'] },
  });
  await enqueueDelivery(tx, { kind: 'booking_confirmed', bookingId, revision: confirmed.revision });
  return true;
}

async function moveToSold(tx: Transaction, bookingId: string): Promise<void> {
  await tx.execute(sql`
    with places as (
      select l.pool_id, sum(i.quantity)::int as quantity
      from booking_items i join ticket_type_pools l on l.ticket_type_id = i.ticket_type_id
      where i.booking_id = ${bookingId} group by l.pool_id
    ), locked as (
      select id from capacity_pools where id in (select pool_id from places) order by id for no key update
    )
    update capacity_pools p set held = p.held - places.quantity, sold = p.sold + places.quantity
    from places join locked on locked.id = places.pool_id where p.id = places.pool_id`);
  await tx.execute(sql`
    update promo_codes set reserved = reserved - 1, used = used + 1
    where id = (select promo_code_id from bookings where id = ${bookingId})`);
}
