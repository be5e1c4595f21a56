import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Link } from '#lib/i18n/navigation.ts';
import { formatMoney } from '#lib/money.ts';
import { formatTime, zoneName } from '#lib/time.ts';
import { buttonClass } from '../ui/button.tsx';
import { SaleCountdown } from './sale-countdown.tsx';
import type { SalesState } from './sales-state.ts';
import { SalesStatus } from './sales-status.tsx';

export type PanelEvent = {
  slug: string;
  startsAt: Date;
  timezone: string;
  currency: string;
  statusReason: string | null;
  language: string;
  category: { slug: string };
  venue: { city: string } | null;
};

/** What stands in the picker's place when nothing can be held: why, and what one can do instead. */
export function TicketPanel({
  event,
  state,
  now,
  nextBackAt,
  types,
}: {
  event: PanelEvent;
  state: SalesState;
  /** The server's time, for the countdown. */
  now: Date;
  nextBackAt: Date | null;
  types: readonly { id: string; name: string; price: number; state: SalesState }[];
}) {
  const t = useTranslations('event.panel');
  return (
    <div className="grid gap-3.5">
      <Words event={event} state={state} now={now} nextBackAt={nextBackAt} />
      {types.length > 0 && state.kind !== 'cancelled' && state.kind !== 'past' ? (
        <Prices types={types} event={event} plain={state.kind !== 'not_yet'} />
      ) : null}
      {state.kind === 'not_yet' || state.kind === 'all_in_carts' ? null : (
        <Link
          prefetch={false}
          href={{ pathname: '/events', query: { category: event.category.slug } }}
          className={buttonClass({ variant: 'line', wide: true })}
        >
          {t('other')}
        </Link>
      )}
    </div>
  );
}

function Words({
  event,
  state,
  now,
  nextBackAt,
}: {
  event: PanelEvent;
  state: SalesState;
  now: Date;
  nextBackAt: Date | null;
}) {
  // messages: event.panel.*
  const t = useTranslations('event.panel');
  const locale = useLocale();
  const at = (instant: Date, format: 'dayTime' | 'time' | 'longDay') =>
    formatTime(instant, event.timezone, locale, format);
  switch (state.kind) {
    case 'cancelled':
    case 'postponed':
      return (
        <>
          <Say>{t(state.kind)}</Say>
          {event.statusReason ? (
            <Say>{t.rich('reason', { reason: () => <q lang={event.language}>{event.statusReason}</q> })}</Say>
          ) : null}
        </>
      );
    case 'past':
      return <Say>{t('past', { day: at(event.startsAt, 'longDay') })}</Say>;
    case 'ended':
      return <Say>{t('ended')}</Say>;
    case 'sold_out':
      return <Say>{t('soldOut')}</Say>;
    case 'all_in_carts':
      return (
        <>
          <Say>
            {t('allInCarts')} {nextBackAt ? t('nextBack', { time: at(nextBackAt, 'time') }) : null}
          </Say>
          <Link
            prefetch={false}
            href={{ pathname: '/events/[slug]', params: { slug: event.slug } }}
            className={buttonClass({ wide: true })}
          >
            {t('lookAgain')}
          </Link>
        </>
      );
    case 'not_yet':
      return (
        <>
          <SaleCountdown from={state.from} now={now} />
          <Say>
            {event.venue
              ? t('notYet', { day: at(state.from, 'dayTime'), city: event.venue.city })
              : t('notYetOnline', {
                  day: at(state.from, 'dayTime'),
                  zone: zoneName(state.from, event.timezone, locale),
                })}
          </Say>
        </>
      );
    case 'on_sale':
    case 'few_left':
      return <Say>{t('nothingOffered')}</Say>;
  }
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
