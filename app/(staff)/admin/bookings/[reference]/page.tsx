import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { BookingRecord } from '#components/admin/booking-record.tsx';
import { AdminFrame } from '#components/admin/frame.tsx';
import { LogLink } from '#components/admin/log-link.tsx';
import { AdminRecord } from '#components/admin/record.tsx';
import { BookingStatus } from '#components/dashboard/bookings-table.tsx';
import { database } from '#lib/database.ts';
import { withoutErasedAddress } from '#lib/erased-address.ts';
import { lookUpBooking } from '#lib/organizers/look-up-bookings.ts';
import { orNotFound } from '../../../staff-page.ts';
import { adminPage, adminTitle } from '../../admin-page.ts';

type Props = { params: Promise<{ reference: string }> };

export const generateMetadata = (): Promise<Metadata> => adminTitle('bookings', '/admin/bookings');

/** All that the house knows of one booking, to answer whoever has written in. */
export default async function AdminBookingPage({ params }: Props) {
  const { reference } = await params;
  const { account, frame, when } = await adminPage(
    'bookings',
    `/admin/bookings/${encodeURIComponent(reference)}`,
  );
  const booking = await orNotFound(lookUpBooking(database(), account.actor, reference));
  const t = await getTranslations('admin.bookings');
  return (
    <AdminFrame {...frame}>
      <AdminRecord
        back={{ href: '/admin/bookings', label: t('title') }}
        title={booking.reference}
        done={null}
        status={
          <>
            <BookingStatus status={booking.status} />
            <LogLink on={{ type: 'booking', id: booking.id }} />
          </>
        }
        deeds={null}
      >
        <BookingRecord booking={withoutErasedAddress(booking)} when={(instant) => when(new Date(instant))} />
      </AdminRecord>
    </AdminFrame>
  );
}
