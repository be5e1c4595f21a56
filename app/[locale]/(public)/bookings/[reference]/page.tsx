import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { BookedEvent } from '#components/booking/booked-event.tsx';
import { BookingFacts } from '#components/booking/booking-facts.tsx';
import { BookingState } from '#components/booking/booking-state.tsx';
import { BookingTicket, type TicketOccasion } from '#components/booking/booking-ticket.tsx';
import { KeepInAccount } from '#components/booking/keep-in-account.tsx';
import { KeepOffline } from '#components/booking/keep-offline.tsx';
import { SaveTickets } from '#components/booking/save-tickets.tsx';
import { OrderSummary } from '#components/checkout/order-summary.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { Status } from '#components/ui/status.tsx';
import { bookingAccess } from '#lib/auth/booking-access.ts';
import { currentAccount } from '#lib/auth/session.ts';
import { findBooking } from '#lib/booking/find-booking.ts';
import type { BookingView } from '#lib/booking/read-booking.ts';
import { env } from '#lib/env.ts';
import { DomainError } from '#lib/errors.ts';
import { getPathname, Link } from '#lib/i18n/navigation.ts';
import type { Locale } from '#lib/i18n/routing.ts';
import { formatMoney } from '#lib/money.ts';
import { posterHue } from '#lib/posters/poster-hue.ts';
import { posterPath } from '#lib/posters/poster-path.ts';
import { calendarLinks } from '#lib/tickets/calendar-links.ts';
import { drawTicketQr } from '#lib/tickets/draw-ticket-qr.ts';
import { formatTicketCode } from '#lib/tickets/ticket-code.ts';
import { formatTime, type TimeFormat } from '#lib/time.ts';

type Props = {
  params: Promise<{ reference: string }>;
  /** `confirming`: the buyer comes from paying, and what came of it may not be known here yet. */
  searchParams: Promise<{ confirming?: string | string[] }>;
};

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const t = await getTranslations('booking');
  return { title: t('metaTitle', { reference: (await params).reference }), robots: { index: false } };
}

async function read(reference: string): Promise<BookingView> {
  try {
    return await findBooking(reference, await bookingAccess(reference));
  } catch (error) {
    if (error instanceof DomainError) notFound();
    throw error;
  }
}

/** What stands on every ticket of the booking. */
function occasionOf({ event }: BookingView, locale: Locale, online: string): TicketOccasion {
  const show = (format: TimeFormat) => formatTime(event.startsAt, event.timezone, locale, format);
  return {
    title: event.title,
    language: event.language,
    posterSrc: posterPath(event, 'svg'),
    dayNumber: new Intl.DateTimeFormat('en', { day: 'numeric', timeZone: event.timezone }).format(
      event.startsAt,
    ),
    month: show('monthYear'),
    weekdayTime: `${show('weekday')}, ${show('time')}`,
    place: event.venue ? `${event.venue.name}, ${event.venue.city}` : online,
  };
}

/** The tickets with their codes; those of an event that does not take place open no door any more. */
function drawTickets({ event, tickets }: BookingView, here: string) {
  return Promise.all(
    tickets.map(async ({ id, revision, code, status, ...ticket }) => ({
      ...ticket,
      id,
      status: event.status === 'cancelled' ? ('void' as const) : status,
      readableCode: formatTicketCode(code),
      pdfHref: event.status === 'cancelled' || status !== 'valid' ? null : `${here}/tickets/${code}`,
      qr: await drawTicketQr({ eventId: event.id, ticketId: id, revision }),
    })),
  );
}

/** Whether money may be on its way, although the booking does not say so. */
const underWay = (payment: { status: string } | null) =>
  payment !== null &&
  ['processing', 'succeeded', 'requires_action', 'requires_confirmation'].includes(payment.status);

