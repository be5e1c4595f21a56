import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { SearchFilters } from '#lib/catalog/search-events.schema.ts';
import { Link } from '#lib/i18n/navigation.ts';
import { formatTime } from '#lib/time.ts';
import { buttonClass } from '../ui/button.tsx';
import { activeFilters, withoutFilter } from './active-filters.ts';
import { DaySection } from './day-section.tsx';
import type { CardEvent } from './event-card.tsx';
import { useFilterName } from './filter-name.ts';
import { FilterTokens } from './filter-tokens.tsx';
import { groupByDay } from './group-by-day.ts';
import { queryOf } from './query-of.ts';

/** The list with everything around it: headline, chosen filters, filters, days, the way to later ones. */
export function EventList({
  title,
  filters,
  result,
  categoryNames,
  currencies,
  aside,
  empty,
}: {
  /** What is listed, in a sentence. */
  title: string;
  filters: SearchFilters;
  result: { events: readonly CardEvent[]; next: string | null; total: number };
  /** By slug. */
  categoryNames: ReadonlyMap<string, string>;
  /** ISO 4217, of what is listed. */
  currencies: readonly string[];
  aside: ReactNode;
  /** Instead of days when nothing fits. */
  empty: ReactNode;
}) {
  const t = useTranslations('events');
  const locale = useLocale();
  const nameOf = useFilterName(categoryNames, currencies);
  const { total, events, next } = result;
  return (
    <>
      <div className="pt-[clamp(20px,3vw,44px)] pb-[clamp(20px,2.4vw,36px)]">
        <div aria-live="polite" className="flex flex-wrap items-baseline gap-x-4 gap-y-1.5">
          <h1 className="display-t5 [overflow-wrap:anywhere]">{title}</h1>
          <p className="text-t3 tabular-nums text-ink-2">{t('found', { total })}</p>
        </div>
        {total > 0 ? (
          <p className="mt-3 text-15 text-ink-2">
            {filters.after && events[0]
              ? `${t('laterFrom', { day: formatTime(events[0].startsAt, events[0].timezone, locale, 'day') })} `
              : null}
            {t('localTimes')}
          </p>
        ) : null}
        <FilterTokens
          filters={activeFilters(filters).map((filter) => ({
            name: nameOf(filter),
            query: queryOf(withoutFilter(filters, filter)),
            chip: filter.name === 'when' || (filter.name === 'price' && filter.value === 'free'),
          }))}
        />
      </div>
      {total > 0 ? (
        // Filters are many stops for a keyboard.
        <a
          href="#results"
          className="absolute z-20 -translate-y-[200vh] rounded bg-accent px-4 py-3 text-on-accent focus:translate-y-0"
        >
          {t('skipFilters')}
        </a>
      ) : null}
      <div className="desk:grid-12">
        {/* A tablet keeps the row of chips in sight; an open form scrolls away with the page. */}
        <div className="max-tablet:mb-5 tablet:max-desk:sticky tablet:max-desk:top-0 tablet:max-desk:z-10 tablet:max-desk:bg-paper tablet:max-desk:has-[details[open]]:static desk:col-span-3 desk:pe-[clamp(8px,2vw,40px)]">
          {aside}
        </div>
        <section
          id="results"
          tabIndex={-1}
          aria-label={t('results')}
          className="outline-none transition-opacity duration-[var(--fast)] in-[main:has(form[aria-busy=true])]:opacity-55 desk:col-span-9"
        >
          {total === 0 ? (
            <div className="border-t-[1.5px] border-rule pt-4">{empty}</div>
          ) : (
            groupByDay(events).map((day, index) => <DaySection key={day.date} {...day} early={index === 0} />)
          )}
          <div className="flex flex-wrap items-center gap-5">
            {next ? (
              <Link
                prefetch={false}
                href={{ pathname: '/events', query: queryOf({ ...filters, after: next }) }}
                className={buttonClass({ variant: 'line' })}
              >
                {t('later')}
              </Link>
            ) : null}
            {filters.after ? (
              <Link
                prefetch={false}
                href={{ pathname: '/events', query: queryOf({ ...filters, after: null }) }}
                className="link inline-flex min-h-11 items-center"
              >
                {t('first')}
              </Link>
            ) : null}
            {next || filters.after ? (
              <p className="text-ink-2 tabular-nums">{t('shown', { shown: events.length, total })}</p>
            ) : null}
          </div>
        </section>
      </div>
    </>
  );
}
