import { useTranslations } from 'next-intl';
import type { SearchFilters } from '#lib/catalog/search-events.schema.ts';
import { Link } from '#lib/i18n/navigation.ts';
import { buttonClass } from '../ui/button.tsx';
import type { ActiveFilter } from './active-filters.ts';
import type { CardEvent } from './event-card.tsx';
import { EventLine } from './event-line.tsx';
import { useFilterName, useWithoutFilter } from './filter-name.ts';
import { queryOf } from './query-of.ts';
import { Shelf } from './shelf.tsx';

/** One filter let go, and what there would be. */
type Way = { filter: ActiveFilter; filters: SearchFilters; total: number };

/** An empty list says so, names what to let go of, and shows what is nearest to it. */
export function NothingFound({
  meant,
  ways,
  near,
  active,
  categoryNames,
}: {
  /** What a search for mistyped words may have meant, and the first of what it finds. */
  meant: { words: string; filters: SearchFilters; total: number; events: readonly CardEvent[] } | null;
  ways: readonly Way[];
  /** The way that leaves most of the search as it was, with the first of what it leads to. */
  near: { way: Way; events: readonly CardEvent[] } | null;
  /** Empty when there is nothing even without a filter. */
  active: readonly ActiveFilter[];
  categoryNames: ReadonlyMap<string, string>;
}) {
  const t = useTranslations('events.empty');
  const nameOf = useFilterName(categoryNames, []);
  const without = useWithoutFilter(nameOf);
  const [only, ...others] = active;
  if (!only) return <p className="lead max-w-[44ch]">{t('nothing')}</p>;
  return (
    <>
      <div className="max-w-[560px]">
        <p className="lead mb-6">{others.length === 0 ? t('one', { filter: nameOf(only) }) : t('text')}</p>
        {meant ? <Meant {...meant} /> : null}
        {others.length > 0 && ways.length > 0 ? (
          <>
            <h2 className="section-head display-t4">{t('letGo')}</h2>
            <ul className="rows">
              {ways.map(({ filter, filters, total }) => (
                <li key={nameOf(filter)} className="flex min-h-14 items-center justify-between gap-4">
                  <Link
                    prefetch={false}
                    href={{ pathname: '/events', query: queryOf(filters) }}
                    className="link inline-flex min-h-11 items-center font-[620]"
                  >
                    {without(filter)}
                  </Link>
                  <span className="text-ink-2 tabular-nums">{t('count', { total })}</span>
                </li>
              ))}
            </ul>
          </>
        ) : null}
        <p className="mt-6">
          <Link prefetch={false} href="/events" className={buttonClass({ variant: 'line' })}>
            {others.length === 0 ? t('all') : t('clearAll')}
          </Link>
        </p>
      </div>
      {near && !meant ? (
        <Shelf
          title={others.length === 0 ? t('instead') : without(near.way.filter)}
          more={
            others.length === 0 || near.way.total <= near.events.length ? null : (
              <Link
                prefetch={false}
                href={{ pathname: '/events', query: queryOf(near.way.filters) }}
                className="link inline-flex min-h-11 items-center"
              >
                {t('count', { total: near.way.total })}
              </Link>
            )
          }
          events={near.events}
        />
      ) : null}
    </>
  );
}

function Meant({
  words,
  filters,
  total,
  events,
}: {
  words: string;
  filters: SearchFilters;
  total: number;
  events: readonly CardEvent[];
}) {
  const t = useTranslations('events.empty');
  return (
    <div className="mb-8">
      <p className="section-head">
        <Link
          prefetch={false}
          href={{ pathname: '/events', query: queryOf(filters) }}
          className="link display-t4 inline-flex min-h-11 items-center"
        >
          {t('meant', { words, total })}
        </Link>
      </p>
      <ul className="rows mt-2">
        {events.map((event) => (
          <li key={event.slug} className="py-3.5">
            <EventLine event={event} />
          </li>
        ))}
      </ul>
    </div>
  );
}
