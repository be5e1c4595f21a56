import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import type { AuthAnswer } from '#components/auth/auth-answer.ts';
import type { RequestFrom } from '#lib/accounts/account-request.ts';
import { addressFrom } from '#lib/auth/client-address.ts';
import { nextPath } from '#lib/auth/next-path.ts';
import { DomainError } from '#lib/errors.ts';
import { getPathname } from '#lib/i18n/navigation.ts';
import { type Locale, routing } from '#lib/i18n/routing.ts';

/** The language of the page a form was on. */
function localeOf(data: FormData): Locale {
  const locale = data.get('locale');
  return hasLocale(routing.locales, locale) ? locale : routing.defaultLocale;
}

/** Where somebody goes after signing in: where they wanted to, else home. */
export function destination(next: unknown, locale: Locale): string {
  return nextPath(next) ?? getPathname({ href: '/', locale });
}

/** An address that a link to a form brings along, so that nobody has to type it. */
export function emailIn(value: unknown): string | undefined {
  return typeof value === 'string' && value.length <= 320 ? value : undefined;
}

/** What may be sent back into the fields. */
function typedIn(data: FormData): Record<string, string> {
  return Object.fromEntries(
    ['name', 'email'].flatMap((field) => {
      const value = data.get(field);
      return typeof value === 'string' ? [[field, value]] : [];
    }),
  );
}

/** The first thing that is wrong with each field, as codes. */
export function incomplete(
  error: { issues: readonly { path: readonly PropertyKey[]; message: string }[] },
  data: FormData,
): AuthAnswer {
  const problems: Record<string, string> = {};
  for (const { path, message } of error.issues) problems[String(path[0])] ??= message;
  return { kind: 'incomplete', problems, typed: typedIn(data) };
}

// messages: errors.*
/** Why somebody was not let in, in their language. Throws what is a defect. */
export async function refused(error: unknown, data: FormData): Promise<AuthAnswer> {
  if (!(error instanceof DomainError)) throw error;
  const locale = localeOf(data);
  const message =
    error.code === 'busy'
      ? (await getTranslations({ locale, namespace: 'auth' }))('busy')
      : (await getTranslations({ locale, namespace: 'errors' }))(error.code, error.values);
  return { kind: 'refused', message, typed: typedIn(data) };
}

/** Where a mail came from, and where its link should lead afterwards. */
export async function requestFrom(data: FormData): Promise<RequestFrom> {
  return {
    address: addressFrom(await headers()),
    locale: localeOf(data),
    nextPath: nextPath(data.get('next')),
  };
}

/** Where somebody goes who wanted nothing else, with what has been done for them. */
export function arrivesAt(page: '/bookings' | '/account', done: string, data: FormData): string {
  return `${getPathname({ href: page, locale: localeOf(data) })}?${new URLSearchParams({ done })}`;
}

/** On to where they wanted to go: told to the script that asked, or at once where there is none. */
export function goOn(data: FormData, wanted: unknown = data.get('next')): AuthAnswer {
  const next = destination(wanted, localeOf(data));
  if (data.get('scripted') === null) redirect(next);
  return { kind: 'signed_in', next };
}
