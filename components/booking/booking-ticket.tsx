import { useTranslations } from 'next-intl';

// messages: booking.ticket.*

export type ShownTicket = {
  /** As a person reads it out; empty for a ticket that has yet to be taken. */
  readableCode: string;
  status: 'valid' | 'used' | 'blocked' | 'void' | 'over';
  attendeeName: string;
  ticketType: string;
  /** An SVG document of our own making; null for a ticket that has yet to be taken. */
  qr: string | null;
  /** Where it can be had as a PDF; null where it opens no door. */
  pdfHref: string | null;
};

/** What all tickets of a booking share. */
export type TicketOccasion = {
  title: string;
  language: string;
  posterSrc: string;
  /** The day of the month alone. */
  dayNumber: string;
  /** March 2027. */
  month: string;
  /** Friday, 20:00. */
  weekdayTime: string;
  place: string;
  /** Who is let in, in the event's language; null where everybody is. */
  age: string | null;
};

/**
 * A ticket: poster and facts on the event's tint at the left, its code at the right, always black on white, and a line
 * to tear along between. On a phone the code is below.
 */
export function BookingTicket({
  ticket,
  occasion,
  number,
  count,
}: {
  ticket: ShownTicket;
  occasion: TicketOccasion;
  number: number;
  count: number;
}) {
  const t = useTranslations('booking.ticket');
  const opens = ticket.status === 'valid';
  const facts = [
    [t('name'), ticket.attendeeName],
    [t('type'), ticket.ticketType],
    [t('where'), occasion.place],
  ] as const;
  return (
    <article
      aria-label={t('label', { number, count })}
      className={`ticket max-w-[880px] break-inside-avoid text-tint-ink max-tablet:max-w-[420px] tablet:grid tablet:grid-cols-[1fr_292px] ${opens ? '' : 'grayscale'}`}
    >
      <div className="ticket-stub grid grid-cols-[96px_1fr] content-between gap-4 bg-tint-field p-[18px] pb-6 tablet:grid-cols-[150px_1fr] tablet:gap-x-7 tablet:gap-y-5 tablet:px-7 tablet:pt-6 tablet:pb-[22px]">
        <img
          src={occasion.posterSrc}
          alt=""
          width={1000}
          height={1250}
          className="w-24 rounded-[1px] tablet:w-[150px]"
        />
        <div className="min-w-0">
          <p className="flex items-end gap-3">
            <span className="ticket-day">{occasion.dayNumber}</span>
            <span className="pb-1 text-15 leading-[1.25]">
              <b className="display-t3 block">{occasion.month}</b>
              {occasion.weekdayTime}
            </span>
          </p>
          <p lang={occasion.language} className="display-t4 mt-4 hyphens-auto [overflow-wrap:anywhere]">
            {occasion.title}
          </p>
        </div>
        <dl className="col-span-full grid grid-cols-2 gap-x-6 gap-y-2 border-t border-tint-line pt-3 text-15 tablet:grid-cols-[3fr_2fr_4fr]">
          {facts.map(([label, value]) => (
            // A name may be long, so it has a phone's line to itself.
            <div key={label} className="min-w-0 max-tablet:first:col-span-2">
              <dt className="text-t1 leading-[1.3] text-tint-ink-2">{label}</dt>
              <dd className="leading-[1.3] font-[660] [overflow-wrap:anywhere]">{value}</dd>
            </div>
          ))}
          {occasion.age === null ? null : (
            <div className="col-span-full">
              <dt className="text-t1 leading-[1.3] text-tint-ink-2">{t('age')}</dt>
              <dd lang={occasion.language} className="leading-[1.3] font-[660] [overflow-wrap:anywhere]">
                {occasion.age}
              </dd>
            </div>
          )}
        </dl>
      </div>
      <div className="ticket-code relative grid content-center justify-items-center gap-2.5 bg-white px-5 pt-[30px] pb-5 text-black tablet:pt-[22px] tablet:pb-4">
        {opens && ticket.qr !== null ? (
          <div
            role="img"
            aria-label={t('qr', { code: ticket.readableCode })}
            className="aspect-square w-[300px] max-w-full tablet:w-[244px] print:w-[212px]! [&>svg]:size-full"
            // Drawn by lib/tickets from a code that we signed; nothing a person typed is in it.
            // biome-ignore lint/security/noDangerouslySetInnerHtml: the QR library answers a whole SVG document
            dangerouslySetInnerHTML={{ __html: ticket.qr }}
          />
        ) : (
          <p className="ticket-veil grid size-[212px] place-items-center">
            <span className="max-w-[15ch] bg-white px-4 py-2.5 text-center text-15 leading-[1.3] font-[660] text-black">
              {ticket.status === 'valid' ? t('untaken') : t(ticket.status)}
            </span>
          </p>
        )}
        {ticket.readableCode === '' ? null : (
          <p
            className={`text-17 leading-none font-[680] tracking-[0.06em] tabular-nums ${opens ? '' : 'line-through'}`}
          >
            <span className="sr-only">{t('code')} </span>
            {ticket.readableCode}
          </p>
        )}
        {ticket.pdfHref && count > 1 ? (
          <a
            href={ticket.pdfHref}
            className="inline-flex min-h-11 items-center text-15 underline underline-offset-[3px] print:hidden"
          >
            {t('pdf')}
          </a>
        ) : null}
      </div>
    </article>
  );
}
