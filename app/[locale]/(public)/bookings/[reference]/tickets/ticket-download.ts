import { hasLocale } from 'next-intl';
import { bookingAccess } from '#lib/auth/booking-access.ts';
import { bookingTicketsFile } from '#lib/booking/booking-tickets-file.ts';
import { DomainError } from '#lib/errors.ts';
import { routing } from '#lib/i18n/routing.ts';

/** Answers with a PDF of one ticket or of all, for whoever may see the booking. */
export async function ticketDownload(
  asked: string,
  reference: string,
  code: string | null,
): Promise<Response> {
  const locale = hasLocale(routing.locales, asked) ? asked : routing.defaultLocale;
  try {
    const access = await bookingAccess(reference);
    const file = await bookingTicketsFile(reference, code, access, locale);
    return new Response(new Uint8Array(file.content), {
      headers: {
        'content-type': file.contentType,
        'content-disposition': `attachment; filename="${file.filename}"`,
        'cache-control': 'private, no-store',
      },
    });
  } catch (error) {
    if (error instanceof DomainError) return new Response('Not found', { status: 404 });
    throw error;
  }
}
