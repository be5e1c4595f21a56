import { getTranslations } from 'next-intl/server';
import type { SignInWords } from '#components/auth/sign-in-form.tsx';
import { PASSWORD_MIN } from '#lib/accounts/register.schema.ts';

/** The words for every code of the two schemas, and for the fields both forms have. */
export async function authWords(): Promise<
  Pick<SignInWords, 'email' | 'password' | 'passwordField' | 'problems'>
> {
  const t = await getTranslations('auth');
  return {
    email: t('email'),
    password: t('password'),
    passwordField: {
      show: t('show'),
      hide: t('hide'),
      showTyped: t('showTyped'),
      hideTyped: t('hideTyped'),
    },
    problems: {
      name_missing: t('problems.name_missing'),
      name_too_long: t('problems.name_too_long'),
      email_missing: t('problems.email_missing'),
      email_invalid: t('problems.email_invalid'),
      password_missing: t('problems.password_missing'),
      password_too_short: t('problems.password_too_short', { minimum: PASSWORD_MIN }),
      password_too_long: t('problems.password_too_long'),
      invalid: t('problems.invalid'),
    },
  };
}
