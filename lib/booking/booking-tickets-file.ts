import { createTranslator } from 'next-intl';
import { database } from '../database.ts';
import { env } from '../env.ts';
import { DomainError } from '../errors.ts';
import { messages } from '../i18n/messages.ts';
import type { Locale } from '../i18n/routing.ts';
import { posterFile } from '../posters/poster-file.ts';
import { posterHue } from '../posters/poster-hue.ts';
import { normaliseReference } from '../reference.ts';
import type { TicketSheet } from '../tickets/pdf-ticket.ts';
import { formatTicketCode, parseTicketKeys, signTicketCode } from '../tickets/ticket-code.ts';
import { ticketPdf } from '../tickets/ticket-pdf.ts';
import { formatTime, zoneName } from '../time.ts';
import type { BookingAccess } from './booking-access.ts';
import { type BookingView, findBooking, type TicketView } from './find-booking.ts';

/**
 * The tickets of a confirmed booking as a PDF, a page each. Those that let nobody in (void, blocked) are left out, and
 * when the event is cancelled that is all of them.
 *
 * @param code the ten characters of one ticket, or null for all of them
 * @throws DomainError `not_found`, also when there is nothing to print
 */
export async function bookingTicketsFile(
  reference: string,
  code: string | null,
  access: BookingAccess,
  locale: Locale,
): Promise<{ filename: string; content: Buffer; contentType: string }> {
  const booking = await findBooking(reference, access);
  if (booking.status !== 'confirmed' || booking.event.status === 'cancelled') {
    throw new DomainError('not_found');
  }
  const all = booking.tickets.filter(({ status }) => status === 'valid' || status === 'used');
  const wanted = code === null ? null : normaliseReference(code);
  const tickets = all.filter((ticket) => wanted === null || ticket.code === wanted);
  if (tickets.length === 0) throw new DomainError('not_found');

  const { event } = booking;
  const t = translator(locale);
  const poster = (await posterFile(database(), `${event.slug}.png`)).content;
  const content = await ticketPdf({
    language: locale,
    title: t('title', { count: tickets.length, event: event.title }),
    author: event.organizer.name,
    stamp: booking.now,
    sheets: tickets.map((ticket) =>
      sheetOf(booking, ticket, { number: all.indexOf(ticket) + 1, count: all.length }, locale, poster),
    ),
  });
  const filename =
    wanted === null ? `tickets-${event.slug}-${booking.reference}.pdf` : `ticket-${event.slug}-${wanted}.pdf`;
  return { filename, content, contentType: 'application/pdf' };
}

function translator(locale: Locale) {
  return createTranslator({ locale, messages: messages[locale], namespace: 'tickets.pdf' });
}

function sheetOf(
  booking: BookingView,
  ticket: TicketView,
  position: { number: number; count: number },
  locale: Locale,
  poster: string | Buffer,
): TicketSheet {
  const { event } = booking;
  const t = translator(locale);
  const show = (instant: Date, format: Parameters<typeof formatTime>[3]) =>
    formatTime(instant, event.timezone, locale, format);
  const claim = { eventId: event.id, ticketId: ticket.id, revision: ticket.revision };
  const readableCode = formatTicketCode(ticket.code);
  return {
    hue: posterHue({ category: event.category.slug, seed: event.slug }),
    poster: Buffer.from(poster),
    site: messages[locale].site.name,
    event: event.title,
    date: {
      day: new Intl.DateTimeFormat('en', { day: 'numeric', timeZone: event.timezone }).format(event.startsAt),
      month: show(event.startsAt, 'monthYear'),
      time: t('time', {
        weekday: show(event.startsAt, 'weekday'),
        time: show(event.startsAt, 'time'),
        zone: zoneName(event.startsAt, event.timezone, locale),
      }),
      doors: event.doorsAt ? t('doors', { time: show(event.doorsAt, 'time') }) : null,
    },
    testStamp: booking.paymentsMode === 'live' ? null : t('testStamp'),
    position: t('position', position),
    name: { label: t('name'), lines: [ticket.attendeeName] },
    type: { label: t('type'), lines: [ticket.ticketType] },
    place: { label: t('where'), lines: placeOf(booking) ?? [t('online')] },
    code: signTicketCode(claim, parseTicketKeys(env().ticketSigningKeys)),
    readableCode,
    qrLabel: t('qr', { code: readableCode }),
    facts: [
      { label: t('booking'), lines: [booking.reference] },
      { label: t('organizer'), lines: [event.organizer.name, event.organizer.email] },
      { label: t('refunds'), lines: [event.refundPolicy] },
      { label: t('door'), lines: [t('doorText')] },
    ],
  };
}

/** The house and its address, the city once. Null for an event online. */
function placeOf({ event: { venue } }: BookingView): [string, string] | null {
  if (!venue) return null;
  const address = venue.address.includes(venue.city) ? venue.address : `${venue.address}, ${venue.city}`;
  return [venue.name, address];
}
