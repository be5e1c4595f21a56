import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { BookingsTable } from '#components/dashboard/bookings-table.tsx';
import { DashboardFrame } from '#components/dashboard/frame.tsx';
import { ListFilter } from '#components/dashboard/list-filter.tsx';
import { ListPage } from '#components/dashboard/list-page.tsx';
import { NotAllowed } from '#components/dashboard/not-allowed.tsx';
import { database } from '#lib/database.ts';
import { withoutErasedAddress } from '#lib/erased-address.ts';
import { listOrganizerBookings } from '#lib/organizers/list-organizer-bookings.ts';
import { isUuid } from '#lib/reference.ts';
import { readListQuery, type SearchParams, withQuery } from '../../list-query.ts';
import { organizerPage, organizerTitle } from '../../organizer-page.ts';

type Props = { params: Promise<{ organizer: string }>; searchParams: SearchParams };

const STATUSES = [
  'confirmed',
  'held',
  'paying',
  'awaiting_payment',
  'released',
  'expired',
  'refunded',
  'cancelled',
] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return organizerTitle((await params).organizer, 'bookings');
}

export default async function OrganizerBookingsPage({ params, searchParams }: Props) {
  const [{ organizer: slug }, query] = await Promise.all([params, readListQuery(searchParams)]);
  const here = `/dashboard/${slug}/bookings`;
  const { account, organizer, frame, allowed } = await organizerPage(
    slug,
    'bookings',
    withQuery(here, query),
  );
  if (!allowed) {
    return (
      <DashboardFrame {...frame}>
        <NotAllowed organizer={organizer.name} />
      </DashboardFrame>
    );
  }
  const t = await getTranslations('dashboard');
  const eventId = query.event && isUuid(query.event) ? query.event : undefined;
  const { bookings, next } = await listOrganizerBookings(database(), account.actor, organizer.id, {
    text: query.q,
    status: STATUSES.find((status) => status === query.status),
    eventId,
    after: query.after,
  });
  const narrowed = query.q !== undefined || query.status !== undefined || eventId !== undefined;
  const title = eventId ? bookings[0]?.event.title : undefined;
  return (
    <DashboardFrame {...frame}>
      <ListPage
        title={title ? t('bookingsTable.ofEvent', { event: title }) : t('bookings')}
        above={
          eventId ? (
            <a href={here} className="link inline-flex min-h-11 items-center text-15">
              {t('bookingsTable.all')}
            </a>
          ) : null
        }
        filter={
          <ListFilter
            placeholder={t('filter.searchBookings')}
            text={query.q ?? ''}
            status={query.status ?? ''}
            statuses={STATUSES.map((value) => ({ value, label: t(`bookingStatus.${value}`) }))}
            hidden={eventId ? { event: eventId } : {}}
            clear={narrowed ? here : null}
          />
        }
        empty={
          bookings.length > 0 ? null : t(narrowed ? 'bookingsTable.emptyFiltered' : 'bookingsTable.empty')
        }
        older={next ? withQuery(here, { ...query, after: next }) : null}
        newest={query.after ? withQuery(here, { ...query, after: '' }) : null}
      >
        <BookingsTable bookings={bookings.map(withoutErasedAddress)} />
      </ListPage>
    </DashboardFrame>
  );
}
