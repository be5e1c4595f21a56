import { useLocale, useTranslations } from 'next-intl';
import { formatMoney } from '#lib/money.ts';

/** "from €24.00", fees in it; "€24.00" when there is but one price, "Free" when it is nothing. */
export function PriceFrom({
  from,
  to,
  currency,
}: {
  /** Minor units; null shows nothing. */
  from: number | null;
  to: number | null;
  currency: string;
}) {
  const t = useTranslations('sales.price');
  const locale = useLocale();
  if (from === null) return null;
  if (from === 0)
    return (
      <span>
        {to === null || to === 0 ? t('free') : t('freeTo', { amount: formatMoney(to, currency, locale) })}
      </span>
    );
  const amount = formatMoney(from, currency, locale);
  return <span className="tabular-nums">{from === to ? amount : t('from', { amount })}</span>;
}
