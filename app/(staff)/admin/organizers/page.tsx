import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AdminFrame } from '#components/admin/frame.tsx';
import { OrganizersTable } from '#components/admin/organizers-table.tsx';
import { ListFilter } from '#components/dashboard/list-filter.tsx';
import { ListPage } from '#components/dashboard/list-page.tsx';
import { database } from '#lib/database.ts';
import { listOrganizers } from '#lib/organizers/list-organizers.ts';
import { readListQuery, type SearchParams, withQuery } from '../../dashboard/list-query.ts';
import { adminPage, adminTitle } from '../admin-page.ts';

const HERE = '/admin/organizers';
const KINDS = ['waiting', 'verified', 'suspended'] as const;

export const generateMetadata = (): Promise<Metadata> => adminTitle('organizers', HERE);

// messages: admin.organizers.kinds.*
/** Everybody who sells. */
export default async function AdminOrganizersPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await readListQuery(searchParams);
  const { account, frame, when } = await adminPage('organizers', withQuery(HERE, query));
  const t = await getTranslations('admin.organizers');
  const { organizers, next } = await listOrganizers(database(), account.actor, {
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
        empty={organizers.length > 0 ? null : t('empty')}
        older={next ? withQuery(HERE, { ...query, after: next }) : null}
        newest={query.after ? withQuery(HERE, { ...query, after: '' }) : null}
      >
        <OrganizersTable
          organizers={organizers.map((one) => ({
            ...one,
            href: `${HERE}/${one.slug}`,
            since: when(one.createdAt),
          }))}
        />
      </ListPage>
    </AdminFrame>
  );
}
