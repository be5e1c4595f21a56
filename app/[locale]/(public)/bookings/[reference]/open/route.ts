import { hasLocale } from 'next-intl';
import { rememberBooking } from '#lib/auth/booking-access.ts';
import { currentActor } from '#lib/auth/session.ts';
import { findBooking } from '#lib/booking/find-booking.ts';
import { env } from '#lib/env.ts';
import { DomainError } from '#lib/errors.ts';
import { getPathname } from '#lib/i18n/navigation.ts';
import { routing } from '#lib/i18n/routing.ts';
import { normaliseReference } from '#lib/reference.ts';

/** Where a mail's link leads: exchanges its key for a cookie, so that the key does not stay in the address. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ locale: string; reference: string }> },
): Promise<Response> {
  const { locale: asked, reference: written } = await params;
  const reference = normaliseReference(written);
  const locale = hasLocale(routing.locales, asked) ? asked : routing.defaultLocale;
  const key = new URL(request.url).searchParams.get('key');
  try {
    const { openedByKey } = await findBooking(reference, { actor: await currentActor(), key });
    // A key that opened nothing must not take the place of one that does.
    if (key && openedByKey) await rememberBooking(reference, key);
  } catch (error) {
    // The page it goes on to says that there is nothing to see.
    if (!(error instanceof DomainError)) throw error;
  }
  const path = getPathname({ href: { pathname: '/bookings/[reference]', params: { reference } }, locale });
  return Response.redirect(new URL(path, env().appUrl), 303);
}
