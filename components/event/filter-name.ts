import { useLocale, useTranslations } from 'next-intl';
import { ONLINE } from '#lib/catalog/search-events.schema.ts';
import { formatTime } from '#lib/time.ts';
import type { ActiveFilter } from './active-filters.ts';

/** Writes whole units: as money where all events have one currency, as a number where each has its own. */
export function amountWriter(locale: string, currencies: readonly string[]): (units: number) => string {
  const [only, ...others] = currencies;
  const format = new Intl.NumberFormat(
    locale,
    only !== undefined && others.length === 0
      ? { style: 'currency', currency: only, currencyDisplay: 'narrowSymbol', maximumFractionDigits: 0 }
      : {},
  );
  return (units) => format.format(units);
}

/** A calendar date, such as 2027-03-12, as "12 Mar". */
export const writeDate = (date: string, locale: string): string =>
  formatTime(new Date(`${date}T12:00:00Z`), 'UTC', locale, 'dayMonth');

/** Names a chosen filter in the reader's language. */
export function useFilterName(
  categories: ReadonlyMap<string, string>,
  currencies: readonly string[],
): (filter: ActiveFilter) => string {
  const t = useTranslations('events');
  const locale = useLocale();
  const day = (date: string | null) => (date === null ? null : writeDate(date, locale));
  const amountOf = amountWriter(locale, currencies);
  return (filter) => {
    switch (filter.name) {
      case 'q':
        return t('filter.q', { value: filter.value });
      case 'city':
        return filter.value.toLowerCase() === ONLINE ? t('filters.online') : filter.value;
      case 'category':
        return categories.get(filter.value) ?? filter.value;
      case 'when':
        return t(`filters.whens.${filter.value}`);
      case 'price':
        if (filter.value === 'free') return t('filters.prices.free');
        if (filter.value === 'paid') return t('filters.prices.paid');
        return t('filters.prices.upTo', { amount: amountOf(filter.value) });
      case 'hideSoldOut':
        return t('filter.hideSoldOut');
      case 'dates': {
        const from = day(filter.from);
        const to = day(filter.to);
        if (from !== null && to !== null) return from === to ? from : t('filter.dates', { from, to });
        return from === null ? t('filter.to', { to: to ?? '' }) : t('filter.from', { from });
      }
    }
  };
}

/** Says what letting a filter go means: "Any date instead". */
export function useWithoutFilter(nameOf: (filter: ActiveFilter) => string): (filter: ActiveFilter) => string {
  const t = useTranslations('events.empty');
  return (filter) => {
    switch (filter.name) {
      case 'when':
      case 'dates':
        return t('anyDate');
      case 'city':
        return t('anyPlace');
      case 'price':
        return t('anyPrice');
      case 'hideSoldOut':
        return t('soldOutToo');
      case 'q':
      case 'category':
        return t('without', { filter: nameOf(filter) });
    }
  };
}
