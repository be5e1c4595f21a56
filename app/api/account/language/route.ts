import { hasLocale } from 'next-intl';
import { changeLanguage } from '#lib/accounts/change-language.ts';
import { nextPath } from '#lib/auth/next-path.ts';
import { isSameOrigin } from '#lib/auth/same-origin.ts';
import { currentAccount } from '#lib/auth/session.ts';
import { routing } from '#lib/i18n/routing.ts';

/**
 * Speaks to whoever is signed in in another language from now on, and goes back to where they were. A plain form posts
 * here: the language is the document's, so it loads anew.
 */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers)) return new Response(null, { status: 403 });
  const form = await request.formData().catch(() => null);
  const here = nextPath(form?.get('next')) ?? '/dashboard';
  const leadTo = (location: string) => new Response(null, { status: 303, headers: { location } });
  const account = await currentAccount();
  if (!account) return leadTo(`/sign-in?${new URLSearchParams({ next: here })}`);
  const wanted = form?.get('locale');
  if (hasLocale(routing.locales, wanted)) await changeLanguage(account.actor, wanted);
  return leadTo(here);
}
