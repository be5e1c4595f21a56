import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { BookingState } from '#components/booking/booking-state.tsx';
import { BookingTicket } from '#components/booking/booking-ticket.tsx';
import { OrderSummary } from '#components/checkout/order-summary.tsx';
import { eventHue } from '#components/event/hue.ts';
import { Button, buttonClass } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { Status } from '#components/ui/status.tsx';
import { bookingAccess } from '#lib/auth/booking-access.ts';
import { currentAccount } from '#lib/auth/session.ts';
import { findBooking } from '#lib/booking/find-booking.ts';
import { DomainError } from '#lib/errors.ts';
import { getPathname, Link } from '#lib/i18n/navigation.ts';
import type { Locale } from '#lib/i18n/routing.ts';
import { formatMoney } from '#lib/money.ts';
import { drawTicketQr } from '#lib/tickets/draw-ticket-qr.ts';
import { formatTime } from '#lib/time.ts';
import { claim } from './actions.ts';

type Props = { params: Promise<{ reference: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('booking');
  return { title: t('metaTitle', { reference: (await params).reference }), robots: { index: false } };
}

async function read(reference: string) {
  try {
    return await findBooking(reference, await bookingAccess(reference));
  } catch (error) {
    if (error instanceof DomainError) notFound();
    throw error;
  }
}

/** Whether money may be on its way, although the booking does not say so. */
const underWay = (payment: { status: string } | null) =>
  payment !== null &&
  ['processing', 'succeeded', 'requires_action', 'requires_confirmation'].includes(payment.status);

export default async function BookingPage({ params }: Props) {
  const { reference } = await params;
  const [booking, account, locale] = await Promise.all([read(reference), currentAccount(), getLocale()]);
  const t = await getTranslations('booking');
  const { event } = booking;
  const show = (instant: Date, format: Parameters<typeof formatTime>[3]) =>
    formatTime(instant, event.timezone, locale, format);
  const place = event.venue ? `${event.venue.name}, ${event.venue.city}` : t('online');
  const tickets = await Promise.all(
    booking.tickets.map(async (ticket) => ({
      ...ticket,
      qr: await drawTicketQr({ eventId: event.id, ticketId: ticket.id, revision: ticket.revision }),
    })),
  );
  const here = getPathname({ href: { pathname: '/bookings/[reference]', params: { reference } }, locale });
  const confirmed = booking.status === 'confirmed';
  return (
    <main id="content" className="tinted wrap pb-24" style={{ '--hue': eventHue(event.slug) }}>
      <p className="flex flex-wrap gap-x-6 gap-y-1 pt-6 pb-4 text-15 font-[620]">
        <span className="tabular-nums">{t('reference', { reference: booking.reference })}</span>
        {booking.paymentsMode === 'live' ? null : (
          <Status shape="diamond" tone="warn">
            {t('sandbox')}
          </Status>
        )}
      </p>
      <BookingState
        booking={{
          reference: booking.reference,
          status: booking.status,
          total: formatMoney(booking.total, booking.currency, locale),
          email: booking.buyerEmail ?? '',
          until: show(booking.expiresAt, 'time'),
          underWay: underWay(booking.payment),
          slug: event.slug,
        }}
      />
      {event.status === 'cancelled' || event.status === 'postponed' ? (
        <div className="mt-6 max-w-[62ch]">
          <Notice kind="warn" title={t(event.status === 'cancelled' ? 'eventCancelled' : 'eventPostponed')} />
        </div>
      ) : null}
      <div className="mt-10 grid gap-x-10 gap-y-10 desk:grid-cols-[minmax(0,1fr)_380px]">
        <div className="grid content-start gap-5">
          {tickets.map((ticket, index) => (
            <BookingTicket
              key={ticket.id}
              ticket={ticket}
              number={index + 1}
              count={tickets.length}
              title={event.title}
              day={show(event.startsAt, 'longDay')}
              time={show(event.startsAt, 'time')}
              place={place}
            />
          ))}
        </div>
        <aside>
          <dl className="grid gap-5 border-t-[1.5px] border-rule pt-5 pb-6">
            <div>
              <dt className="text-15 text-ink-2">{t('when')}</dt>
              <dd className="display-t3">{show(event.startsAt, 'dayTime')}</dd>
              {event.doorsAt ? (
                <dd className="text-15">{t('doors', { time: show(event.doorsAt, 'time') })}</dd>
              ) : null}
            </div>
            <div>
              <dt className="text-15 text-ink-2">{t('where')}</dt>
              <dd className="display-t3">{event.venue?.name ?? t('online')}</dd>
              {event.venue ? <dd className="text-15">{event.venue.address}</dd> : null}
              {event.onlineUrl ? (
                <dd>
                  <a className="link text-15" href={event.onlineUrl}>
                    {t('join')}
                  </a>
                </dd>
              ) : null}
            </div>
          </dl>
          <OrderSummary booking={{ ...booking, refundPolicy: event.refundPolicy }} />
          <div className="mt-6 grid justify-items-start gap-1">
            {confirmed ? (
              <a className={`${buttonClass({ variant: 'line' })} mb-3`} href={`${here}/calendar`}>
                {t('calendar')}
              </a>
            ) : null}
            <Link className="link" href={{ pathname: '/events/[slug]', params: { slug: event.slug } }}>
              {t('event')}
            </Link>
            <p className="text-15 [overflow-wrap:anywhere]">
              {t.rich('questions', {
                organizer: event.organizer.name,
                mail: () => (
                  <a className="link" href={`mailto:${event.organizer.email}`}>
                    {event.organizer.email}
                  </a>
                ),
              })}
            </p>
          </div>
          {confirmed && !booking.inAccount ? (
            <form action={claim.bind(null, reference)} className="mt-8 border-t border-hairline pt-5">
              <p className="display-t3">{t('claim.title')}</p>
              <p className="mt-1 mb-4 text-15">{t('claim.text')}</p>
              {account ? (
                <Button type="submit" variant="line">
                  {t('claim.claim')}
                </Button>
              ) : (
                <a className={buttonClass({ variant: 'line' })} href={signUpHref(here, locale)}>
                  {t('claim.signUp')}
                </a>
              )}
            </form>
          ) : null}
        </aside>
      </div>
    </main>
  );
}

function signUpHref(next: string, locale: Locale): string {
  return `${getPathname({ href: '/sign-up', locale })}?${new URLSearchParams({ next })}`;
}
