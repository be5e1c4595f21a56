import { hasLocale } from 'next-intl';
import { bookingAccess } from '#lib/auth/booking-access.ts';
import { findBooking } from '#lib/booking/find-booking.ts';
import { env } from '#lib/env.ts';
import { getPathname } from '#lib/i18n/navigation.ts';
import { routing } from '#lib/i18n/routing.ts';
import { log } from '#lib/log.ts';
import { reconcileBooking } from '#lib/payments/reconcile-payment.ts';

/**
 * Where the bank sends a buyer back to. Takes the client secret out of the address, asks Stripe once how it went, and
 * shows the booking, or the checkout again when the bank said no. Whatever cannot be learned now, the page waits for.
 */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ locale: string; reference: string }> },
): Promise<Response> {
  const { locale: asked, reference } = await params;
  const locale = hasLocale(routing.locales, asked) ? asked : routing.defaultLocale;
  let again = false;
  try {
    const access = await bookingAccess(reference);
    const { id } = await findBooking(reference, access);
    await reconcileBooking(id);
    const { status, payment } = await findBooking(reference, access);
    again = status === 'held' || (status === 'paying' && payment?.status === 'requires_action');
  } catch (error) {
    log().warn({ err: error }, 'a returning payment could not be settled');
  }
  const pathname = again ? '/checkout/[reference]' : '/bookings/[reference]';
  const path = getPathname({ href: { pathname, params: { reference } }, locale });
  return Response.redirect(new URL(`${path}${again ? '' : '?confirming'}`, env().appUrl), 303);
}
