import { useTranslations } from 'next-intl';
import { Status } from '../ui/status.tsx';

// messages: booking.ticket.*

export type ShownTicket = {
  /** As a person reads it out. */
  readableCode: string;
  status: 'valid' | 'used' | 'blocked' | 'void';
  attendeeName: string;
  ticketType: string;
  /** An SVG document of our own making. */
  qr: string;
};

/** A ticket: what it is at the left on the event's tint, its code at the right, always black on white. */
export function BookingTicket({
  ticket,
  number,
  count,
  title,
  day,
  time,
  place,
}: {
  ticket: ShownTicket;
  number: number;
  count: number;
  title: string;
  day: string;
  time: string;
  place: string;
}) {
  const t = useTranslations('booking.ticket');
  return (
    <article
      aria-label={t('label', { number, count })}
      className="grid overflow-hidden rounded border border-tint-line tablet:grid-cols-[1fr_auto]"
    >
      <div className="flex flex-col justify-between gap-6 bg-tint-field p-6 text-tint-ink">
        <div>
          <p className="display-t4">{title}</p>
          <p className="mt-2 text-t3">
            {day}, {time}
          </p>
          <p className="text-15">{place}</p>
        </div>
        <dl className="grid grid-cols-2 gap-4 text-15">
          <div>
            <dt className="text-tint-ink-2">{t('name')}</dt>
            <dd className="font-[650] [overflow-wrap:anywhere]">{ticket.attendeeName}</dd>
          </div>
          <div>
            <dt className="text-tint-ink-2">{t('type')}</dt>
            <dd className="font-[650] [overflow-wrap:anywhere]">{ticket.ticketType}</dd>
          </div>
        </dl>
      </div>
      <div className="grid justify-items-center gap-1 border-dashed border-tint-line bg-white p-5 text-black max-tablet:border-t-2 tablet:border-s-2">
        {ticket.status === 'valid' ? (
          <div
            role="img"
            aria-label={t('qr', { code: ticket.readableCode })}
            className="size-[264px] tablet:size-[212px] [&>svg]:size-full"
            // Drawn by lib/tickets from a code that we signed; nothing a person typed is in it.
            // biome-ignore lint/security/noDangerouslySetInnerHtml: the QR library answers a whole SVG document
            dangerouslySetInnerHTML={{ __html: ticket.qr }}
          />
        ) : (
          <p className="grid size-[212px] place-items-center">
            <Status shape={ticket.status === 'used' ? 'half' : 'cross'} tone="mute">
              {t(ticket.status)}
            </Status>
          </p>
        )}
        <p className="text-15">
          <span className="sr-only">{t('code')} </span>
          <span className="font-[650] tracking-[0.08em] tabular-nums">{ticket.readableCode}</span>
        </p>
      </div>
    </article>
  );
}
