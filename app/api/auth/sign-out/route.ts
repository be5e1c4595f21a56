import type { NextRequest } from 'next/server';
import { hasLocale } from 'next-intl';
import { forgetBookings } from '#lib/auth/booking-access.ts';
import { nextPath } from '#lib/auth/next-path.ts';
import { isSameOrigin } from '#lib/auth/same-origin.ts';
import { endSession } from '#lib/auth/session.ts';
import { getPathname } from '#lib/i18n/navigation.ts';
import { routing } from '#lib/i18n/routing.ts';

/**
 * Signs out on this device and goes home in the language of the page, or where the form says. A plain form posts here:
 * it needs no script.
 */
export async function POST(request: NextRequest): Promise<Response> {
  if (!isSameOrigin(request.headers)) return new Response(null, { status: 403 });
  const form = await request.formData().catch(() => null);
  const wanted = form?.get('locale');
  const locale = hasLocale(routing.locales, wanted) ? wanted : routing.defaultLocale;
  await endSession();
  await forgetBookings();
  const location = nextPath(form?.get('next')) ?? getPathname({ href: '/', locale });
  return new Response(null, { status: 303, headers: { location } });
}