/** What the sum of a booking is called: what is over is neither paid nor to be paid. */
function sumOf(status: BookingView['status']) {
  if (status === 'confirmed') return 'paid' as const;
  return status === 'held' || status === 'paying' || status === 'awaiting_payment' ? 'total' : 'sum';
}

export default async function BookingPage({ params, searchParams }: Props) {
  const [{ reference }, { confirming }] = await Promise.all([params, searchParams]);
  const [booking, account, locale] = await Promise.all([read(reference), currentAccount(), getLocale()]);
  const t = await getTranslations('booking');
  const { event } = booking;
  const here = getPathname({ href: { pathname: '/bookings/[reference]', params: { reference } }, locale });
  const tickets = await drawTickets(booking, here);
  const occasion = occasionOf(booking, locale, t('online'));
  const signUp = getPathname({ href: '/sign-up', locale });
  const confirmed = booking.status === 'confirmed';
  const cancelled = event.status === 'cancelled';
  // Staff who look a booking up must not carry it around on their own device.
  const mine = booking.openedByKey || (account !== null && booking.userId === account.actor.userId);
  const calendars = calendarLinks({
    title: event.title,
    description: `${t('reference', { reference: booking.reference })}\n${env().appUrl}${here}`,
    start: event.startsAt,
    end: event.endsAt,
    place: event.venue ? `${event.venue.name}, ${event.venue.address}, ${event.venue.city}` : '',
  });
  return (
    <main
      id="content"
      className="tinted wrap pb-24"
      style={{ '--hue': posterHue({ category: event.category.slug, seed: event.slug }) }}
    >
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
          until: booking.expiresAt,
          underWay: underWay(booking.payment) || confirming !== undefined,
          slug: event.slug,
          tickets: tickets.length,
          cancelledBy: cancelled ? event.organizer.name : null,
        }}
      />
      {event.status === 'postponed' ? (
        <div className="mt-6 max-w-[62ch]">
          <Notice kind="warn" title={t('eventPostponed')} />
        </div>
      ) : null}
      <div className="mt-10 grid gap-x-10 gap-y-10 desk:grid-cols-[minmax(0,1fr)_380px]">
        <div className="grid content-start gap-5">
          {tickets.length === 0 ? (
            <BookedEvent event={event} posterSrc={occasion.posterSrc}>
              <BookingFacts event={event} />
            </BookedEvent>
          ) : null}
          {tickets.map((ticket, index) => (
            <BookingTicket
              key={ticket.id}
              ticket={ticket}
              number={index + 1}
              count={tickets.length}
              occasion={occasion}
            />
          ))}
        </div>
        <aside>
          {confirmed && !cancelled ? (
            <div className="mb-8">
              <SaveTickets
                pdfHref={`${here}/tickets`}
                calendarHref={`${here}/calendar`}
                googleHref={calendars.google}
                outlookHref={calendars.outlook}
              />
              {mine ? <KeepOffline title={event.title} until={event.endsAt} /> : null}
            </div>
          ) : null}
          {tickets.length === 0 ? null : <BookingFacts event={event} />}
          <OrderSummary booking={{ ...booking, ...event }} total={sumOf(booking.status)} />
          {confirmed || booking.status === 'refunded' ? (
            <Link
              className="link no-print mt-2 inline-flex min-h-11 items-center font-[640]"
              href={{ pathname: '/bookings/[reference]/receipt', params: { reference } }}
            >
              {t('openReceipt')}
            </Link>
          ) : null}
          <div className="mt-6 grid justify-items-start gap-1">
            <Link
              className="link inline-flex min-h-11 items-center"
              href={{ pathname: '/events/[slug]', params: { slug: event.slug } }}
            >
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
          {confirmed ? (
            <KeepInAccount
              inAccount={booking.inAccount}
              signedIn={account !== null}
              claimHref={`${here}/claim`}
              signUpHref={`${signUp}?${new URLSearchParams({ next: `${here}/claim` })}`}
            />
          ) : null}
        </aside>
      </div>
    </main>
  );
}
