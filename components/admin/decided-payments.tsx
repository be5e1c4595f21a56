import { useLocale, useTranslations } from 'next-intl';
import { formatMoney } from '#lib/money.ts';

type Shown = {
  auditId: number;
  at: Date;
  by: string | null;
  decision: 'sent_back' | 'settled';
  note: string | null;
  /** Minor units. */
  captured: number;
  currency: string;
  reference: string;
};

/** What was decided about payments that were set aside, by whom and why, the latest first. */
export function DecidedPayments({
  decided,
  when,
}: {
  decided: readonly Shown[];
  /** Writes an instant out in the admin's zone. */
  when: (instant: Date) => string;
}) {
  const t = useTranslations('payments');
  const locale = useLocale();
  return (
    <section className="mt-14 max-w-[880px]">
      <h2 className="display-t3 mb-3">{t('decided')}</h2>
      <ul className="border-t-[1.5px] border-rule text-15">
        {decided.map(({ auditId, at, by, decision, note, captured, currency, reference }) => {
          const amount = formatMoney(captured, currency, locale);
          return (
            <li
              key={auditId}
              className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 border-b border-hairline py-2.5"
            >
              <span className="min-w-0 [overflow-wrap:anywhere]">
                <span className="font-[620]">
                  {decision === 'settled' ? t('settled', { amount }) : t('sentBack', { amount })}
                </span>
                ,{' '}
                <a href={`/admin/bookings/${reference}`} className="link">
                  {reference}
                </a>
                {note ? <span className="block">{note}</span> : null}
              </span>
              <span className="text-ink-2">
                {by ?? t('someone')}, {when(at)}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
