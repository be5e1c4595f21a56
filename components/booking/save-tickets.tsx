import { useTranslations } from 'next-intl';
import { buttonClass } from '../ui/button.tsx';

/** What to do with tickets now: keep them as a file, put the date into a calendar. */
export function SaveTickets({
  count,
  pdfHref,
  calendarHref,
  googleHref,
  outlookHref,
}: {
  /** How many tickets the PDF has. */
  count: number;
  pdfHref: string;
  calendarHref: string;
  googleHref: string;
  outlookHref: string;
}) {
  const t = useTranslations('booking.save');
  const link = 'link inline-flex min-h-11 items-center font-[640]';
  return (
    <ul className="no-print border-t-[1.5px] border-rule">
      <li className="border-b border-hairline py-4">
        <a className={buttonClass({ variant: 'line', wide: true })} href={pdfHref}>
          {t('pdf')}
        </a>
        <p className="mt-2 text-15 text-ink-2">{t('pdfHint', { count })}</p>
      </li>
      <li className="py-4">
        <a className={buttonClass({ variant: 'line', wide: true })} href={calendarHref}>
          {t('calendar')}
        </a>
        <p className="mt-2 text-15 text-ink-2">{t('calendarHint')}</p>
        <p className="flex gap-x-6">
          <a className={link} href={googleHref} rel="noopener noreferrer" target="_blank">
            {t('google')}
          </a>
          <a className={link} href={outlookHref} rel="noopener noreferrer" target="_blank">
            {t('outlook')}
          </a>
        </p>
      </li>
    </ul>
  );
}
