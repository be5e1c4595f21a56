import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { BookedEvent } from '#components/booking/booked-event.tsx';
import { BookingFacts } from '#components/booking/booking-facts.tsx';
import { BookingMail } from '#components/booking/booking-mail.tsx';
import { BookingState } from '#components/booking/booking-state.tsx';
import { BookingTicket } from '#components/booking/booking-ticket.tsx';
import { EventContact } from '#components/booking/event-contact.tsx';
import { HandedOn } from '#components/booking/handed-on.tsx';
import { KeepInAccount } from '#components/booking/keep-in-account.tsx';
import { KeepOffline } from '#components/booking/keep-offline.tsx';
import { SaveTickets } from '#components/booking/save-tickets.tsx';
import { Settled } from '#components/booking/settled.tsx';
import { TicketHistory } from '#components/booking/ticket-history.tsx';
import { TicketTools } from '#components/booking/ticket-tools.tsx';
import { OrderSummary } from '#components/checkout/order-summary.tsx';
import { ClientMessages } from '#components/site/client-messages.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { Status } from '#components/ui/status.tsx';
import { accountMark } from '#lib/auth/account-mark.ts';
import { bookingAccess } from '#lib/auth/booking-access.ts';
import { currentAccount } from '#lib/auth/session.ts';
import { findBooking } from '#lib/booking/find-booking.ts';
import type { BookingView, TicketView } from '#lib/booking/read-booking.ts';
import { env } from '#lib/env.ts';
import { withoutErasedAddress } from '#lib/erased-address.ts';
import { DomainError } from '#lib/errors.ts';
import { getPathname, Link } from '#lib/i18n/navigation.ts';
import { formatMoney } from '#lib/money.ts';
import { posterHue } from '#lib/posters/poster-hue.ts';
import { calendarLinks } from '#lib/tickets/calendar-links.ts';
import { formatTime } from '#lib/time.ts';
import { offerAction, renameAction, withdrawAction } from '../../tickets/actions.ts';
import { drawTicket, isOver, occasionOf } from '../../tickets/occasion.ts';
import { renewAction, resendAction } from './actions.ts';

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

/** Whether money may be on its way, although the booking does not say so. */
const underWay = (payment: { status: string } | null) =>
  payment !== null &&
  ['processing', 'succeeded', 'requires_action', 'requires_confirmation'].includes(payment.status);

/** What the sum of a booking is called: what is over or free is neither paid nor to be paid. */
function sumOf({ status, total }: BookingView) {
  if (total === 0) return 'sum' as const;
  if (status === 'confirmed') return 'paid' as const;
  return status === 'held' || status === 'paying' || status === 'awaiting_payment' ? 'total' : 'sum';
}

/** The first of somebody's names; all of it where names are not written apart. */
const calledBy = (name: string) => name.trim().split(/\s+/, 1)[0] ?? name;

/** Who took a ticket from its buyer, and when; what became of it after is not their business. */
function handedOver({ transfers }: Pick<TicketView, 'transfers'>, when: (instant: Date) => string) {
  const first = transfers.find(({ status }) => status === 'claimed');
  return { to: first?.toName ?? '', when: first ? when(first.at) : '' };
}

/** What came of the buyer's own offers, before somebody took the ticket. */
function ofBuyer({ transfers }: Pick<TicketView, 'transfers'>) {
  const taken = transfers.findIndex(({ status }) => status === 'claimed');
  return taken === -1 ? transfers : transfers.slice(0, taken);
}

