import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AccountsTable } from '#components/admin/accounts-table.tsx';
import { AdminFrame } from '#components/admin/frame.tsx';
import { ListFilter } from '#components/dashboard/list-filter.tsx';
import { ListPage } from '#components/dashboard/list-page.tsx';
import { listAccounts } from '#lib/accounts/list-accounts.ts';
import { database } from '#lib/database.ts';
import { readListQuery, type SearchParams, withQuery } from '../../dashboard/list-query.ts';
import { adminPage, adminTitle } from '../admin-page.ts';

const HERE = '/admin/users';
const KINDS = ['admin', 'member', 'suspended'] as const;

export const generateMetadata = (): Promise<Metadata> => adminTitle('users', HERE);

// messages: admin.users.kinds.*
/** Everybody with an account. */
export default async function AdminUsersPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await readListQuery(searchParams);
  const { account, frame, when } = await adminPage('users', withQuery(HERE, query));
  const t = await getTranslations('admin.users');
  const { accounts, next } = await listAccounts(database(), account.actor, {
    text: query.q,
    kind: KINDS.find((kind) => kind === query.status),
    after: query.after,
  });
  const narrowed = query.q !== undefined || query.status !== undefined;
  return (
    <AdminFrame {...frame}>
      <ListPage
        title={t('title')}
        filter={
          <ListFilter
            placeholder={t('search')}
            text={query.q ?? ''}
            status={query.status ?? ''}
            statuses={KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
            clear={narrowed ? HERE : null}
          />
        }
        empty={accounts.length > 0 ? null : t('empty')}
        older={next ? withQuery(HERE, { ...query, after: next }) : null}
        newest={query.after ? withQuery(HERE, { ...query, after: '' }) : null}
      >
        <AccountsTable
          accounts={accounts.map((one) => ({
            ...one,
            href: `${HERE}/${one.id}`,
            lastSeen: one.lastSeenAt ? when(one.lastSeenAt) : null,
          }))}
        />
      </ListPage>
    </AdminFrame>
  );
}
