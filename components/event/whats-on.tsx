import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { getPathname } from '#lib/i18n/navigation.ts';
import { buttonClass } from '../ui/button.tsx';

/**
 * The statement of the home page, and at once the quickest way into the list: where and when are chosen in it and asked
 * for together. A plain GET form of two native choices, which needs no script and on a phone opens its own wheel.
 */
export function WhatsOn({ cities }: { cities: readonly { city: string }[] }) {
  // messages: home.whens.*
  const t = useTranslations('home');
  const locale = useLocale();
  return (
    <form
      action={getPathname({ href: '/events', locale })}
      className="display-t6 flex flex-wrap items-baseline gap-x-[0.19em] gap-y-[0.14em] leading-[1]! pt-[clamp(28px,4vw,60px)] pb-[clamp(32px,4.4vw,64px)]"
    >
      <h1>{t('heading')}</h1>
      {cities.length > 0 ? (
        <Choice name="city" label={t('where')}>
          <option value="">{t('everywhere')}</option>
          {cities.map(({ city }) => (
            <option key={city} value={city}>
              {t('inCity', { city })}
            </option>
          ))}
        </Choice>
      ) : null}
      <Choice name="when" label={t('when')}>
        <option value="">{t('fromNow')}</option>
        {(['today', 'weekend', 'week'] as const).map((when) => (
          <option key={when} value={when}>
            {t(`whens.${when}`)}
          </option>
        ))}
      </Choice>
      <button
        type="submit"
        className={`${buttonClass()} ms-2 max-tablet:mt-2 max-tablet:ms-0 font-text tracking-normal [font-stretch:100%] [word-spacing:0]`}
      >
        {t('show')}
      </button>
    </form>
  );
}

/** A choice that stands in a sentence: as wide as what is chosen, where the browser can. */
function Choice({ name, label, children }: { name: string; label: string; children: ReactNode }) {
  return (
    <span className="relative inline-block max-w-full border-b-[0.055em] border-accent has-[:hover]:text-accent">
      <select
        name={name}
        aria-label={label}
        className="face block max-w-full truncate bg-transparent pe-[0.42em] pb-[0.13em] [field-sizing:content]"
      >
        {children}
      </select>
      <svg
        viewBox="0 0 12 12"
        aria-hidden="true"
        className="pointer-events-none absolute end-0 top-[0.38em] size-[0.3em]"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.2"
      >
        <path d="m1 3.5 5 5 5-5" />
      </svg>
    </span>
  );
}
