import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { EventsTable } from '#components/dashboard/events-table.tsx';
import { FirstSteps } from '#components/dashboard/first-steps.tsx';
import { DashboardFrame } from '#components/dashboard/frame.tsx';
import { ListFilter } from '#components/dashboard/list-filter.tsx';
import { ListPage } from '#components/dashboard/list-page.tsx';
import { NotAllowed } from '#components/dashboard/not-allowed.tsx';
import { database } from '#lib/database.ts';
import { getPathname } from '#lib/i18n/navigation.ts';
import { listOrganizerEvents } from '#lib/organizers/list-organizer-events.ts';
import { readListQuery, type SearchParams, withQuery } from '../../list-query.ts';
import { organizerPage, organizerTitle } from '../../organizer-page.ts';

type Props = { params: Promise<{ organizer: string }>; searchParams: SearchParams };

const STATUSES = ['draft', 'published', 'postponed', 'cancelled'] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return organizerTitle((await params).organizer, 'events');
}

export default async function OrganizerEventsPage({ params, searchParams }: Props) {
  const [{ organizer: slug }, query] = await Promise.all([params, readListQuery(searchParams)]);
  const here = `/dashboard/${slug}/events`;
  const { account, locale, organizer, frame, allowed } = await organizerPage(
    slug,
    'events',
    withQuery(here, query),
  );
  if (!allowed) {
    return (
      <DashboardFrame {...frame}>
        <NotAllowed organizer={organizer.name} />
      </DashboardFrame>
    );
  }
  const { events, next } = await listOrganizerEvents(database(), account.actor, organizer.id, {
    text: query.q,
    status: STATUSES.find((status) => status === query.status),
    after: query.after,
  });
  const t = await getTranslations('dashboard');
  const seesBookings = frame.place.sections.includes('bookings');
  const narrowed = query.q !== undefined || query.status !== undefined;
  const first = events.length === 0 && !narrowed && query.after === undefined;
  return (
    <DashboardFrame {...frame}>
      <ListPage
        title={t('events')}
        arrived={(await searchParams).done === 'founded'}
        filter={
          first ? null : (
            <ListFilter
              placeholder={t('filter.searchEvents')}
              text={query.q ?? ''}
              status={query.status ?? ''}
              statuses={STATUSES.map((value) => ({ value, label: t(`eventStatus.${value}`) }))}
              clear={narrowed ? here : null}
            />
          )
        }
        empty={events.length === 0 && narrowed ? t('eventsTable.emptyFiltered') : null}
        older={next ? withQuery(here, { ...query, after: next }) : null}
        newest={query.after ? withQuery(here, { ...query, after: '' }) : null}
      >
        {first ? (
          <FirstSteps
            publicPage={getPathname({ href: { pathname: '/organizers/[slug]', params: { slug } }, locale })}
            imprint={getPathname({ href: '/imprint', locale })}
            settings={frame.place.sections.includes('settings') ? `/dashboard/${slug}/settings` : null}
            team={`/dashboard/${slug}/team`}
          />
        ) : (
          <EventsTable
            events={events.map((event) => ({
              ...event,
              draft: event.status === 'draft',
              href: `/dashboard/${slug}/events/${event.slug}`,
              bookingsHref: seesBookings
                ? withQuery(`/dashboard/${slug}/bookings`, { event: event.id })
                : null,
            }))}
          />
        )}
      </ListPage>
    </DashboardFrame>
  );
}