export default async function BookingPage({ params, searchParams }: Props) {
  const [{ reference }, { confirming }] = await Promise.all([params, searchParams]);
  const [booking, account, locale] = await Promise.all([read(reference), currentAccount(), getLocale()]);
  const t = await getTranslations('booking');
  const { event } = booking;
  const here = getPathname({ href: { pathname: '/bookings/[reference]', params: { reference } }, locale });
  const tickets = await Promise.all(
    booking.tickets.map(async (ticket) => ({
      ...ticket,
      // One that was handed on is somebody else's: its code is not even drawn.
      shown: ticket.transferred
        ? null
        : await drawTicket(event, ticket, {
            now: booking.now,
            pdfHref: `${here}/tickets/${ticket.code}`,
          }),
    })),
  );
  const kept = tickets.filter(({ transferred }) => !transferred);
  const occasion = occasionOf(event, locale, t('online'));
  const when = (instant: Date) => formatTime(instant, event.timezone, locale, 'dayTime');
  const signUp = getPathname({ href: '/sign-up', locale });
  const confirmed = booking.status === 'confirmed';
  const cancelled = event.status === 'cancelled';
  const over = isOver(event, booking.now);
  // Staff who look a booking up must not carry it around on their own device.
  const mine = booking.openedByKey || (account !== null && booking.userId === account.actor.userId);
  const calendars = calendarLinks({
    title: event.title,
    description: `${t('reference', { reference: booking.reference })}\n${env().appUrl}${here}`,
    start: event.startsAt,
    end: event.endsAt,
    place: event.venue ? `${event.venue.name}, ${event.venue.address}, ${event.venue.city}` : '',
  });
  const { buyerEmail: email } = withoutErasedAddress(booking);
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
      {confirmed && confirming !== undefined ? <Settled eventId={event.id} /> : null}
      <BookingState
        booking={{
          reference: booking.reference,
          status: booking.status,
          total: formatMoney(booking.total, booking.currency, locale),
          email,
          name: mine && email && booking.buyerName ? calledBy(booking.buyerName) : null,
          event: event.title,
          until: booking.expiresAt,
          underWay: underWay(booking.payment) || confirming !== undefined,
          slug: event.slug,
          tickets: kept.length,
          paid: booking.total > 0,
          over: over ? when(event.startsAt) : null,
          cancelledBy: cancelled ? event.organizer.name : null,
        }}
      />
      {confirmed && !cancelled && !over && mine && kept.length > 0 ? (
        <ClientMessages namespaces={['holder']}>
          <KeepOffline
            title={event.title}
            when={when(event.startsAt)}
            until={event.endsAt}
            account={booking.openedByKey || account === null ? null : accountMark(account.actor.userId)}
          />
        </ClientMessages>
      ) : null}
      {event.status === 'postponed' ? (
        <div className="mt-6 max-w-[62ch]">
          <Notice kind="warn" title={t('eventPostponed')} />
        </div>
      ) : null}
      <div className="mt-10 grid gap-x-10 gap-y-10 desk:grid-cols-[minmax(0,1fr)_380px]">
        <div className="grid min-w-0 content-start gap-5">
          {tickets.length === 0 ? (
            <BookedEvent event={event} posterSrc={occasion.posterSrc}>
              <BookingFacts event={event} />
            </BookedEvent>
          ) : null}
          <ClientMessages namespaces={['holder']}>
            {tickets.map((ticket, index) => (
              <div key={ticket.id}>
                {ticket.shown === null ? (
                  <HandedOn
                    number={index + 1}
                    count={tickets.length}
                    ticketType={ticket.ticketType}
                    {...handedOver(ticket, when)}
                  />
                ) : (
                  <BookingTicket
                    ticket={ticket.shown}
                    number={index + 1}
                    count={tickets.length}
                    occasion={occasion}
                  />
                )}
                {mine && confirmed && !ticket.transferred && ticket.status === 'valid' ? (
                  <TicketTools
                    ids={{ ticket: ticket.code, booking: booking.reference }}
                    name={ticket.attendeeName}
                    offer={ticket.offer && { ...ticket.offer, until: when(ticket.offer.expiresAt) }}
                    renaming={event.namesChangeable ? when(event.namesChangeableUntil) : null}
                    handingOn={event.transfersOpen}
                    actions={{ rename: renameAction, offer: offerAction, withdraw: withdrawAction }}
                  />
                ) : null}
                {mine ? <TicketHistory transfers={ofBuyer(ticket)} zone={event.timezone} /> : null}
              </div>
            ))}
          </ClientMessages>
        </div>
        <aside className="grid min-w-0 content-start gap-x-10 gap-y-8 tablet:max-desk:grid-cols-2">
          {confirmed && !cancelled && !over && kept.length > 0 ? (
            <div className="no-print">
              <ul className="rows border-t-[1.5px] border-rule">
                <SaveTickets
                  count={kept.length}
                  pdfHref={`${here}/tickets`}
                  calendarHref={`${here}/calendar`}
                  googleHref={calendars.google}
                  outlookHref={calendars.outlook}
                />
                {mine && email ? (
                  <ClientMessages namespaces={['holder']}>
                    <BookingMail
                      booking={booking.reference}
                      email={email}
                      resend={resendAction}
                      renew={renewAction}
                    />
                  </ClientMessages>
                ) : null}
              </ul>
            </div>
          ) : null}
          <div className="min-w-0">
            {tickets.length === 0 ? null : <BookingFacts event={event} />}
            <OrderSummary booking={{ ...booking, ...event }} total={sumOf(booking)} />
            <div className="mt-3 grid justify-items-start">
              {booking.total > 0 && (confirmed || booking.status === 'refunded') ? (
                <Link
                  className="link no-print inline-flex min-h-11 items-center"
                  href={{ pathname: '/bookings/[reference]/receipt', params: { reference } }}
                >
                  {t('openReceipt')}
                </Link>
              ) : null}
              <EventContact event={event} refundable={confirmed && !cancelled && !over} />
            </div>
            {confirmed ? (
              <KeepInAccount
                inAccount={booking.inAccount}
                signedIn={account !== null}
                claimHref={`${here}/claim`}
                signUpHref={`${signUp}?${new URLSearchParams({ next: `${here}/claim` })}`}
              />
            ) : null}
          </div>
        </aside>
      </div>
    </main>
  );
}
