import { hasLocale } from 'next-intl';
import { holderAccess } from '#lib/auth/booking-access.ts';
import { routing } from '#lib/i18n/routing.ts';
import { ticketFile } from '#lib/transfers/ticket-files.ts';
import { download } from '../../download.ts';

/** The ticket as a PDF. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ locale: string; code: string }> },
): Promise<Response> {
  const { locale: asked, code } = await params;
  const locale = hasLocale(routing.locales, asked) ? asked : routing.defaultLocale;
  return download(async () => ticketFile(code, await holderAccess(code), locale));
}
