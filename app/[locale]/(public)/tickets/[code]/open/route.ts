import { hasLocale } from 'next-intl';
import { rememberTicket } from '#lib/auth/booking-access.ts';
import { currentActor } from '#lib/auth/session.ts';
import { env } from '#lib/env.ts';
import { DomainError } from '#lib/errors.ts';
import { getPathname } from '#lib/i18n/navigation.ts';
import { routing } from '#lib/i18n/routing.ts';
import { normaliseReference } from '#lib/reference.ts';
import { findTicket } from '#lib/transfers/find-ticket.ts';

/** Where a mail's link to a ticket leads: exchanges its key for a cookie, so that the key does not stay in the address. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ locale: string; code: string }> },
): Promise<Response> {
  const { locale: asked, code: written } = await params;
  const code = normaliseReference(written);
  const locale = hasLocale(routing.locales, asked) ? asked : routing.defaultLocale;
  const key = new URL(request.url).searchParams.get('key');
  try {
    const { openedByAccount } = await findTicket(code, {
      actor: await currentActor(),
      bookingKey: null,
      ticketKey: key,
    });
    if (key && !openedByAccount) await rememberTicket(code, key);
  } catch (error) {
    // The page it goes on to says that there is nothing to see.
    if (!(error instanceof DomainError)) throw error;
  }
  const path = getPathname({ href: { pathname: '/tickets/[code]', params: { code } }, locale });
  return Response.redirect(new URL(path, env().appUrl), 303);
}
