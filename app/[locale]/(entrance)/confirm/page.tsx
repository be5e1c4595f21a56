import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { AuthPage } from '#components/auth/auth-page.tsx';
import { KeyForm } from '#components/auth/key-form.tsx';
import { NewPasswordForm } from '#components/auth/new-password-form.tsx';
import { choosesPassword } from '#lib/accounts/confirm-registration.ts';
import { PASSWORD_MIN } from '#lib/accounts/register.schema.ts';
import { authWords } from '../auth-words.ts';
import { KeyIsOver, type KeySearch, keyIn } from '../key-page.tsx';
import { markOfBrowser } from '../registration-mark.ts';
import { confirmAction } from './actions.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth.confirm');
  return { title: t('title'), robots: { index: false }, referrer: 'same-origin' };
}

/**
 * Where the letter after signing up leads: to one click in the browser that asked, elsewhere to choosing the password.
 */
export default async function ConfirmPage({ searchParams }: { searchParams: KeySearch }) {
  const [found, mark, locale, t, auth, words] = await Promise.all([
    keyIn('register', searchParams),
    markOfBrowser(),
    getLocale(),
    getTranslations('auth.confirm'),
    getTranslations('auth'),
    authWords(),
  ]);
  if (!found) return <KeyIsOver again="/sign-up" />;
  const formWords = { submit: t('submit'), pending: t('pending'), failed: t('failed') };
  if (await choosesPassword(found.key, mark)) {
    return (
      <AuthPage title={t('title')} lead={t('elsewhere', { email: found.email })}>
        <NewPasswordForm
          action={confirmAction}
          hidden={{ key: found.key, locale, next: '' }}
          words={{ ...words, ...formWords, passwordHint: auth('passwordHint', { minimum: PASSWORD_MIN }) }}
        />
      </AuthPage>
    );
  }
  return (
    <AuthPage title={t('title')} lead={t('text', { email: found.email })}>
      <KeyForm action={confirmAction} hidden={{ key: found.key, locale }} words={formWords} />
    </AuthPage>
  );
}
