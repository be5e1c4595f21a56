import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DashboardFrame } from '#components/dashboard/frame.tsx';
import { JoinForm } from '#components/invitation/join-form.tsx';
import { ClientMessages } from '#components/site/client-messages.tsx';
import { PageMessage } from '#components/site/page-message.tsx';
import { buttonClass } from '#components/ui/button.tsx';
import { database } from '#lib/database.ts';
import { getPathname } from '#lib/i18n/navigation.ts';
import { listMyInvitations } from '#lib/organizers/list-invitations.ts';
import { staffAccount } from '../../staff-page.ts';
import { joinAction } from './actions.ts';

const HERE = '/dashboard/invitations';

export async function generateMetadata(): Promise<Metadata> {
  await staffAccount(HERE);
  const t = await getTranslations('invitation.mine');
  return { title: t('title') };
}

/** What waits for somebody's answer, by the address of their account: the mail is not needed for it. */
export default async function InvitationsPage() {
  const { account, locale } = await staffAccount(HERE);
  const [invitations, t, words] = await Promise.all([
    listMyInvitations(database(), account.actor),
    getTranslations('invitation'),
    getTranslations('dashboard.notFound'),
  ]);
  const { email } = account;
  return (
    <DashboardFrame account={account} home={getPathname({ href: '/', locale })}>
      {invitations.length === 0 ? (
        <PageMessage title={t('mine.title')} text={t('mine.empty', { email })}>
          <a href="/dashboard" className={buttonClass({ variant: 'line' })}>
            {words('back')}
          </a>
        </PageMessage>
      ) : (
        <main id="content" className="min-w-0 px-(--margin) pt-6 pb-16 desk:px-8">
          <h1 className="display-t5">{t('mine.title')}</h1>
          <p className="lead mt-3 max-w-[52ch] [overflow-wrap:anywhere]">{t('mine.lead', { email })}</p>
          <ClientMessages namespaces={['invitation']}>
            <ul className="rows mt-8 max-w-[680px] border-y-[1.5px] border-y-rule">
              {invitations.map(({ id, organizer, role, from }) => (
                <li key={id} className="grid gap-3 py-5">
                  <h2 className="display-t3">{organizer}</h2>
                  <p>{from ? t('from', { name: from, organizer, role }) : t('what', { organizer, role })}</p>
                  <JoinForm action={joinAction} invitation={id} organizer={organizer} />
                </li>
              ))}
            </ul>
          </ClientMessages>
        </main>
      )}
    </DashboardFrame>
  );
}
