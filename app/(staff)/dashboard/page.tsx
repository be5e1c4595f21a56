import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { DashboardFrame } from '#components/dashboard/frame.tsx';
import { PageMessage } from '#components/site/page-message.tsx';
import { buttonClass } from '#components/ui/button.tsx';
import { DoneNotice } from '#components/ui/done-notice.tsx';
import { may } from '#lib/auth/policy.ts';
import { database } from '#lib/database.ts';
import { getPathname } from '#lib/i18n/navigation.ts';
import { listMyInvitations } from '#lib/organizers/list-invitations.ts';
import { staffAccount } from '../staff-page.ts';

/**
 * On to the first organizer at whose desk somebody works; whoever works at doors alone goes to the door, an admin of the
 * platform to its administration, and whoever belongs to no organizer learns how to, and where their tickets are.
 */
export default async function DashboardPage({
  searchParams,
}: {
  searchParams: Promise<{ done?: string | string[] }>;
}) {
  const [{ account, locale }, { done }] = await Promise.all([staffAccount('/dashboard'), searchParams]);
  const desk = account.organizers.find(({ id }) => may(account.actor, 'events.list', { organizerId: id }));
  if (desk) redirect(`/dashboard/${desk.slug}`);
  // Whoever was invited gets there first.
  if ((await listMyInvitations(database(), account.actor)).length > 0) redirect('/dashboard/invitations');
  if (account.organizers.length > 0) redirect('/door');
  if (may(account.actor, 'admin.enter')) redirect('/admin');
  const t = await getTranslations('dashboard.noMember');
  return (
    <DashboardFrame account={account} home={getPathname({ href: '/', locale })}>
      <PageMessage
        title={t('title', { name: account.name })}
        text={t('text', { email: account.email })}
        above={done === 'left' ? <DoneNotice title={t('left')} /> : null}
      >
        <a href="/dashboard/new" className={buttonClass()}>
          {t('found')}
        </a>
        <a
          href={getPathname({ href: '/bookings', locale })}
          className="link inline-flex min-h-11 items-center"
        >
          {t('bookings')}
        </a>
      </PageMessage>
    </DashboardFrame>
  );
}
