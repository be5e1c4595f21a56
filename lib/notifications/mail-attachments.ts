import { env } from '../env.ts';
import type { Locale } from '../i18n/routing.ts';
import { bookingCalendar } from '../tickets/calendar.ts';
import { parseTicketKeys, signTicketCode } from '../tickets/ticket-code.ts';
import { ticketQrPng } from '../tickets/ticket-qr.ts';
import { formatTime } from '../time.ts';
import type { BookingMail } from './booking-mail.ts';
import { type MailTranslator, mailLocale, mailTranslator, publicAddress } from './mail-words.ts';

export type MailAttachment = { filename: string; content: Buffer; contentType: string; contentId?: string };

/** How the HTML refers to a ticket's QR picture. */
export function qrContentId(ticketCode: string): string {
  return `qr-${ticketCode}`;
}

/**
 * "Booking 7K2M93QDX4, 2 tickets, doors 19:00", and where it opens. Without the key that mails carry, because calendars
 * are shown to others; and for an attendee who did not buy without the booking.
 */
function description(mail: BookingMail, url: string, t: MailTranslator<'mail'>, locale: Locale): string {
  const { doorsAt, timezone } = mail.event;
  const count = mail.tickets.length;
  const what = mail.toBuyer
    ? t('calendar.booking', { reference: mail.reference, count })
    : t('calendar.tickets', { count });
  const doors = doorsAt ? [t('calendar.doors', { time: formatTime(doorsAt, timezone, locale, 'time') })] : [];
  return `${[what, ...doors].join(', ')}\n${url}`;
}

/**
 * The calendar file of a booking in its language, for mails and for the download on its page.
 *
 * @param hasTicket whether there is a ticket left: whoever has none any more has no date any more
 */
export function calendarFile(
  mail: BookingMail,
  stamp: Date,
  hasTicket = mail.tickets.length > 0,
): MailAttachment {
  const { event } = mail;
  const locale = mailLocale(mail.locale);
  const path = mail.toBuyer ? `/bookings/${mail.reference}` : `/events/${event.slug}`;
  const url = publicAddress(path, locale);
  const host = new URL(env().appUrl).hostname;
  const content = bookingCalendar({
    bookingId: mail.bookingId,
    host,
    // Each may rise alone, so the sum rises with each.
    sequence: mail.revision + mail.ticketChanges + event.revision,
    stamp,
    cancelled: event.cancelled || mail.status === 'cancelled' || mail.status === 'refunded' || !hasTicket,
    title: event.title,
    description: description(mail, url, mailTranslator(locale), locale),
    start: event.startsAt,
    end: event.endsAt,
    place: event.venue && {
      name: event.venue.name,
      address: event.venue.address.includes(event.venue.city)
        ? event.venue.address
        : `${event.venue.address}, ${event.venue.city}`,
      latitude: event.venue.latitude,
      longitude: event.venue.longitude,
    },
    url,
    organizer: event.organizer,
  });
  return {
    filename: `${event.slug}.ics`,
    content: Buffer.from(content),
    contentType: 'text/calendar; charset=utf-8; method=PUBLISH',
  };
}

/** The files of a confirmation: a QR picture a ticket, shown inside the mail, and the calendar entry. */
export async function ticketAttachments(mail: BookingMail, stamp: Date): Promise<MailAttachment[]> {
  const keys = parseTicketKeys(env().ticketSigningKeys);
  const pictures = mail.tickets.map(async (ticket): Promise<MailAttachment> => {
    const claim = { eventId: mail.event.id, ticketId: ticket.id, revision: ticket.revision };
    return {
      filename: `ticket-${ticket.code}.png`,
      content: await ticketQrPng(signTicketCode(claim, keys)),
      contentType: 'image/png',
      contentId: qrContentId(ticket.code),
    };
  });
  return [...(await Promise.all(pictures)), calendarFile(mail, stamp)];
}
