import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AccountState } from '#components/admin/accounts-table.tsx';
import { DeedForm } from '#components/admin/deed-form.tsx';
import { Facts } from '#components/admin/facts.tsx';
import { AdminFrame } from '#components/admin/frame.tsx';
import { LogLink } from '#components/admin/log-link.tsx';
import { AdminRecord, RecordPart } from '#components/admin/record.tsx';
import { ClientMessages } from '#components/site/client-messages.tsx';
import { readAccount } from '#lib/accounts/read-account.ts';
import { deviceName } from '#lib/auth/device-name.ts';
import { database } from '#lib/database.ts';
import type { SearchParams } from '../../../dashboard/list-query.ts';
import { orNotFound } from '../../../staff-page.ts';
import { adminPage, adminTitle, deedWords, doneWords } from '../../admin-page.ts';
import {
  changeAccountRoleAction,
  liftAccountSuspensionAction,
  signOutAccountAction,
  suspendAccountAction,
} from '../actions.ts';

type Props = { params: Promise<{ id: string }>; searchParams: SearchParams };

export const generateMetadata = (): Promise<Metadata> => adminTitle('users', '/admin/users');

// messages: team.role.*, dashboard.bookingStatus.*
/** One person: who they are, where they are signed in, and what an admin can do about that. */
export default async function AdminUserPage({ params, searchParams }: Props) {
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const { account: admin, frame, when } = await adminPage('users', `/admin/users/${encodeURIComponent(id)}`);
  const person = await orNotFound(readAccount(database(), admin.actor, id));
  const [t, words, roles, statuses, done] = await Promise.all([
    getTranslations('admin.users'),
    deedWords(),
    getTranslations('team.role'),
    getTranslations('dashboard.bookingStatus'),
    doneWords(await searchParams),
  ]);
  const isAdmin = person.role === 'admin';
  const hidden = { id: person.id };
  return (
    <AdminFrame {...frame}>
      <AdminRecord
        back={{ href: '/admin/users', label: t('title') }}
        title={person.name}
        done={query.done ? done : null}
        status={
          <>
            <AccountState
              account={{ suspended: person.suspendedAt !== null, confirmed: person.emailVerifiedAt !== null }}
            />
            <LogLink on={{ type: 'user', id: person.id }} />
          </>
        }
        deeds={
          <ClientMessages namespaces={['admin']}>
            {person.suspendedAt ? (
              <DeedForm
                name="lift"
                action={liftAccountSuspensionAction}
                hidden={hidden}
                words={words('lift')}
              />
            ) : (
              <DeedForm
                name="suspend"
                action={suspendAccountAction}
                hidden={hidden}
                words={words('suspend')}
                danger
              />
            )}
            {person.sessions.length > 0 ? (
              <DeedForm
                name="sign-out"
                action={signOutAccountAction}
                hidden={hidden}
                words={words('signOut')}
              />
            ) : null}
            <DeedForm
              name="role"
              action={changeAccountRoleAction}
              hidden={{ ...hidden, role: isAdmin ? 'attendee' : 'admin' }}
              words={words(isAdmin ? 'demote' : 'promote')}
              danger={isAdmin}
            />
          </ClientMessages>
        }
      >
        <Facts
          facts={[
            { label: t('email'), value: person.email },
            { label: t('role'), value: isAdmin ? t('admin') : t('attendee') },
            { label: t('since'), value: when(person.createdAt) },
            { label: t('wayIn'), value: person.hasPassword ? t('byPassword') : t('byLink') },
            {
              label: t('suspendedSince'),
              value: person.suspendedAt ? when(person.suspendedAt) : null,
            },
            { label: t('why'), value: person.suspendedReason },
            {
              label: t('worksFor'),
              value:
                person.organizers.length > 0 ? (
                  <ul>
                    {person.organizers.map(({ slug, name, role }) => (
                      <li key={slug}>
                        <a href={`/admin/organizers/${slug}`} className="link">
                          {name}
                        </a>
                        , {roles(role)}
                      </li>
                    ))}
                  </ul>
                ) : null,
            },
            {
              label: t('bookings'),
              value:
                person.bookings.length > 0 ? (
                  <a href={`/admin/bookings?${new URLSearchParams({ q: person.email })}`} className="link">
                    {person.bookings.map(({ status, count }) => `${count} ${statuses(status)}`).join(', ')}
                  </a>
                ) : null,
            },
          ]}
        />
        <RecordPart title={t('devices', { count: person.sessions.length })}>
          {person.sessions.length > 0 ? (
            <ul className="border-t-[1.5px] border-rule text-15">
              {person.sessions.map((session) => (
                <li
                  key={session.id}
                  className="flex flex-wrap justify-between gap-x-6 border-b border-hairline py-2.5"
                >
                  <span>{deviceName(session.userAgent) ?? t('anotherDevice')}</span>
                  <span className="text-ink-2">
                    {t('seen', { since: when(session.createdAt), seen: when(session.lastSeenAt) })}
                  </span>
                </li>
              ))}
            </ul>
          ) : (
            <p className="text-ink-2">{t('nowhere')}</p>
          )}
        </RecordPart>
      </AdminRecord>
    </AdminFrame>
  );
}
