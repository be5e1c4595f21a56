import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { AuthPage } from '#components/auth/auth-page.tsx';
import { KeyForm } from '#components/auth/key-form.tsx';
import { buttonClass } from '#components/ui/button.tsx';
import { findEmailChange } from '#lib/accounts/email-change.ts';
import { database } from '#lib/database.ts';
import { Link } from '#lib/i18n/navigation.ts';
import { confirmEmailChangeAction, refuseEmailChangeAction } from './actions.ts';

type Props = { searchParams: Promise<{ key?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth.changeEmail');
  return { title: t('title.new'), robots: { index: false }, referrer: 'same-origin' };
}

// messages: auth.changeEmail.title.*, auth.changeEmail.submit.*, auth.changeEmail.half.text.*
/** Where the letters lead that ask both mailboxes about a new address. Looking at it answers nothing. */
export default async function ChangeEmailPage({ searchParams }: Props) {
  const { key } = await searchParams;
  const [change, locale, t] = await Promise.all([
    typeof key === 'string' ? findEmailChange(database(), key) : null,
    getLocale(),
    getTranslations('auth.changeEmail'),
  ]);
  if (!change || typeof key !== 'string' || change.state === 'too_old') {
    const over = await getTranslations('auth.over');
    return (
      <AuthPage title={over('title')} lead={over('text')}>
        <Link href="/account" className={buttonClass({ wide: true })}>
          {t('done.go')}
        </Link>
      </AuthPage>
    );
  }
  const { end, newEmail, oldEmail } = change;
  if (change.state === 'done') {
    return (
      <AuthPage title={t('done.title')} lead={t('done.text', { newEmail })}>
        <Link href="/account" className={buttonClass({ size: 'big', wide: true })}>
          {t('done.go')}
        </Link>
      </AuthPage>
    );
  }
  if (change.state === 'stopped') {
    return (
      <AuthPage title={t('stopped.title')} lead={t('stopped.text')}>
        <Link href="/forgot-password" className={buttonClass({ variant: 'line', wide: true })}>
          {t('stopped.go')}
        </Link>
      </AuthPage>
    );
  }
  const hidden = { key, locale };
  const refuse = (
    <KeyForm
      action={refuseEmailChangeAction}
      hidden={hidden}
      second
      words={{ submit: t('refuse'), pending: t('refusing'), failed: t('failed') }}
    />
  );
  if (end === 'old' ? change.oldConfirmed : change.newConfirmed) {
    const other = end === 'old' ? 'new' : 'old';
    return (
      <AuthPage
        title={t('half.title')}
        lead={t(`half.text.${other}`, { email: other === 'new' ? newEmail : oldEmail })}
      >
        {refuse}
      </AuthPage>
    );
  }
  return (
    <AuthPage title={t(`title.${end}`)} lead={t('text', { oldEmail, newEmail })}>
      <KeyForm
        action={confirmEmailChangeAction}
        hidden={hidden}
        words={{ submit: t(`submit.${end}`), pending: t('pending'), failed: t('failed') }}
      />
      {refuse}
    </AuthPage>
  );
}
