import { redirect } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import type { UserActor } from '#lib/auth/actor.ts';
import { currentAccount } from '#lib/auth/session.ts';
import { getPathname } from '#lib/i18n/navigation.ts';

/** Who asks for a page of theirs, or sends a form of it. Whoever is signed out comes back to it after signing in. */
export async function sender(page: '/account' | '/account/delete', query = ''): Promise<UserActor> {
  const [account, locale] = await Promise.all([currentAccount(), getLocale()]);
  if (account) return account.actor;
  const next = getPathname({ href: page, locale }) + query;
  return redirect(`${getPathname({ href: '/sign-in', locale })}?${new URLSearchParams({ next })}`);
}
