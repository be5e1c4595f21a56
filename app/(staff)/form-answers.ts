import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import type { FormAnswer } from '#components/ui/use-form-action.ts';
import { currentAccount } from '#lib/auth/session.ts';
import type { Account } from '#lib/auth/session-row.ts';
import { DomainError, type ErrorCode } from '#lib/errors.ts';
import type { Locale } from '#lib/i18n/routing.ts';
import { speakTo } from './staff-page.ts';

type Incomplete = { issues: readonly { path: readonly PropertyKey[]; message: string }[] };

/** Who has sent a form, and their language. Whoever is signed out meanwhile comes back to its page afterwards. */
export async function senderOf(page: string): Promise<{ account: Account; locale: Locale }> {
  const account = await currentAccount();
  if (!account) redirect(`/sign-in?${new URLSearchParams({ next: page })}`);
  return { account, locale: speakTo(account) };
}

/** One field of a form, or nothing. */
export function fieldOf(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === 'string' ? value : '';
}

/** What may be sent back into the fields. Next adds some of its own, which begin with a dollar sign. */
function typedIn(data: FormData): Record<string, string> {
  const typed: Record<string, string> = {};
  for (const [name, value] of data)
    if (typeof value === 'string' && !name.startsWith('$')) typed[name] = value;
  return typed;
}

/** The first thing that is wrong with each field. @param say words for a code of the schema */
export function incomplete(error: Incomplete, data: FormData, say: (code: string) => string): FormAnswer {
  const problems: Record<string, string> = {};
  for (const { path, message } of error.issues) problems[String(path[0])] ??= say(message);
  return { kind: 'incomplete', problems, typed: typedIn(data) };
}

// messages: errors.*
/**
 * Why it was not done. Throws what is a defect.
 *
 * @param better words for codes of which this form can say more than their own words do
 */
export async function refused(
  error: unknown,
  data: FormData,
  locale: Locale,
  better: Partial<Record<ErrorCode, string>> = {},
): Promise<FormAnswer> {
  if (!(error instanceof DomainError)) throw error;
  const t = await getTranslations({ locale, namespace: 'errors' });
  return {
    kind: 'refused',
    message: better[error.code] ?? t(error.code, error.values),
    typed: typedIn(data),
  };
}
