import { getTranslations } from 'next-intl/server';
import type { ProblemWords } from '#components/auth/auth-answer.ts';
import { PASSWORD_MIN } from '#lib/accounts/register.schema.ts';

/** The words for every code of the two schemas, and for the fields both forms have. */
export async function authWords(): Promise<{ email: string; password: string; problems: ProblemWords }> {
  const t = await getTranslations('auth');
  return {
    email: t('email'),
    password: t('password'),
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
