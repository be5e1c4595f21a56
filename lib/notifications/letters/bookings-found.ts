import { sql } from 'drizzle-orm';
import { formatTime } from '../../time.ts';
import { bookingLink } from '../booking-link.ts';
import { publicAddress } from '../mail-words.ts';
import { composeLetter, type LetterWriter } from './letter-row.ts';

/** As many as a mail can be read with; what is older is found from one of them. */
const MOST = 30;

// messages: mail.bookingsFound.*
/** What was booked with an address, each with a link that opens it; or that there is nothing. */
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
      e.timezone, (select count(*)::int from tickets t where t.booking_id = b.id and t.status <> 'void') as tickets
    from bookings b join events e on e.id = b.event_id
    where b.buyer_email = ${row.recipient} and b.status in ('confirmed', 'awaiting_payment', 'cancelled')
    order by e.ends_at < app_now(), e.starts_at desc limit ${MOST}`);
  return composeLetter(row, (t, locale) => ({
    subject: t('bookingsFound.subject', { count: rows.length }),
    preview: t('bookingsFound.preview', { count: rows.length }),
    heading: t('bookingsFound.heading', { count: rows.length }),
    paragraphs: [t('bookingsFound.what', { count: rows.length })],
    links: rows.map((booking) => ({
      label: t('bookingsFound.line', {
        event: booking.title,
        day: formatTime(new Date(booking.startsAt), booking.timezone, locale, 'dayTime'),
        count: booking.tickets,
      }),
      href: bookingLink(booking, locale),
    })),
    action:
      rows.length === 0 ? { label: t('bookingsFound.act'), href: publicAddress('/events', locale) } : null,
    after: [t('bookingsFound.notYou')],
  }));
};
