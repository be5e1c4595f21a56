import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ONLINE, type SearchFilters, searchParamsOf } from '#lib/catalog/search-events.schema.ts';
import { getPathname, Link } from '#lib/i18n/navigation.ts';
import { Button } from '../ui/button.tsx';
import { SelectField, TextField } from '../ui/field.tsx';
import { activeFilters } from './active-filters.ts';
import { FilterForm } from './filter-form.tsx';
import { amountWriter } from './filter-name.ts';
import { FilterSheet } from './filter-sheet.tsx';
import { queryOf } from './query-of.ts';

const option = 'flex min-h-11 cursor-pointer items-center gap-3 text-15 has-checked:font-[640]';
const box = 'size-5 flex-none';
const number = 'ms-auto ps-3 font-[450] tabular-nums text-ink-3';

/** Currencies of which a ticket costs thousands. */
const inThousands: ReadonlySet<string> = new Set(['JPY', 'HUF', 'KRW', 'CLP', 'ISK']);

/** Everything the list can be narrowed by. A form with an address as its answer, so it works without its script. */
export function Filters({
  filters,
  total,
  categories,
  cities,
  online,
  currencies,
}: {
  filters: SearchFilters;
  total: number;
  categories: readonly { slug: string; name: string; count: number }[];
  cities: readonly { city: string; country: string; count: number }[];
  online: number;
  /** ISO 4217, of what is listed. Only where it is one of them do amounts say something. */
  currencies: readonly string[];
}) {
  const t = useTranslations('events.filters');
  const locale = useLocale();
  const names = new Intl.DisplayNames(locale, { type: 'region' });
  // One entry a name: the filter knows no country, so two cities of one name are found together.
  const places = new Map(cities.map((place) => [place.city, names.of(place.country)]));
  // What is chosen stays in the form even when nothing matches it, or the next answer would lose it.
  if (filters.city !== null && filters.city !== ONLINE && !places.has(filters.city)) {
    places.set(filters.city, undefined);
  }
  const amountOf = amountWriter(locale, currencies);
  const chosen = typeof filters.price === 'number' ? filters.price : null;
  const offered =
    currencies.length === 1 ? (inThousands.has(currencies[0] ?? '') ? [2000, 5000] : [20, 50]) : [];
  // What is chosen stays in the form, also where it is none of ours.
  const amounts = [...new Set([...offered, ...(chosen === null ? [] : [chosen])])].sort((a, b) => a - b);
  const active = activeFilters(filters).length > 0;
  return (
    <FilterForm
      action={getPathname({ href: '/events', locale })}
      search={searchParamsOf({ ...filters, after: null }).toString()}
      label={t('label')}
    >
      {/* On a tablet the field in the header is at hand; on a phone the button stands beside this one. */}
      <div className="pb-3 max-tablet:pe-[calc(7.25rem+12px)] tablet:max-desk:hidden desk:pb-4">
        <TextField
          id="q"
          type="search"
          name="q"
          label={t('q')}
          defaultValue={filters.q ?? ''}
          enterKeyHint="search"
          className="scroll-mt-28"
        />
      </div>
      <FilterSheet
        title={t('label')}
        close={t('close')}
        face={
          <>
            {t('open')}
            <svg
              viewBox="0 0 12 12"
              aria-hidden="true"
              className="size-[11px] [[open]>summary>&]:rotate-180"
              fill="none"
              stroke="currentColor"
              strokeWidth="2.2"
            >
              <path d="m1 3.5 5 5 5-5" />
            </svg>
          </>
        }
        clear={
          active ? (
            <Link
              prefetch={false}
              href="/events"
              scroll={false}
              className="link inline-flex min-h-11 flex-none items-center"
            >
              {t('clear')}
            </Link>
          ) : null
        }
        action={
          <Button type="submit" wide>
            {t('show', { total })}
          </Button>
        }
      >
        <div className="max-desk:pb-5 tablet:max-desk:grid tablet:max-desk:grid-cols-3 tablet:max-desk:gap-x-[var(--gutter)] tablet:max-desk:pt-[68px] in-[dialog]:pt-0!">
          <Section title={t('when')}>
            {(['', 'today', 'weekend', 'week'] as const).map((when) => (
              <label key={when} className={option}>
                <input
                  type="radio"
                  name="when"
                  value={when}
                  defaultChecked={(filters.when ?? '') === when}
                  className={box}
                />
                {t(`whens.${when === '' ? 'any' : when}`)}
              </label>
            ))}
            <div className="mt-2 grid gap-3">
              <TextField
                id="from"
                type="date"
                name="from"
                label={t('from')}
                defaultValue={filters.from ?? ''}
              />
              <TextField id="to" type="date" name="to" label={t('to')} defaultValue={filters.to ?? ''} />
            </div>
          </Section>
          <Section>
            <SelectField id="city" name="city" label={t('where')} defaultValue={filters.city ?? ''}>
              <option value="">{t('anywhere')}</option>
              {online > 0 || filters.city === ONLINE ? <option value={ONLINE}>{t('online')}</option> : null}
              {[...places].map(([city, country]) => (
                <option key={city} value={city}>
                  {country === undefined ? city : `${city}, ${country}`}
                </option>
              ))}
            </SelectField>
          </Section>
          <Section title={t('kind')} high>
            {categories.map((category) => (
              <label
                key={category.slug}
                className={`${option} ${category.count === 0 ? 'text-ink-3 has-checked:text-ink' : ''}`}
              >
                <input
                  type="checkbox"
                  name="category"
                  value={category.slug}
                  defaultChecked={filters.categories.includes(category.slug)}
                  className={box}
                />
                {category.name}
                <span className={number}>{category.count}</span>
              </label>
            ))}
          </Section>
          <Section title={t('price')} {...(currencies.length > 1 && chosen && { note: t('priceNote') })}>
            {['', 'free', 'paid', ...amounts.map(String)].map((price) => (
              <label key={price} className={option}>
                <input
                  type="radio"
                  name="price"
                  value={price}
                  defaultChecked={String(filters.price ?? '') === price}
                  className={box}
                />
                {price === '' && t('prices.any')}
                {price === 'free' && t('prices.free')}
                {price === 'paid' && t('prices.paid')}
                {/^\d/.test(price) && t('prices.upTo', { amount: amountOf(Number(price)) })}
              </label>
            ))}
          </Section>
          <Section>
            <label className={option}>
              <input
                type="checkbox"
                name="available"
                value="1"
                defaultChecked={filters.hideSoldOut}
                className={box}
              />
              {t('hideSoldOut')}
            </label>
          </Section>
          {/* The sheet has an action of its own. */}
          <Button type="submit" size="small" variant="line" wide className="in-[dialog]:hidden">
            {t('show', { total })}
          </Button>
        </div>
      </FilterSheet>
      <QuickFilters filters={filters} />
    </FilterForm>
  );
}

