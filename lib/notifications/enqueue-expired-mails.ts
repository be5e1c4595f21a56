import { sql } from 'drizzle-orm';
import type { Transaction } from '../database.ts';
import { enqueueJob } from '../job-queue.ts';

/**
 * A step: asks for a mail to those among the buyers of expired bookings who had begun to pay, so that whoever closed
 * the page learns that nothing was bought, and finds back. Left out is who has gone on to another booking of that
 * event, and whose money did arrive: to tell them is for whatever settles that payment.
 *
 * Set-based, with one job for all, because thousands of holds may end at once.
 *
 * @param bookingIds bookings that the caller has just made `expired`
 */
export async function enqueueExpiredMails(tx: Transaction, bookingIds: readonly string[]): Promise<void> {
  const { rowCount } = await tx.execute(sql`
    insert into deliveries (kind, booking_id, revision, recipient, locale)
    select 'booking_expired', b.id, b.revision, b.buyer_email, b.locale
    from bookings b
    where b.id = any(${sql.param([...bookingIds])}::uuid[])
      and b.buyer_email is not null and b.payment_started_at is not null
      and not exists (select from payments p where p.booking_id = b.id and p.status = 'succeeded')
      and not exists (
        select from bookings next
        where next.event_id = b.event_id and next.buyer_email_normalised = b.buyer_email_normalised
          and next.created_at > b.created_at
          and next.status in ('held', 'paying', 'awaiting_payment', 'confirmed'))
    on conflict on constraint deliveries_once do nothing`);
  if (rowCount) await enqueueJob(tx, 'deliver_mail', {}, { queue: 'mail' });
}
