import { env } from '../env.ts';
import { bookingCalendar } from '../tickets/calendar.ts';
import { parseTicketKeys, signTicketCode } from '../tickets/ticket-code.ts';
import { ticketQrPng } from '../tickets/ticket-qr.ts';
import type { BookingMail } from './booking-mail.ts';

export type MailAttachment = { filename: string; content: Buffer; contentType: string; contentId?: string };

/** How the HTML refers to a ticket's QR picture. */
export function qrContentId(ticketCode: string): string {
  return `qr-${ticketCode}`;
}

/** The calendar file of a booking, for mails and for the download on its page. */
export function calendarFile(mail: BookingMail, stamp: Date): MailAttachment {
  const { event } = mail;
  const host = new URL(env().appUrl).hostname;
  const content = bookingCalendar({
    bookingId: mail.bookingId,
    host,
    // Either may rise alone, so the sum rises with each.
    sequence: mail.revision + event.revision,
    stamp,
    cancelled: event.cancelled || mail.status === 'cancelled' || mail.status === 'refunded',
    title: event.title,
    description: mail.reference,
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
    url: `${env().appUrl}/bookings/${mail.reference}`,
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
