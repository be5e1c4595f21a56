import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { formatMoney } from '#lib/money.ts';
import { type RefundTerms, RefundWords } from '../event/refund-words.tsx';

export type SummaryBooking = {
  currency: string;
  subtotal: number;
  discount: number;
  fee: number;
  tax: number;
  /** Hundredths of a percent. */
  taxRate: number;
  total: number;
  promoCode: string | null;
  items: { ticketTypeId: string; name: string; quantity: number; unitPrice: number; unitFee: number }[];
} & RefundTerms;

/** What is bought and what it costs: lines that add up to what is paid, with fees and tax named. */
export function OrderSummary({
  booking,
  total = 'total',
}: {
  booking: SummaryBooking;
  /** What the sum is: still to be paid, paid, or neither. */
  total?: 'total' | 'paid' | 'sum';
}) {
  // messages: checkout.summary.*
  const t = useTranslations('checkout.summary');
  const locale = useLocale();
  const money = (amount: number) => formatMoney(amount, booking.currency, locale);
  const rate = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(
    booking.taxRate / 10_000,
  );
  // A line shows prices as the event page did, fee included; what a free ticket saves of the fee is discount as well.
  const lines = booking.items.map((item) => ({
    ...item,
    amount: item.quantity * (item.unitPrice + item.unitFee),
  }));
  const shown = lines.reduce((sum, line) => sum + line.amount, 0);
  const off = shown - booking.total;
  return (
    <div>
      <dl className="border-t border-hairline py-4 tabular-nums">
        {lines.map((line) => (
          <Line key={line.ticketTypeId} label={t('line', { quantity: line.quantity, ticketType: line.name })}>
            {line.amount === 0 ? t('free') : money(line.amount)}
          </Line>
        ))}
        {off > 0 ? <Line label={t('discount', { code: booking.promoCode ?? '' })}>−{money(off)}</Line> : null}
        {booking.fee > 0 ? (
          <Line quiet label={t('ofWhichFee')}>
            {money(booking.fee)}
          </Line>
        ) : null}
        {booking.tax > 0 ? (
          <Line quiet label={t('ofWhichTax', { rate })}>
            {money(booking.tax)}
          </Line>
        ) : null}
      </dl>
      <p className="flex items-baseline justify-between gap-4 border-t-[1.5px] border-rule py-4">
        <span>{t(total)}</span>
        <span className="display-t4 tabular-nums">
          {booking.total === 0 ? t('free') : money(booking.total)}
        </span>
      </p>
      <p className="mt-4 text-t1 text-ink-2 [overflow-wrap:anywhere]">
        <span className="font-[620]">{t('refunds')}:</span>{' '}
        <RefundWords terms={booking} free={booking.total === 0} />
      </p>
    </div>
  );
}

function Line({ label, quiet = false, children }: { label: string; quiet?: boolean; children: ReactNode }) {
  return (
    <div className={`flex justify-between gap-4 py-0.5 ${quiet ? 'text-15 text-ink-2' : ''}`}>
      <dt className="[overflow-wrap:anywhere]">{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
