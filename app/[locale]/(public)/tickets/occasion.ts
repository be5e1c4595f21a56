import type { TicketOccasion } from '#components/booking/booking-ticket.tsx';
import type { BookingView, TicketView } from '#lib/booking/read-booking.ts';
import type { Locale } from '#lib/i18n/routing.ts';
import { type PosterSubject, posterPath } from '#lib/posters/poster-path.ts';
import { softHyphens } from '#lib/soft-hyphens.ts';
import { drawTicketQr } from '#lib/tickets/draw-ticket-qr.ts';
import { formatTicketCode } from '#lib/tickets/ticket-code.ts';
import { formatTime, type TimeFormat } from '#lib/time.ts';

type Occasion = PosterSubject & { venue: { name: string; city: string } | null; ageNote: string | null };

/** What stands on every ticket of an event. @param online what stands for its place where it has none */
export function occasionOf(event: Occasion, locale: Locale, online: string): TicketOccasion {
  const show = (format: TimeFormat) => formatTime(event.startsAt, event.timezone, locale, format);
  return {
    title: softHyphens(event.title, event.language),
    language: event.language,
    posterSrc: posterPath(event, 'svg'),
    dayNumber: formatTime(event.startsAt, event.timezone, 'en', 'dayNumber'),
    month: show('monthYear'),
    weekdayTime: `${show('weekday')}, ${show('time')}`,
    age: event.ageNote,
    place: event.venue ? `${event.venue.name}, ${event.venue.city}` : online,
  };
}

/** Whether an event is behind us. The date of one that is put off does not hold. */
export const isOver = ({ status, endsAt }: Pick<BookingView['event'], 'status' | 'endsAt'>, now: Date) =>
  status !== 'postponed' && endsAt < now;

/**
 * A ticket with its code; one of an event that does not take place or is over opens no door any more.
 *
 * @param pdfHref where it can be had as a PDF
 */
export async function drawTicket(
  event: Pick<BookingView['event'], 'id' | 'status' | 'endsAt'>,
  { id, revision, code, status, attendeeName, ticketType }: TicketView,
  { now, pdfHref }: { now: Date; pdfHref: string },
) {
  const cancelled = event.status === 'cancelled';
  const over = status === 'valid' && isOver(event, now);
  return {
    attendeeName,
    ticketType,
    status: cancelled ? ('void' as const) : over ? ('over' as const) : status,
    readableCode: formatTicketCode(code),
    pdfHref: cancelled || over || status !== 'valid' ? null : pdfHref,
    qr: await drawTicketQr({ eventId: event.id, ticketId: id, revision }),
  };
}
