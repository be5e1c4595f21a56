import { sql } from 'drizzle-orm';
import type { Transaction } from '../database.ts';
import { DomainError } from '../errors.ts';
import type { Locale } from '../i18n/routing.ts';
import { checkBuyerLimit } from './hold-rules.ts';
import { normaliseEmail } from './normalise-email.ts';

export type Buyer = {
  name: string;
  email: string;
  attendees: readonly { ticketTypeId: string; name: string; email: string }[];
  marketingConsent: boolean;
  /** Of the page they are on: their mails are in it from now on. Null leaves it as it is. */
  locale: Locale | null;
};

/**
 * A step: stores who buys and who is coming on a booking that the caller has locked, and checks the limit per buyer
 * under a lock on this buyer at this event, so that two bookings of one person cannot both slip below it.
 *
 * @throws DomainError `attendees_incomplete`, `above_buyer_limit`
 */
export async function recordBuyer(
  tx: Transaction,
  booking: { id: string; eventId: string; maxPerBuyer: number | null },
  buyer: Buyer,
  now: Date,
): Promise<void> {
  const normalised = normaliseEmail(buyer.email);
  const { rows: items } = await tx.execute<{ id: string; ticket_type_id: string; quantity: number }>(sql`
    select id, ticket_type_id, quantity from booking_items where booking_id = ${booking.id} order by id`);
  const wanted = items.reduce((sum, item) => sum + item.quantity, 0);
  if (booking.maxPerBuyer !== null) {
    await tx.execute(
      sql`select pg_advisory_xact_lock(hashtextextended(${`${booking.eventId}:${normalised}`}, 0))`,
    );
    const { rows } = await tx.execute<{ tickets: number }>(sql`
      select coalesce(sum(i.quantity), 0)::int as tickets
      from bookings b join booking_items i on i.booking_id = b.id
      where b.event_id = ${booking.eventId} and b.buyer_email_normalised = ${normalised} and b.id <> ${booking.id}
        and b.status in ('held', 'paying', 'awaiting_payment', 'confirmed')`);
    checkBuyerLimit(booking.maxPerBuyer, rows[0]?.tickets ?? 0, wanted);
  }
  const byType = Map.groupBy(buyer.attendees, (attendee) => attendee.ticketTypeId);
  for (const item of items) {
    const attendees = byType.get(item.ticket_type_id) ?? [];
    if (attendees.length !== item.quantity) throw new DomainError('attendees_incomplete');
    const stored = attendees.map(({ name, email }) => ({ name, email: email || null }));
    await tx.execute(sql`
      update booking_items set attendees = ${JSON.stringify(stored)}::jsonb where id = ${item.id}`);
  }
  await tx.execute(sql`
    update bookings set buyer_name = ${buyer.name}, buyer_email = ${buyer.email},
      buyer_email_normalised = ${normalised}, locale = coalesce(${buyer.locale}::text, locale),
      terms_accepted_at = coalesce(terms_accepted_at, ${now}),
      marketing_consent_at = case when ${buyer.marketingConsent} then coalesce(marketing_consent_at, ${now}) end
    where id = ${booking.id}`);
}
