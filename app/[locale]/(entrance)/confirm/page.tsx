import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { AuthPage } from '#components/auth/auth-page.tsx';
import { KeyForm } from '#components/auth/key-form.tsx';
import { KeyIsOver, type KeySearch, keyIn } from '../key-page.tsx';
import { confirmAction } from './actions.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth.confirm');
  return { title: t('title'), robots: { index: false }, referrer: 'same-origin' };
}

/** Where the letter after signing up leads. */
export default async function ConfirmPage({ searchParams }: { searchParams: KeySearch }) {
  const [found, locale, t] = await Promise.all([
    keyIn('register', searchParams),
    getLocale(),
    getTranslations('auth.confirm'),
  ]);
  if (!found) return <KeyIsOver again="/sign-up" />;
  return (
    <AuthPage title={t('title')} lead={t('text', { email: found.email })}>
      <KeyForm
        action={confirmAction}
        hidden={{ key: found.key, locale }}
        words={{ submit: t('submit'), pending: t('pending'), failed: t('failed') }}
      />
    </AuthPage>
  );
}
