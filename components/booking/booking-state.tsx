import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { getPathname, Link } from '#lib/i18n/navigation.ts';
import { buttonClass } from '../ui/button.tsx';
import { ViewerClock } from '../ui/viewer-clock.tsx';
import { LookAgain } from './look-again.tsx';

export type StateBooking = {
  reference: string;
  status:
    | 'held'
    | 'paying'
    | 'awaiting_payment'
    | 'confirmed'
    | 'released'
    | 'expired'
    | 'refunded'
    | 'cancelled';
  /** Written out. */
  total: string;
  /** Null when whoever booked has been erased. */
  email: string | null;
  /** What they are called by, for themselves alone. */
  name: string | null;
  event: string;
  until: Date;
  /** Whether a payment has been submitted and its result is not known. */
  underWay: boolean;
  slug: string;
  /** Those the buyer still has. */
  tickets: number;
  /** The organizer's name, when the event does not take place. */
  cancelledBy: string | null;
  /** Whether anything was paid. */
  paid: boolean;
  /** When the event was, in words, once it is over. */
  over: string | null;
};

/** What has become of the booking, and what can be done now. Never "failed" for what may still succeed. */
export function BookingState({ booking }: { booking: StateBooking }) {
  const t = useTranslations('booking');
  const { status, email, total, cancelledBy } = booking;
  const again = (label: string) => (
    <Link
      href={{ pathname: '/events/[slug]', params: { slug: booking.slug } }}
      className={`${buttonClass({ variant: 'line' })} mt-5`}
    >
      {label}
    </Link>
  );
  switch (status) {
    case 'confirmed':
      if (cancelledBy !== null) {
        return (
          <State
            title={t('eventCancelled.title')}
            text={
              booking.paid
                ? t('eventCancelled.paid', { organizer: cancelledBy, total })
                : t('eventCancelled.text', { organizer: cancelledBy })
            }
          />
        );
      }
      if (booking.over !== null) {
        return <State title={t('over.title')} text={t('over.text', { when: booking.over })} />;
      }
      if (booking.tickets === 0) return <State title={t('handedOn.all')} text={t('handedOn.allText')} />;
      return (
        <State
          large
          title={booking.name === null ? t('confirmed.title') : t('confirmed.named', { name: booking.name })}
          text={
            email === null
              ? t('confirmed.here', { count: booking.tickets, event: booking.event })
              : t('confirmed.text', { email, count: booking.tickets, event: booking.event })
          }
        />
      );
    case 'paying':
    case 'awaiting_payment':
      if (booking.underWay) {
        return (
          <State title={t('confirming.title')} text={t('confirming.text', { email: email ?? '' })}>
            <LookAgain />
          </State>
        );
      }
      return <Held booking={booking} />;
    case 'held':
      return <Held booking={booking} />;
    case 'expired':
      return (
        <State title={t('expired.title')} text={t('expired.text')}>
          {again(t('expired.again'))}
          {booking.underWay ? <LookAgain /> : null}
        </State>
      );
    case 'released':
      return (
        <State title={t('released.title')} text={t('released.text')}>
          {again(t('released.again'))}
        </State>
      );
    case 'refunded':
      return <State title={t('refunded.title')} text={t('refunded.text', { total })} />;
    case 'cancelled':
      return <State title={t('cancelled.title')} text={t('cancelled.text')} />;
  }
}

function Held({ booking }: { booking: StateBooking }) {
  const t = useTranslations('booking.held');
  const locale = useLocale();
  const params = { reference: booking.reference };
  return (
    <State title={t('title')} text={t.rich('text', { time: () => <ViewerClock instant={booking.until} /> })}>
      {/* A plain link: the checkout is a page of its own, with rights that this one has not. */}
      <a
        href={getPathname({ href: { pathname: '/checkout/[reference]', params }, locale })}
        className={`${buttonClass()} mt-5`}
      >
        {t('continue')}
      </a>
    </State>
  );
}

function State({
  title,
  text,
  large = false,
  children,
}: {
  title: string;
  text: ReactNode;
  /** For what somebody has been waiting for. */
  large?: boolean;
  children?: ReactNode;
}) {
  return (
    <div role="status">
      <h1 className={`${large ? 'display-t6' : 'display-t5'} [overflow-wrap:anywhere]`}>{title}</h1>
      <p className="mt-4 max-w-[62ch] text-t3 [overflow-wrap:anywhere]">{text}</p>
      {children}
    </div>
  );
}
