import { notFound, redirect } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { setRequestLocale } from 'next-intl/server';
import { may } from '#lib/auth/policy.ts';
import { currentAccount } from '#lib/auth/session.ts';
import type { Account } from '#lib/auth/session-row.ts';
import { DomainError } from '#lib/errors.ts';
import { type Locale, routing } from '#lib/i18n/routing.ts';

/** Sets the language of a page to that of the account, since its address carries none. Answers what it set. */
export function speakTo(account: Account | null): Locale {
  const locale = hasLocale(routing.locales, account?.locale) ? account.locale : routing.defaultLocale;
  setRequestLocale(locale);
  return locale;
}

/**
 * Who is signed in, for a page that is for nobody else. The proxy has asked before; this is what decides.
 *
 * @param here the page's own address, to come back to after signing in
 */
export async function staffAccount(here: string): Promise<{ account: Account; locale: Locale }> {
  const account = await currentAccount();
  if (!account) redirect(`/sign-in?${new URLSearchParams({ next: here })}`);
  return { account, locale: speakTo(account) };
}

/** Whether a title may name what an organizer's page shows. What it shows is decided by the verbs. */
export function belongsTo({ actor, organizers }: Account, slug: string): boolean {
  const organizerId = organizers.find((organizer) => organizer.slug === slug)?.id ?? null;
  return may(actor, 'organizer.read', { organizerId });
}

/** Waits for a verb; what does not exist for this person becomes a plain 404. */
export async function orNotFound<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof DomainError && error.code === 'not_found') notFound();
    throw error;
  }
}
