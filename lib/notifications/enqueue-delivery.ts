import { sql } from 'drizzle-orm';
import type { Transaction } from '../database.ts';
import { ERASED_ADDRESSES } from '../erased-address.ts';
import { enqueueJob } from '../job-queue.ts';

/** `booking_expired` is asked for by `enqueue-expired-mails`, many at a time. */
export type DeliveryKind = 'booking_confirmed' | 'booking_refunded' | 'booking_expired';

/**
 * A step: asks for one mail to the buyer and, when tickets were confirmed, one to each attendee with an address of
 * their own. Asking again for the same revision adds nothing: the unique key on (booking, kind, revision, recipient)
 * is the rule, and only a new row brings a job. Nothing is written to somebody who is erased.
 *
 * Each row has a job of its own rather than one shared by key: a shared one would be a row that every transaction
 * which confirms a booking wants to lock. Whichever job runs first sends what waits; the others then find nothing.
 */
export async function enqueueDelivery(
  tx: Transaction,
  mail: {
    kind: Exclude<DeliveryKind, 'booking_expired'>;
    bookingId: string;
    revision: number;
    /** Leaves attendees out, who have got theirs before. */
    onlyToBuyer?: boolean;
  },
): Promise<void> {
  const { onlyToBuyer = false } = mail;
  const { rows } = await tx.execute(sql`
    insert into deliveries (kind, booking_id, revision, recipient, locale)
    select ${mail.kind}::delivery_kind, b.id, ${mail.revision}, r.recipient, b.locale
    from bookings b
    cross join lateral (
      select b.buyer_email as recipient where b.buyer_email is not null
      union
      select t.attendee_email from tickets t
      where ${mail.kind === 'booking_confirmed'} and t.booking_id = b.id and t.status <> 'void'
        and t.attendee_email is not null and t.transferred_at is null and ${!onlyToBuyer}
    ) r
    where b.id = ${mail.bookingId} and r.recipient not like ${ERASED_ADDRESSES}
    on conflict on constraint deliveries_once do nothing
    returning id`);
  for (const _ of rows) await enqueueJob(tx, 'deliver_mail', {}, { queue: 'mail' });
}
