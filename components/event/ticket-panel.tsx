import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { getPathname, Link } from '#lib/i18n/navigation.ts';
import type { Locale } from '#lib/i18n/routing.ts';
import { formatMoney } from '#lib/money.ts';
import { formatTime, zoneName } from '#lib/time.ts';
import { buttonClass } from '../ui/button.tsx';
import type { CardEvent } from './event-card.tsx';
import { EventLine } from './event-line.tsx';
import { SaleCountdown } from './sale-countdown.tsx';
import type { SalesState } from './sales-state.ts';
import { SalesStatus } from './sales-status.tsx';

export type PanelEvent = {
  slug: string;
  timezone: string;
  currency: string;
  language: string;
  category: { slug: string };
  organizer: { name: string };
  venue: { city: string } | null;
};

type PanelState = {
  state: SalesState;
  /** The server's time, for the countdown. */
  now: Date;
  /** When the next held places come back unless they are bought. */
  nextBackAt: Date | null;
};

/** What stands in the picker's place when nothing can be held: what one can do instead. */
export function TicketPanel({
  event,
  types,
  next,
  ...now
}: PanelState & {
  event: PanelEvent;
  types: readonly { id: string; name: string; price: number; state: SalesState }[];
  /** What the organizer puts on next, for an event that is over. */
  next: CardEvent | null;
}) {
  const t = useTranslations('event.panel');
  const { kind } = now.state;
  const holders = kind === 'cancelled' || kind === 'postponed' || kind === 'stopped' || kind === 'past';
  return (
    <div className="grid gap-3.5">
      <Words event={event} {...now} />
      <Bar event={event} {...now} />
      {types.length > 0 && kind !== 'cancelled' && kind !== 'past' ? (
        <Prices types={types} event={event} plain={sameForAll(now.state, types)} />
      ) : null}
      {holders ? (
        <Link prefetch={false} href="/bookings" className={buttonClass({ variant: 'line', wide: true })}>
          {t('bookings')}
        </Link>
      ) : null}
      {kind === 'ended' || kind === 'sold_out' || kind === 'on_sale' || kind === 'few_left' ? (
        <Link
          prefetch={false}
          href={{ pathname: '/events', query: { category: event.category.slug } }}
          className={buttonClass({ variant: 'line', wide: true })}
        >
          {t('other')}
        </Link>
      ) : null}
      {kind === 'past' && next ? (
        <div className="mt-2 border-t-[1.5px] border-rule pt-3.5">
          <p className="pb-3 text-15 font-[660]">{t('nextFrom', { organizer: event.organizer.name })}</p>
          <EventLine event={next} />
        </div>
      ) : null}
    </div>
  );
}

/** What holds for the event as a whole is not said again for each type; several openings are. */
function sameForAll(state: SalesState, types: readonly { state: SalesState }[]): boolean {
  return (
    state.kind !== 'not_yet' ||
    types.every((type) => type.state.kind === 'not_yet' && type.state.from.getTime() === state.from.getTime())
  );
}

const addressOf = ({ slug }: PanelEvent, locale: Locale) =>
  getPathname({ href: { pathname: '/events/[slug]', params: { slug } }, locale });

function Words({ event, state, now, nextBackAt }: PanelState & { event: PanelEvent }) {
  // messages: event.panel.*
  const t = useTranslations('event.panel');
  const locale = useLocale();
  switch (state.kind) {
    case 'cancelled':
      return (
        <>
          <Say>{t('cancelled')}</Say>
          <Say>{t('cancelledHolder')}</Say>
        </>
      );
    case 'postponed':
      return <Say>{t('postponed')}</Say>;
    case 'stopped':
      return <Say>{t('stopped')}</Say>;
    case 'past':
      return <Say>{t('pastHolder')}</Say>;
    case 'ended':
      return <Say>{t('ended')}</Say>;
    case 'sold_out':
      return <Say>{t('soldOut')}</Say>;
    case 'all_in_carts':
      return (
        <>
          <Say>
            {t('allInCarts')} {nextBackAt && nextBackAt > now ? t('backIn') : null}
          </Say>
          {nextBackAt && nextBackAt > now ? <SaleCountdown until={nextBackAt} now={now} /> : null}
          {/* Loads the document anew: a link to the page one is on would show what the router still has. */}
          <a href={addressOf(event, locale)} className={buttonClass({ wide: true })}>
            {t('lookAgain')}
          </a>
        </>
      );
    case 'not_yet':
      return (
        <>
          <SaleCountdown until={state.from} now={now} />
          {/* The moment stands above, as the heading; whose clock that is, and what then happens, here. */}
          <Say>
            {event.venue
              ? t('notYet', { city: event.venue.city })
              : t('notYetOnline', { zone: zoneName(state.from, event.timezone, locale) })}
          </Say>
          <a
            href={`${addressOf(event, locale)}/reminder`}
            download
            className={buttonClass({ variant: 'line', wide: true })}
          >
            {t('remind')}
          </a>
          <Say>{t('remindHint')}</Say>
        </>
      );
    case 'on_sale':
    case 'few_left':
      return <Say>{t('nothingOffered')}</Say>;
  }
}

/** What can be done where nothing can be held, at the foot of a phone or tablet: the panel stands further down. */
function Bar({ event, state, nextBackAt, now }: PanelState & { event: PanelEvent }) {
  const t = useTranslations('event');
  const locale = useLocale();
  if (state.kind === 'not_yet') {
    return (
      <div className="foot-bar desk:hidden">
        <p className="text-15 font-[620]">
          {t('panel.titles.not_yet', { day: formatTime(state.from, event.timezone, locale, 'dayTime') })}
        </p>
        <a href={`${addressOf(event, locale)}/reminder`} download className={buttonClass()}>
          {t('panel.remindShort')}
        </a>
      </div>
    );
  }
  if (state.kind === 'all_in_carts' && nextBackAt && nextBackAt > now) {
    return (
      <div className="foot-bar desk:hidden">
        <p className="text-15 font-[620]">{t('state.all_in_carts')}</p>
        <a href="#tickets" className={buttonClass()}>
          {t('panel.when')}
        </a>
      </div>
    );
  }
  return null;
}

function Say({ children }: { children: ReactNode }) {
  return <p className="text-15 leading-[1.45] text-ink-2">{children}</p>;
}

function Prices({
  types,
  event,
  plain,
}: {
  types: readonly { id: string; name: string; price: number; state: SalesState }[];
  event: PanelEvent;
  /** Prices alone; the state of the whole says it for each. */
  plain: boolean;
}) {
  const t = useTranslations('event.panel');
  const words = useTranslations('sales.price');
  const locale = useLocale();
  return (
    <ul aria-label={t('prices')} className="text-15">
      {types.map((type) => (
        <li key={type.id} className="flex justify-between gap-4 border-t border-hairline py-2.5">
          <span className="[overflow-wrap:anywhere]">
            <span lang={event.language}>{type.name}</span>
            {plain ? null : (
              <span className="block">
                <SalesStatus state={type.state} timezone={event.timezone} />
              </span>
            )}
          </span>
          <span className="font-[660] tabular-nums">
            {type.price === 0 ? words('free') : formatMoney(type.price, event.currency, locale)}
          </span>
        </li>
      ))}
    </ul>
  );
}
