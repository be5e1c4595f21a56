'use server';

import { refresh } from 'next/cache';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { fieldOf, incomplete, refused } from '#app/form-answers.ts';
import type { FormAnswer } from '#components/ui/use-form-action.ts';
import { changeEmailSchema } from '#lib/accounts/change-email.schema.ts';
import { changePasswordSchema } from '#lib/accounts/change-password.schema.ts';
import { changePassword } from '#lib/accounts/change-password.ts';
import { editProfileSchema } from '#lib/accounts/edit-profile.schema.ts';
import { editProfile } from '#lib/accounts/edit-profile.ts';
import { withdrawEmailChange } from '#lib/accounts/end-email-changes.ts';
import { endMySessions } from '#lib/accounts/my-sessions.ts';
import { PASSWORD_MIN } from '#lib/accounts/register.schema.ts';
import { requestEmailChange } from '#lib/accounts/request-email-change.ts';
import { addressFrom } from '#lib/auth/client-address.ts';
import { DomainError } from '#lib/errors.ts';
import { getPathname } from '#lib/i18n/navigation.ts';
import { isUuid } from '#lib/reference.ts';
import { sender } from './sender.ts';

// messages: auth.problems.*
/** Words for the codes of these schemas. */
async function problems(): Promise<(code: string) => string> {
  const t = await getTranslations('auth.problems');
  return (code) => {
    switch (code) {
      case 'name_missing':
      case 'name_too_long':
      case 'email_missing':
      case 'email_invalid':
      case 'password_too_long':
        return t(code);
      case 'password_too_short':
        return t(code, { minimum: PASSWORD_MIN });
      default:
        return t('invalid');
    }
  };
}

export async function editProfileAction(_previous: FormAnswer | null, data: FormData): Promise<FormAnswer> {
  const [actor, locale, t] = await Promise.all([
    sender('/account'),
    getLocale(),
    getTranslations('account.profile'),
  ]);
  const input = editProfileSchema.safeParse({
    ...Object.fromEntries(data),
    marketingConsent: data.has('marketingConsent'),
  });
  if (!input.success) return incomplete(input.error, data, await problems());
  try {
    const { changed } = await editProfile(actor, input.data);
    refresh();
    return { kind: 'done', message: changed ? t('saved') : t('same') };
  } catch (error) {
    return refused(error, data, locale);
  }
}

export async function changePasswordAction(
  _previous: FormAnswer | null,
  data: FormData,
): Promise<FormAnswer> {
  const [actor, locale, t] = await Promise.all([
    sender('/account'),
    getLocale(),
    getTranslations('account.password'),
  ]);
  const input = changePasswordSchema.safeParse(Object.fromEntries(data));
  // What was typed goes back into no field: it is a password.
  const nothing = new FormData();
  if (!input.success) return incomplete(input.error, nothing, await problems());
  try {
    await changePassword(actor, input.data, addressFrom(await headers()));
    refresh();
    return { kind: 'done', message: t('saved') };
  } catch (error) {
    if (error instanceof DomainError && error.code === 'wrong_credentials')
      return { kind: 'incomplete', problems: { current: t('wrong') }, typed: {} };
    return refused(error, nothing, locale);
  }
}

/** Asks both mailboxes about another address. */
export async function changeEmailAction(_previous: FormAnswer | null, data: FormData): Promise<FormAnswer> {
  const [actor, locale, t] = await Promise.all([
    sender('/account'),
    getLocale(),
    getTranslations('account.email'),
  ]);
  const input = changeEmailSchema.safeParse(Object.fromEntries(data));
  // A password that was typed goes back into no field.
  data.delete('current');
  if (!input.success) return incomplete(input.error, data, await problems());
  try {
    await requestEmailChange(actor, input.data, addressFrom(await headers()));
    refresh();
    return { kind: 'done', message: t('asked') };
  } catch (error) {
    const code = error instanceof DomainError ? error.code : null;
    const typed = { email: fieldOf(data, 'email') };
    if (code === 'wrong_credentials') return { kind: 'incomplete', problems: { current: t('wrong') }, typed };
    if (code === 'same_address') return { kind: 'incomplete', problems: { email: t('same') }, typed };
    return refused(error, data, locale);
  }
}

/** Takes back the change that still waits. */
export async function withdrawEmailChangeAction(): Promise<FormAnswer> {
  const [actor, t] = await Promise.all([sender('/account'), getTranslations('account.email')]);
  await withdrawEmailChange(actor);
  refresh();
  return { kind: 'done', message: t('withdrawn') };
}

/** Signs out one device, or with none named all others. */
export async function endSessionAction(data: FormData): Promise<void> {
  const [actor, locale] = await Promise.all([sender('/account'), getLocale()]);
  const session = fieldOf(data, 'session');
  if (session === '' || isUuid(session)) await endMySessions(actor, session === '' ? null : session);
  const done = session === '' ? 'devices' : 'device';
  redirect(`${getPathname({ href: '/account', locale })}?${new URLSearchParams({ done })}`);
}
