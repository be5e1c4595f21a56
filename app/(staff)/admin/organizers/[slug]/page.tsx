import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DeedForm } from '#components/admin/deed-form.tsx';
import { Facts } from '#components/admin/facts.tsx';
import { AdminFrame } from '#components/admin/frame.tsx';
import { LogLink } from '#components/admin/log-link.tsx';
import { OrganizerState } from '#components/admin/organizers-table.tsx';
import { AdminRecord, RecordPart } from '#components/admin/record.tsx';
import { ClientMessages } from '#components/site/client-messages.tsx';
import { database } from '#lib/database.ts';
import { getPathname } from '#lib/i18n/navigation.ts';
import { formatMoney } from '#lib/money.ts';
import { lookUpOrganizer } from '#lib/organizers/list-organizers.ts';
import type { SearchParams } from '../../../dashboard/list-query.ts';
import { orNotFound } from '../../../staff-page.ts';
import { adminPage, adminTitle, deedWords, doneWords } from '../../admin-page.ts';
import { liftOrganizerSuspensionAction, suspendOrganizerAction, verifyOrganizerAction } from '../actions.ts';

type Props = { params: Promise<{ slug: string }>; searchParams: SearchParams };

export const generateMetadata = (): Promise<Metadata> => adminTitle('organizers', '/admin/organizers');

// messages: team.role.*
/** One organizer: who it is, what it sells, and what an admin can do about that. */
export default async function AdminOrganizerPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const { account, frame, locale, when } = await adminPage(
    'organizers',
    `/admin/organizers/${encodeURIComponent(slug)}`,
  );
  const organizer = await orNotFound(lookUpOrganizer(database(), account.actor, slug));
  const [t, words, roles, done] = await Promise.all([
    getTranslations('admin.organizers'),
    deedWords(),
    getTranslations('team.role'),
    doneWords(await searchParams),
  ]);
  const hidden = { id: organizer.id, slug: organizer.slug };
  return (
    <AdminFrame {...frame}>
      <AdminRecord
        back={{ href: '/admin/organizers', label: t('title') }}
        title={organizer.name}
        done={done}
        status={
          <>
            <OrganizerState organizer={organizer} />
            <a
              href={getPathname({
                href: { pathname: '/organizers/[slug]', params: { slug: organizer.slug } },
                locale,
              })}
              className="link"
            >
              {t('publicPage')}
            </a>
            <a href={`/dashboard/${organizer.slug}`} className="link">
              {t('dashboard')}
            </a>
            <LogLink on={{ type: 'organizer', id: organizer.id }} />
          </>
        }
        deeds={
          <ClientMessages namespaces={['admin']}>
            <DeedForm
              name="verify"
              action={verifyOrganizerAction}
              hidden={{ ...hidden, verified: String(!organizer.verified) }}
              words={words(organizer.verified ? 'unverify' : 'verify')}
            />
            {organizer.suspended ? (
              <DeedForm
                name="lift"
                action={liftOrganizerSuspensionAction}
                hidden={hidden}
                words={words('liftOrganizer')}
              />
            ) : (
              <DeedForm
                name="suspend"
                action={suspendOrganizerAction}
                hidden={hidden}
                words={words('suspendOrganizer')}
                danger
              />
            )}
          </ClientMessages>
        }
      >
        <Facts
          facts={[
            { label: t('email'), value: organizer.email },
            {
              label: t('country'),
              value: new Intl.DisplayNames(locale, { type: 'region' }).of(organizer.country),
            },
            { label: t('since'), value: when(organizer.createdAt) },
            { label: t('verifiedSince'), value: organizer.verifiedAt ? when(organizer.verifiedAt) : null },
            { label: t('suspendedSince'), value: organizer.suspendedAt ? when(organizer.suspendedAt) : null },
            { label: t('why'), value: organizer.suspendedReason },
            {
              label: t('upcoming'),
              value: (
                <a href={`/admin/events?${new URLSearchParams({ q: organizer.name })}`} className="link">
                  {organizer.upcoming}
                </a>
              ),
            },
            {
              label: t('sold'),
              value:
                organizer.sales.length > 0
                  ? organizer.sales
                      .map(({ currency, bookings, total }) =>
                        t('soldFor', { bookings, total: formatMoney(total, currency, locale) }),
                      )
                      .join('; ')
                  : null,
            },
            { label: t('says'), value: organizer.description },
          ]}
        />
        <RecordPart title={t('team')}>
          <ul className="border-t-[1.5px] border-rule text-15">
            {organizer.team.map(({ userId, name, email, role }) => (
              <li
                key={userId}
                className="flex flex-wrap justify-between gap-x-6 border-b border-hairline py-2.5"
              >
                <span className="min-w-0 [overflow-wrap:anywhere]">
                  <a href={`/admin/users/${userId}`} className="link">
                    {name}
                  </a>{' '}
                  <span className="text-ink-2">{email}</span>
                </span>
                <span>{roles(role)}</span>
              </li>
            ))}
          </ul>
        </RecordPart>
      </AdminRecord>
    </AdminFrame>
  );
}
