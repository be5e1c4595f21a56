'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { fieldOf, incomplete, refused } from '#app/form-answers.ts';
import type { FormAnswer } from '#components/ui/use-form-action.ts';
import { erasePersonSchema } from '#lib/accounts/erase-person.schema.ts';
import { erasePerson, requestErasure } from '#lib/accounts/erase-person.ts';
import { addressFrom } from '#lib/auth/client-address.ts';
import { endSession } from '#lib/auth/session.ts';
import { DomainError } from '#lib/errors.ts';
import { getPathname } from '#lib/i18n/navigation.ts';
import { sender } from '../sender.ts';

export async function eraseAccountAction(_previous: FormAnswer | null, data: FormData): Promise<FormAnswer> {
  const [actor, locale, t] = await Promise.all([
    sender('/account/delete'),
    getLocale(),
    getTranslations('privacy.erase'),
  ]);
  // What was typed goes back but for the password.
  const typed = new FormData();
  typed.set('confirmation', fieldOf(data, 'confirmation'));
  const input = erasePersonSchema.safeParse(Object.fromEntries(data));
  if (!input.success)
    return incomplete(input.error, typed, (code) =>
      code === 'confirmation_missing' ? t('confirmationMissing') : t('invalid'),
    );
  try {
    await erasePerson(actor, input.data, addressFrom(await headers()));
  } catch (error) {
    const code = error instanceof DomainError ? error.code : null;
    const wrong = { confirmation_differs: 'confirmation', wrong_credentials: 'current' } as const;
    if (code === 'confirmation_differs' || code === 'wrong_credentials')
      return {
        kind: 'incomplete',
        problems: { [wrong[code]]: t(`wrong.${wrong[code]}`) },
        typed: { confirmation: input.data.confirmation },
      };
    return refused(error, typed, locale, { payment_unavailable: t('unavailable') });
  }
  const next = getPathname({ href: '/account/deleted', locale });
  // A cookie that changes has the page drawn again, which would lead a guest away. Its session is gone either way.
  if (data.get('scripted') === '1') return { kind: 'elsewhere', next };
  await endSession();
  redirect(next);
}

/** Has the letter sent whose key stands for the password. */
export async function requestErasureAction(
  _previous: FormAnswer | null,
  data: FormData,
): Promise<FormAnswer> {
  const [actor, locale, t] = await Promise.all([
    sender('/account/delete'),
    getLocale(),
    getTranslations('privacy.erase'),
  ]);
  try {
    await requestErasure(actor, { address: addressFrom(await headers()), locale, nextPath: null });
    return { kind: 'done', message: t('mailed') };
  } catch (error) {
    return refused(error, data, locale);
  }
}
