import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { AuthPage } from '#components/auth/auth-page.tsx';
import { LetterForm } from '#components/auth/letter-form.tsx';
import { ClientMessages } from '#components/site/client-messages.tsx';
import { authWords } from '../auth-words.ts';
import { findTicketsAction } from './actions.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth.findTickets');
  return { title: t('title'), robots: { index: false } };
}

/** For guests who have lost their mail. */
export default async function FindTicketsPage() {
  const [locale, t, words] = await Promise.all([
    getLocale(),
    getTranslations('auth.findTickets'),
    authWords(),
  ]);
  return (
    <AuthPage title={t('title')} lead={t('text')}>
      <ClientMessages namespaces={['auth']}>
        <LetterForm
          action={findTicketsAction}
          hidden={{ locale, next: '' }}
          words={{ ...words, submit: t('submit'), pending: t('pending'), failed: t('failed') }}
        />
      </ClientMessages>
    </AuthPage>
  );
}
