import { sql } from 'drizzle-orm';
import type { Queryable } from '../../database.ts';
import { asLinked } from '../../tickets/ticket-key.ts';
import { formatTime } from '../../time.ts';
import { bookingLink } from '../booking-link.ts';
import { publicAddress } from '../mail-words.ts';
import { ticketLink } from '../ticket-link.ts';
import { composeLetter, type LetterWriter } from './letter-row.ts';

/** As many as a mail can be read with; what is older is found from one of them. */
const MOST = 30;

// messages: mail.bookingsFound.*
/**
 * What was booked with an address as a guest, and what lies in its account, each with a link that opens it; or
 * that there is nothing. What lies in an account under another address is left out: nobody opens that who merely reads a
 * mailbox that its owner has left.
 */
export const bookingsFound: LetterWriter = async (db, row) => {
  const { rows } = await db.execute<{
    bookingId: string;
    reference: string;
    secretHash: Buffer;
    title: string;
    startsAt: string;
    timezone: string;
    tickets: number;
  }>(sql`
    select b.id as "bookingId", b.reference, b.secret_hash as "secretHash", e.title, e.starts_at as "startsAt",
      e.timezone, (select count(*)::int from tickets t
        where t.booking_id = b.id and t.status <> 'void' and t.transferred_at is null) as tickets
    from bookings b join events e on e.id = b.event_id
    where (b.user_id = (select id from users where email = ${row.recipient})
        or b.user_id is null and b.buyer_email = ${row.recipient})
      and b.status in ('confirmed', 'awaiting_payment', 'cancelled')
    order by e.ends_at < app_now(), e.starts_at desc limit ${MOST}`);
  const tickets = await ticketsOf(db, row.recipient);
  const count = rows.length + tickets.length;
  return composeLetter(row, (t, locale) => ({
    subject: t('bookingsFound.subject', { count }),
    preview: t('bookingsFound.preview', { count }),
    heading: t('bookingsFound.heading', { count }),
    paragraphs: [t('bookingsFound.what', { count })],
    links: [
      ...rows.map((booking) => ({ ...booking, href: bookingLink(booking, locale) })),
      ...tickets.map((ticket) => ({ ...ticket, tickets: 1, href: ticketLink(asLinked(ticket), locale) })),
    ].map(({ href, title, startsAt, timezone, tickets }) => ({
      label: t('bookingsFound.line', {
        event: title,
        day: formatTime(new Date(startsAt), timezone, locale, 'dayTime'),
        count: tickets,
      }),
      href,
    })),
    action: count === 0 ? { label: t('bookingsFound.act'), href: publicAddress('/events', locale) } : null,
    after: [t('bookingsFound.notYou')],
  }));
};

/**
 * Tickets that somebody handed on to this address or its account, and that are still there; and those that others bought
 * and had sent to it.
 */
async function ticketsOf(db: Queryable, email: string) {
  const { rows } = await db.execute<{
    id: string;
    code: string;
    revision: number;
    title: string;
    startsAt: string;
    timezone: string;
    transferred: boolean;
    email: string | null;
    secretHash: Buffer;
  }>(sql`
    select t.id, t.code, t.revision, t.transferred_at is not null as transferred, t.attendee_email as email,
      b.secret_hash as "secretHash", e.title, e.starts_at as "startsAt", e.timezone
    from tickets t join events e on e.id = t.event_id join bookings b on b.id = t.booking_id
    where case when t.transferred_at is null
        then t.attendee_email = ${email} and b.buyer_email <> ${email} and b.status = 'confirmed'
          and not coalesce(b.user_id = (select id from users where email = ${email}), false)
        else t.holder_user_id = (select id from users where email = ${email})
          or t.holder_user_id is null and t.attendee_email = ${email} end
      and t.status <> 'void'
    order by e.ends_at < app_now(), e.starts_at desc limit ${MOST}`);
  return rows;
}
