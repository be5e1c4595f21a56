import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { EventsTable } from '#components/admin/events-table.tsx';
import { AdminFrame } from '#components/admin/frame.tsx';
import { ListFilter } from '#components/dashboard/list-filter.tsx';
import { ListPage } from '#components/dashboard/list-page.tsx';
import { database } from '#lib/database.ts';
import { lookUpEvents } from '#lib/organizers/look-up-events.ts';
import { formatTime } from '#lib/time.ts';
import { readListQuery, type SearchParams, withQuery } from '../../dashboard/list-query.ts';
import { adminPage, adminTitle } from '../admin-page.ts';

const HERE = '/admin/events';
const KINDS = ['published', 'draft', 'postponed', 'cancelled', 'taken_down'] as const;

export const generateMetadata = (): Promise<Metadata> => adminTitle('events', HERE);

// messages: admin.events.kinds.*
/** The events of everybody, also what no page shows. */
export default async function AdminEventsPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await readListQuery(searchParams);
  const { account, frame, locale } = await adminPage('events', withQuery(HERE, query));
  const t = await getTranslations('admin.events');
  const { events, next } = await lookUpEvents(database(), account.actor, {
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
        empty={events.length > 0 ? null : t('empty')}
        older={next ? withQuery(HERE, { ...query, after: next }) : null}
        newest={query.after ? withQuery(HERE, { ...query, after: '' }) : null}
      >
        <EventsTable
          events={events.map((event) => ({
            ...event,
            href: `${HERE}/${event.slug}`,
            takenDown: event.takenDownAt !== null,
            date: formatTime(event.startsAt, event.timezone, locale, 'fullDayTime'),
          }))}
        />
      </ListPage>
    </AdminFrame>
  );
}
