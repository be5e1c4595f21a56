import { useTranslations } from 'next-intl';
import { Status } from '../ui/status.tsx';

/** Where a ticket of the booking was that somebody else has now. */
export function HandedOn({
  number,
  count,
  ticketType,
  to,
  when,
}: {
  number: number;
  count: number;
  ticketType: string;
  /** Who took it. */
  to: string;
  /** When they did, in words. */
  when: string;
}) {
  const t = useTranslations('booking.handedOn');
  return (
    <article
      aria-label={t('label', { number, count })}
      className="max-w-[880px] rounded border border-dashed border-field-line px-[18px] py-4 max-tablet:max-w-[420px] tablet:px-7"
    >
      <Status shape="bar" tone="mute">
        {t('title')}
      </Status>
      <p className="display-t3 mt-1.5 [overflow-wrap:anywhere]">{t('to', { name: to })}</p>
      <p className="mt-1 text-15 text-ink-2">{t('when', { ticketType, when })}</p>
    </article>
  );
}
