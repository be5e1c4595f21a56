import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { BookingFacts } from '#components/booking/booking-facts.tsx';
import { BookingTicket } from '#components/booking/booking-ticket.tsx';
import { EventContact } from '#components/booking/event-contact.tsx';
import { KeepOffline } from '#components/booking/keep-offline.tsx';
import { SaveTickets } from '#components/booking/save-tickets.tsx';
import { TicketHistory } from '#components/booking/ticket-history.tsx';
import { TicketTools } from '#components/booking/ticket-tools.tsx';
import { ClientMessages } from '#components/site/client-messages.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { Status } from '#components/ui/status.tsx';
import { accountMark } from '#lib/auth/account-mark.ts';
import { holderAccess } from '#lib/auth/booking-access.ts';
import { currentAccount } from '#lib/auth/session.ts';
import { env } from '#lib/env.ts';
import { DomainError } from '#lib/errors.ts';
import { getPathname } from '#lib/i18n/navigation.ts';
import { posterHue } from '#lib/posters/poster-hue.ts';
import { calendarLinks } from '#lib/tickets/calendar-links.ts';
import { formatTime } from '#lib/time.ts';
import { findTicket, type HeldTicketView } from '#lib/transfers/find-ticket.ts';
import { offerAction, renameAction, withdrawAction } from '../actions.ts';
import { drawTicket, isOver, occasionOf } from '../occasion.ts';

type Props = { params: Promise<{ code: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('booking.single');
  return { title: t('metaTitle'), robots: { index: false } };
}

async function read(code: string): Promise<HeldTicketView> {
  try {
    return await findTicket(code, await holderAccess(code));
  } catch (error) {
    if (error instanceof DomainError) notFound();
    throw error;
  }
}

/** How it came to its holder, and what came of their own offers since. */
function ofHolder({ transfers }: HeldTicketView['ticket']) {
  const taken = transfers.findLastIndex(({ status }) => status === 'claimed');
  return transfers.slice(Math.max(0, taken));
}

/** A ticket for whoever took it from somebody, or comes with it; the latter may only look. */
export default async function TicketPage({ params }: Props) {
  const { code } = await params;
  const [view, account, locale] = await Promise.all([read(code), currentAccount(), getLocale()]);
  const t = await getTranslations('booking');
  const { ticket, event, stands } = view;
  const here = getPathname({ href: { pathname: '/tickets/[code]', params: { code: ticket.code } }, locale });
  const over = isOver(event, view.now);
  const usable = stands && ticket.status === 'valid' && !over;
  const when = (instant: Date) => formatTime(instant, event.timezone, locale, 'dayTime');
  const calendars = calendarLinks({
    title: event.title,
    description: `${env().appUrl}${here}`,
    start: event.startsAt,
    end: event.endsAt,
    place: event.venue ? `${event.venue.name}, ${event.venue.address}, ${event.venue.city}` : '',
  });
  const shown = await drawTicket(event, ticket, { now: view.now, pdfHref: `${here}/pdf` });
  return (
    <main
      id="content"
      className="tinted wrap pb-24"
      style={{ '--hue': posterHue({ category: event.category.slug, seed: event.slug }) }}
    >
      {view.paymentsMode === 'live' ? null : (
        <p className="pt-6 text-15">
          <Status shape="diamond" tone="warn">
            {t('sandbox')}
          </Status>
        </p>
      )}
      <h1 className="display-t5 pt-4">
        {event.status === 'cancelled' ? t('eventCancelled.title') : t(`single.${standing(view, over)}`)}
      </h1>
      <p className="mt-4 max-w-[62ch] text-t3 [overflow-wrap:anywhere]">
        {view.guestOfBuyer
          ? t('single.boughtBy', { buyer: view.buyerName })
          : t('single.from', { from: ofHolder(ticket)[0]?.fromName ?? '' })}
      </p>
      {usable ? (
        <ClientMessages namespaces={['holder']}>
          <KeepOffline
            title={event.title}
            when={when(event.startsAt)}
            until={event.endsAt}
            account={view.openedByAccount && account ? accountMark(account.actor.userId) : null}
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
          <div>
            <BookingTicket
              ticket={stands ? shown : { ...shown, status: 'void' }}
              number={1}
              count={1}
              occasion={occasionOf(event, locale, t('online'))}
            />
            {usable && !view.guestOfBuyer ? (
              <ClientMessages namespaces={['holder']}>
                <TicketTools
                  ids={{ ticket: ticket.code, booking: '' }}
                  name={ticket.attendeeName}
                  offer={ticket.offer && { ...ticket.offer, until: when(ticket.offer.expiresAt) }}
                  renaming={event.namesChangeable ? when(event.namesChangeableUntil) : null}
                  handingOn={event.transfersOpen}
                  actions={{ rename: renameAction, offer: offerAction, withdraw: withdrawAction }}
                />
              </ClientMessages>
            ) : null}
          </div>
          <TicketHistory transfers={ofHolder(ticket)} zone={event.timezone} />
        </div>
        <aside className="min-w-0">
          {usable ? (
            <div className="mb-8">
              <ul className="rows no-print border-t-[1.5px] border-rule">
                <SaveTickets
                  count={1}
                  pdfHref={`${here}/pdf`}
                  calendarHref={`${here}/calendar`}
                  googleHref={calendars.google}
                  outlookHref={calendars.outlook}
                />
              </ul>
            </div>
          ) : null}
          <BookingFacts event={event} />
          <div className="mt-2 grid justify-items-start gap-1">
            <EventContact event={event} />
            <p className="mt-2 text-15 text-ink-2">{t('single.money')}</p>
          </div>
        </aside>
      </div>
    </main>
  );
}

// messages: booking.single.*
/** What it is now: a key of its title. */
function standing({ stands, ticket }: HeldTicketView, over: boolean) {
  if (!stands || ticket.status === 'void') return 'void';
  if (ticket.status === 'blocked') return 'blocked';
  if (over) return 'over';
  return ticket.status === 'used' ? 'used' : 'title';
}
