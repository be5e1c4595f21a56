import { hasLocale } from 'next-intl';
import { bookingAccess, forgetBooking } from '#lib/auth/booking-access.ts';
import { claimBooking } from '#lib/booking/claim-booking.ts';
import { env } from '#lib/env.ts';
import { DomainError } from '#lib/errors.ts';
import { getPathname } from '#lib/i18n/navigation.ts';
import { routing } from '#lib/i18n/routing.ts';

/**
 * Where signing up or in from a booking comes back to: puts the booking into the account and shows it. Only whoever
 * holds its key in this browser gets that far, and all it can do is give it to themselves.
 */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ locale: string; reference: string }> },
): Promise<Response> {
  const { locale: asked, reference } = await params;
  const locale = hasLocale(routing.locales, asked) ? asked : routing.defaultLocale;
  try {
    await claimBooking(reference, await bookingAccess(reference));
    await forgetBooking(reference);
  } catch (error) {
    // Signed out again meanwhile, or nobody's to take: the booking's page says what there is to see.
    if (!(error instanceof DomainError)) throw error;
  }
  const path = getPathname({ href: { pathname: '/bookings/[reference]', params: { reference } }, locale });
  return Response.redirect(new URL(path, env().appUrl), 303);
}
