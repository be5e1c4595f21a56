import { hasLocale } from 'next-intl';
import { bookingAccess } from '#lib/auth/booking-access.ts';
import { bookingTicketsFile } from '#lib/booking/booking-tickets-file.ts';
import { routing } from '#lib/i18n/routing.ts';
import { download } from '../../../tickets/download.ts';

/** Answers with a PDF of one ticket or of all, for whoever may see the booking. */
export function ticketDownload(asked: string, reference: string, code: string | null): Promise<Response> {
  const locale = hasLocale(routing.locales, asked) ? asked : routing.defaultLocale;
  return download(async () => bookingTicketsFile(reference, code, await bookingAccess(reference), locale));
}
