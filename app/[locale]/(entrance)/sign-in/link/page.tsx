import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { AuthPage } from '#components/auth/auth-page.tsx';
import { KeyForm } from '#components/auth/key-form.tsx';
import { LetterForm } from '#components/auth/letter-form.tsx';
import { ClientMessages } from '#components/site/client-messages.tsx';
import { nextPath } from '#lib/auth/next-path.ts';
import { Link } from '#lib/i18n/navigation.ts';
import { authWords } from '../../auth-words.ts';
import { KeyIsOver, keyIn } from '../../key-page.tsx';
import { redeemLinkAction, requestLinkAction } from './actions.ts';

type Props = { searchParams: Promise<{ key?: string | string[]; next?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth.link');
  return { title: t('title'), robots: { index: false }, referrer: 'same-origin' };
}

/** Asks for a link to log in, and is where such a link leads. */
export default async function SignInLinkPage({ searchParams }: Props) {
  const [query, locale, t, words] = await Promise.all([
    searchParams,
    getLocale(),
    getTranslations('auth.link'),
    authWords(),
  ]);
  if (query.key !== undefined) {
    const found = await keyIn('sign_in', searchParams);
    if (!found) return <KeyIsOver again="/sign-in/link" />;
    return (
      <AuthPage title={t('arrived')} lead={t('arrivedText', { email: found.email })}>
        <KeyForm
          action={redeemLinkAction}
          hidden={{ key: found.key, locale }}
          words={{ submit: t('enter'), pending: t('entering'), failed: t('failed') }}
        />
      </AuthPage>
    );
  }
  return (
    <AuthPage title={t('title')} lead={t('text')}>
      <ClientMessages namespaces={['auth']}>
        <LetterForm
          action={requestLinkAction}
          hidden={{ locale, next: nextPath(query.next) ?? '' }}
          words={{ ...words, submit: t('submit'), pending: t('pending'), failed: t('failed') }}
        />
      </ClientMessages>
      <Link href="/sign-in" className="link inline-flex min-h-11 items-center justify-self-start text-15">
        {t('back')}
      </Link>
    </AuthPage>
  );
}
