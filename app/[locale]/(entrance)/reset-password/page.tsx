import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { AuthPage } from '#components/auth/auth-page.tsx';
import { NewPasswordForm } from '#components/auth/new-password-form.tsx';
import { PASSWORD_MIN } from '#lib/accounts/register.schema.ts';
import { authWords } from '../auth-words.ts';
import { KeyIsOver, type KeySearch, keyIn } from '../key-page.tsx';
import { resetPasswordAction } from './actions.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth.reset');
  return { title: t('title'), robots: { index: false }, referrer: 'same-origin' };
}

/** Where the letter for a forgotten password leads. */
export default async function ResetPasswordPage({ searchParams }: { searchParams: KeySearch }) {
  const [found, locale, t, words] = await Promise.all([
    keyIn('reset_password', searchParams),
    getLocale(),
    getTranslations('auth'),
    authWords(),
  ]);
  if (!found) return <KeyIsOver again="/forgot-password" />;
  return (
    <AuthPage title={t('reset.title')} lead={t('reset.text', { email: found.email })}>
      <NewPasswordForm
        action={resetPasswordAction}
        hidden={{ key: found.key, locale, next: '' }}
        words={{
          ...words,
          password: t('reset.password'),
          passwordHint: t('passwordHint', { minimum: PASSWORD_MIN }),
          submit: t('reset.submit'),
          pending: t('reset.pending'),
          failed: t('reset.failed'),
        }}
      />
    </AuthPage>
  );
}
