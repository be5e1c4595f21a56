import { useLocale, useTranslations } from 'next-intl';
import { formatTime } from '#lib/time.ts';

// messages: booking.history.*

export type EndedTransfer = {
  status: 'claimed' | 'declined' | 'withdrawn' | 'expired';
  fromName: string;
  toName: string;
  at: Date;
};

/** What came of the offers of a ticket, oldest first. Nothing where there were none. */
export function TicketHistory({ transfers, zone }: { transfers: readonly EndedTransfer[]; zone: string }) {
  const t = useTranslations('booking.history');
  const locale = useLocale();
  if (transfers.length === 0) return null;
  return (
    <div className="no-print max-w-[880px] max-tablet:max-w-[420px]">
      <h2 className="sr-only">{t('title')}</h2>
      <ul className="rows text-15">
        {transfers.map(({ status, fromName, toName, at }) => (
          <li
            key={at.toISOString()}
            className="flex flex-wrap justify-between gap-x-6 py-2.5 [overflow-wrap:anywhere]"
          >
            <span>{t(status, { from: fromName, to: toName })}</span>
            <time dateTime={at.toISOString()} className="text-ink-2 tabular-nums">
              {formatTime(at, zone, locale, 'dayTime')}
            </time>
          </li>
        ))}
      </ul>
    </div>
  );
}
