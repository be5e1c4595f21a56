import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { AuthPage } from '#components/auth/auth-page.tsx';
import { KeyForm } from '#components/auth/key-form.tsx';
import { InvitationDetails } from '#components/invitation/invitation-details.tsx';
import { OtherAccount } from '#components/invitation/other-account.tsx';
import { buttonClass } from '#components/ui/button.tsx';
import { actionsOf } from '#lib/auth/role-summary.ts';
import { currentAccount } from '#lib/auth/session.ts';
import type { Account } from '#lib/auth/session-row.ts';
import { database } from '#lib/database.ts';
import { getPathname, Link } from '#lib/i18n/navigation.ts';
import type { Locale } from '#lib/i18n/routing.ts';
import { type FoundInvitation, findInvitation } from '#lib/organizers/find-invitation.ts';
import { formatTime } from '#lib/time.ts';
import { acceptAction, declineAction } from './actions.ts';

type Props = { searchParams: Promise<{ key?: string | string[] }> };

/** Where somebody accepts who has to log in first. The key does not go along: it would be stored on the way. */
const AFTERWARDS = '/dashboard/invitations';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('invitation.mine');
  return { title: t('title'), robots: { index: false }, referrer: 'same-origin' };
}

const isFor = ({ email }: FoundInvitation, account: Account | null) =>
  account?.email.toLowerCase() === email.toLowerCase();

// messages: invitation.over.*, team.may.*
/** Where the letter leads that asks somebody to work for an organizer. Looking at it answers nothing. */
export default async function InvitationPage({ searchParams }: Props) {
  const { key } = await searchParams;
  const [found, account, locale, t] = await Promise.all([
    typeof key === 'string' ? findInvitation(database(), key) : null,
    currentAccount(),
    getLocale(),
    getTranslations('invitation'),
  ]);
  if (!found || typeof key !== 'string')
    return <AuthPage title={t('unknown.title')} lead={t('unknown.text')} />;
  const { organizer, role, email, from } = found;
  if (found.state === 'accepted' && isFor(found, account)) {
    return (
      <AuthPage title={t('joined.title', { organizer: organizer.name })} lead={t('joined.text')}>
        <a href={`/dashboard/${organizer.slug}/team`} className={buttonClass({ size: 'big', wide: true })}>
          {t('joined.open')}
        </a>
      </AuthPage>
    );
  }
  if (found.state !== 'open') {
    return (
      <AuthPage title={t('over.title')} lead={t(`over.${found.state}`, { organizer: organizer.name })} />
    );
  }
  const may = await getTranslations('team.may');
  const hidden = { key, locale };
  const known = { next: AFTERWARDS, email };
  return (
    <AuthPage
      title={t('title', { organizer: organizer.name })}
      lead={
        from
          ? t('from', { name: from, organizer: organizer.name, role })
          : t('what', { organizer: organizer.name, role })
      }
    >
      <InvitationDetails
        facts={t('facts', { email, day: formatTime(found.expiresAt, 'UTC', locale, 'longDay') })}
        may={actionsOf(role).map((action) => may(action))}
      />
      {account === null ? (
        <>
          <p>{t('guest', { email })}</p>
          <Link
            href={{ pathname: '/sign-in', query: known }}
            className={buttonClass({ size: 'big', wide: true })}
          >
            {t('logIn')}
          </Link>
          <Link
            href={{ pathname: '/sign-up', query: known }}
            className={buttonClass({ variant: 'line', wide: true })}
          >
            {t('signUp')}
          </Link>
        </>
      ) : null}
      {account !== null && !isFor(found, account) ? (
        <OtherAccount name={account.name} mine={account.email} email={email} back={addressOf(key, locale)} />
      ) : null}
      {isFor(found, account) ? (
        <KeyForm
          action={acceptAction}
          hidden={hidden}
          words={{
            submit: t('accept', { organizer: organizer.name }),
            pending: t('accepting'),
            failed: t('failed'),
          }}
        />
      ) : null}
      <KeyForm
        action={declineAction}
        hidden={hidden}
        second
        words={{ submit: t('decline'), pending: t('declining'), failed: t('failed') }}
      />
    </AuthPage>
  );
}

const addressOf = (key: string, locale: Locale) =>
  getPathname({ href: { pathname: '/invitation', query: { key } }, locale });
