import { redirect } from 'next/navigation';
import { currentAccount } from '#lib/auth/session.ts';
import type { Account } from '#lib/auth/session-row.ts';
import type { Locale } from '#lib/i18n/routing.ts';
import { speakTo } from './staff-page.ts';

/** Who has sent a form, and their language. Whoever is signed out meanwhile comes back to its page afterwards. */
export async function senderOf(page: string): Promise<{ account: Account; locale: Locale }> {
  const account = await currentAccount();
  if (!account) redirect(`/sign-in?${new URLSearchParams({ next: page })}`);
  return { account, locale: speakTo(account) };
}
