import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { AuthPage } from '#components/auth/auth-page.tsx';
import { SignUpForm } from '#components/auth/sign-up-form.tsx';
import { ClientMessages } from '#components/site/client-messages.tsx';
import { PASSWORD_MIN } from '#lib/accounts/register.schema.ts';
import { nextPath } from '#lib/auth/next-path.ts';
import { currentActor } from '#lib/auth/session.ts';
import { Link } from '#lib/i18n/navigation.ts';
import { destination, emailIn } from '../auth-answers.ts';
import { authWords } from '../auth-words.ts';
import { signUpAction } from './actions.ts';
import { buyerIn } from './buyer.ts';

type Props = { searchParams: Promise<{ next?: string | string[]; email?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth.signUp');
  return { title: t('title'), robots: { index: false } };
}

export default async function SignUpPage({ searchParams }: Props) {
  const [query, locale, t] = await Promise.all([searchParams, getLocale(), getTranslations('auth')]);
  const next = nextPath(query.next);
  // An action that has just signed somebody in draws this page again; then its answer leads on, to a whole new page.
  const answering = (await headers()).has('next-action');
  if (!answering && (await currentActor()).kind === 'user') redirect(destination(next, locale));
  const [words, buyer] = await Promise.all([authWords(), buyerIn(next)]);
  const logIn = (text: ReactNode) => (
    <Link href={{ pathname: '/sign-in', ...(next && { query: { next } }) }} className="link">
      {text}
    </Link>
  );
  return (
    <AuthPage title={t('signUp.title')} lead={t('signUp.lead')}>
      <ClientMessages namespaces={['auth']}>
        <SignUpForm
          known={buyer ?? { name: '', email: emailIn(query.email) ?? '' }}
          action={signUpAction}
          hidden={{ locale, next: next ?? '' }}
          words={{
            ...words,
            problems: { ...words.problems, terms_missing: t('problems.terms_missing') },
            name: t('name'),
            passwordHint: t('passwordHint', { minimum: PASSWORD_MIN }),
            acceptTerms: t.rich('signUp.accept', {
              terms: (text) => (
                <Link prefetch={false} href="/terms" className="link">
                  {text}
                </Link>
              ),
            }),
            marketing: t('signUp.marketing'),
            submit: t('signUp.submit'),
            pending: t('signUp.pending'),
            failed: t('signUp.failed'),
          }}
        />
      </ClientMessages>
      {/* About the form, so gone with it. */}
      <div className="grid gap-5 text-15 text-ink-2 group-has-[[data-letter-sent]]:hidden">
        <p>
          {t.rich('signUp.privacy', {
            privacy: (text) => (
              <Link prefetch={false} href="/privacy" className="link">
                {text}
              </Link>
            ),
          })}
        </p>
        <p>{t.rich('signUp.known', { link: logIn })}</p>
      </div>
    </AuthPage>
  );
}
