import { useTranslations } from 'next-intl';

/** What to do with tickets now, a line of a list each: keep them as a file, put the date into a calendar. */
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
  const act = 'link inline-flex min-h-11 items-center font-[640]';
  return (
    <>
      <li className="py-2">
        <a className={act} href={pdfHref}>
          {t('pdf')}
        </a>
        <p className="pb-1 text-15 text-ink-2">{t('pdfHint', { count })}</p>
      </li>
      <li className="py-2">
        <p className="flex flex-wrap gap-x-5">
          <a className={act} href={calendarHref}>
            {t('calendar')}
          </a>
          <a
            className="link inline-flex min-h-11 items-center"
            href={googleHref}
            rel="noopener noreferrer"
            target="_blank"
          >
            {t('google')}
          </a>
          <a
            className="link inline-flex min-h-11 items-center"
            href={outlookHref}
            rel="noopener noreferrer"
            target="_blank"
          >
            {t('outlook')}
          </a>
        </p>
        <p className="pb-1 text-15 text-ink-2">{t('calendarHint')}</p>
      </li>
    </>
  );
}
