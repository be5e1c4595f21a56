import { createTranslator } from 'next-intl';
import { database } from '../database.ts';
import { env } from '../env.ts';
import { DomainError } from '../errors.ts';
import { messages } from '../i18n/messages.ts';
import type { Locale } from '../i18n/routing.ts';
import { inTurn } from '../in-turn.ts';
import { perProcess } from '../per-process.ts';
import { posterFile } from '../posters/poster-file.ts';
import { posterHue } from '../posters/poster-hue.ts';
import type { TicketSheet } from '../tickets/pdf-ticket.ts';
import { formatTicketCode, parseTicketKeys, signTicketCode } from '../tickets/ticket-code.ts';
import { ticketPdf } from '../tickets/ticket-pdf.ts';
import { formatTime, zoneName } from '../time.ts';
import type { BookingView, TicketView } from './read-booking.ts';

export type TicketsFile = { filename: string; content: Buffer; contentType: string };

/** What is printed of a booking: the tickets wanted, numbered among all that whoever asks has. */
type Printed = {
  booking: Omit<BookingView, 'openedByKey'>;
  tickets: readonly TicketView[];
  all: readonly TicketView[];
  /** Its end names booking or ticket. */
  filename: string;
};

/**
 * Drawing keeps the process busy: one file at a time, and beyond this many waiting an honest "busy". Bookings take turns, so
 * that many files of one leave room for the others'.
 */
const LINE = { name: 'tickets', atOnce: 1, mostWaiting: 20, mostOfOne: 10 };

/** Files that are being drawn, by all that stands in them: who asks twice waits for the same one. */
const underWay = () => perProcess('tickets-under-way', () => new Map<string, Promise<TicketsFile>>());

/**
 * Tickets as a PDF, a page each.
 *
 * @throws DomainError `busy` when too many are being drawn already
 */
export function printTickets(printed: Printed, locale: Locale): Promise<TicketsFile> {
  const { booking } = printed;
  const key = JSON.stringify([booking.reference, booking.event, locale, printed.tickets, printed.filename]);
  const known = underWay().get(key);
  if (known) return known;
  const file = inTurn(LINE, () => draw(printed, locale), booking.reference).then((done) => {
    if (!done) throw new DomainError('busy');
    return done.value;
  });
  underWay().set(key, file);
  const forget = () => underWay().delete(key);
  file.then(forget, forget);
  return file;
}

async function draw({ booking, tickets, all, filename }: Printed, locale: Locale): Promise<TicketsFile> {
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
  return { filename, content, contentType: 'application/pdf' };
}

function translator(locale: Locale) {
  return createTranslator({ locale, messages: messages[locale], namespace: 'tickets.pdf' });
}

function sheetOf(
  booking: Printed['booking'],
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
      ...(event.ageNote ? [{ label: t('age'), lines: [event.ageNote] }] : []),
      { label: t('refunds'), lines: [event.refundPolicy] },
      { label: t('door'), lines: [t('doorText')] },
    ],
  };
}

/** The house and its address, the city once. Null for an event online. */
function placeOf({ event: { venue } }: Printed['booking']): [string, string] | null {
  if (!venue) return null;
  const address = venue.address.includes(venue.city) ? venue.address : `${venue.address}, ${venue.city}`;
  return [venue.name, address];
}