/** What is asked for most, one press away where the filters are folded. Pressed again it is let go. */
function QuickFilters({ filters }: { filters: SearchFilters }) {
  const t = useTranslations('events.filters');
  const here = { ...filters, after: null };
  const ways = [
    ...(['today', 'weekend', 'week'] as const).map((when) => ({
      name: t(`whens.${when}`),
      on: filters.when === when,
      to: { ...here, from: null, to: null, when: filters.when === when ? null : when },
    })),
    {
      name: t('prices.free'),
      on: filters.price === 'free',
      to: { ...here, price: filters.price === 'free' ? null : ('free' as const) },
    },
  ];
  return (
    <ul className="-mx-[var(--margin)] flex gap-2 overflow-x-auto px-[var(--margin)] py-1 whitespace-nowrap [scrollbar-width:none] tablet:mx-0 tablet:px-0 tablet:py-3 tablet:ps-[calc(7.25rem+8px)] desk:hidden peer-open:hidden">
      {ways.map(({ name, on, to }) => (
        <li key={name}>
          <Link
            prefetch={false}
            href={{ pathname: '/events', query: queryOf(to) }}
            scroll={false}
            aria-current={on ? 'true' : undefined}
            className="inline-flex h-11 items-center rounded border-[1.5px] border-field-line px-3 text-15 font-semibold tablet:px-3.5 aria-[current]:border-accent aria-[current]:bg-accent-wash aria-[current]:text-accent"
          >
            {name}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Section({
  title,
  note,
  high = false,
  children,
}: {
  title?: string;
  note?: string;
  /** Stands beside several others where there are columns. */
  high?: boolean;
  children: ReactNode;
}) {
  return (
    <fieldset
      className={`border-t border-hairline pt-3 pb-4 max-tablet:in-[dialog]:first:border-t-0 tablet:in-[dialog]:border-t-0 ${high ? 'tablet:max-desk:row-span-3' : ''}`}
    >
      {title ? (
        <legend className="float-start w-full pb-1.5 text-15 leading-5 font-[680]">{title}</legend>
      ) : null}
      <div className="clear-both">
        {note ? <p className="-mt-1.5 pb-1 text-t1 text-ink-2">{note}</p> : null}
        {children}
      </div>
    </fieldset>
  );
}
