import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { AuthPage } from '#components/auth/auth-page.tsx';
import { GoogleButton } from '#components/auth/google-button.tsx';
import { SignInForm } from '#components/auth/sign-in-form.tsx';
import { buttonClass } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { offersGoogle } from '#lib/auth/next-auth.ts';
import { nextPath } from '#lib/auth/next-path.ts';
import { areaOf } from '#lib/auth/route-access.ts';
import { currentActor, wasSignedOut } from '#lib/auth/session.ts';
import { Link } from '#lib/i18n/navigation.ts';
import { destination, emailIn } from '../auth-answers.ts';
import { authWords } from '../auth-words.ts';
import { signInAction } from './actions.ts';

type Props = {
  searchParams: Promise<{ next?: string | string[]; email?: string | string[]; error?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth.signIn');
  return { title: t('title'), robots: { index: false } };
}

export default async function SignInPage({ searchParams }: Props) {
  const [query, locale, t] = await Promise.all([searchParams, getLocale(), getTranslations('auth')]);
  const next = nextPath(query.next);
  // An action that has just signed somebody in draws this page again; then its answer leads on, to a whole new page.
  const answering = (await headers()).has('next-action');
  if (!answering && (await currentActor()).kind === 'user') redirect(destination(next, locale));
  const staffOnly = next !== null && areaOf(next.split(/[?#]/)[0] ?? '') !== 'public';
  return (
    <AuthPage title={t('signIn.title')} lead={staffOnly ? t('signIn.staff') : undefined}>
      {!answering && (await wasSignedOut()) ? (
        <Notice kind="warn" title={t('signIn.signedOut')}>
          {t('signIn.signedOutText')}
        </Notice>
      ) : null}
      {query.error ? (
        <Notice kind="bad" title={t('signIn.failed')}>
          {t('providerFailed')}
        </Notice>
      ) : null}
      <SignInForm
        email={emailIn(query.email)}
        action={signInAction}
        hidden={{ locale, next: next ?? '' }}
        words={{
          ...(await authWords()),
          submit: t('signIn.submit'),
          pending: t('signIn.pending'),
          failed: t('signIn.failed'),
        }}
      />
      <Link
        href="/forgot-password"
        className="link -mt-3 inline-flex min-h-11 items-center justify-self-start text-15"
      >
        {t('signIn.forgotten')}
      </Link>
      <p className="flex items-center gap-4 text-15 text-ink-2 before:h-px before:flex-1 before:bg-hairline after:h-px after:flex-1 after:bg-hairline">
        {t('or')}
      </p>
      <Link
        href={{ pathname: '/sign-in/link', ...(next && { query: { next } }) }}
        className={buttonClass({ variant: 'line', wide: true })}
      >
        {t('signIn.link')}
      </Link>
      {offersGoogle() ? <GoogleButton label={t('google')} next={destination(next, locale)} /> : null}
      <p className="text-15 text-ink-2">
        {t.rich('signIn.new', {
          link: (words) => (
            <Link href={{ pathname: '/sign-up', ...(next && { query: { next } }) }} className="link">
              {words}
            </Link>
          ),
        })}
      </p>
      <p className="-mt-3 text-15 text-ink-2">
        {t.rich('signIn.guest', {
          link: (words) => (
            <Link href="/find-tickets" className="link">
              {words}
            </Link>
          ),
        })}
      </p>
    </AuthPage>
  );
}
