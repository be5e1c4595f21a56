import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { AuthPage } from '#components/auth/auth-page.tsx';
import { LetterForm } from '#components/auth/letter-form.tsx';
import { ClientMessages } from '#components/site/client-messages.tsx';
import { Link } from '#lib/i18n/navigation.ts';
import { authWords } from '../auth-words.ts';
import { forgotPasswordAction } from './actions.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth.forgot');
  return { title: t('title'), robots: { index: false } };
}

export default async function ForgotPasswordPage() {
  const [locale, t, words] = await Promise.all([getLocale(), getTranslations('auth.forgot'), authWords()]);
  return (
    <AuthPage title={t('title')} lead={t('text')}>
      <ClientMessages namespaces={['auth']}>
        <LetterForm
          action={forgotPasswordAction}
          hidden={{ locale, next: '' }}
          words={{ ...words, submit: t('submit'), pending: t('pending'), failed: t('failed') }}
        />
      </ClientMessages>
      <Link href="/sign-in" className="link inline-flex min-h-11 items-center justify-self-start text-15">
        {t('back')}
      </Link>
    </AuthPage>
  );
}
