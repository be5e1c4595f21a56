import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AdminFrame } from '#components/admin/frame.tsx';
import { LookUp } from '#components/admin/look-up.tsx';
import { BookingsTable } from '#components/dashboard/bookings-table.tsx';
import { database } from '#lib/database.ts';
import { withoutErasedAddress } from '#lib/erased-address.ts';
import { lookUpBookings } from '#lib/organizers/look-up-bookings.ts';
import { readListQuery, type SearchParams, withQuery } from '../../dashboard/list-query.ts';
import { adminPage, adminTitle } from '../admin-page.ts';

const HERE = '/admin/bookings';

export const generateMetadata = (): Promise<Metadata> => adminTitle('bookings', HERE);

/** Finds a booking for somebody who has written in. */
export default async function AdminBookingsPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await readListQuery(searchParams);
  const { account, frame } = await adminPage('bookings', withQuery(HERE, query));
  const [t, found] = await Promise.all([
    getTranslations('admin.bookings'),
    lookUpBookings(database(), account.actor, query.q ?? ''),
  ]);
  return (
    <AdminFrame {...frame}>
      <main id="content" className="min-w-0 px-(--margin) pt-6 pb-16 desk:px-8">
        <h1 className="display-t4 mb-4">{t('title')}</h1>
        <LookUp words={query.q ?? ''} label={t('search')} hint={t('hint')} submit={t('find')} />
        <div className="mt-6">
          {found.length > 0 ? (
            <BookingsTable
              bookings={found.map(withoutErasedAddress)}
              hrefOf={(reference) => `${HERE}/${reference}`}
            />
          ) : query.q ? (
            <p role="status" className="py-6 text-ink-2">
              {t('nothing', { words: query.q })}
            </p>
          ) : null}
        </div>
      </main>
    </AdminFrame>
  );
}
