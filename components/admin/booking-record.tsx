import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { formatMoney } from '#lib/money.ts';
import { formatTime } from '#lib/time.ts';
import { Facts } from './facts.tsx';
import { RecordPart } from './record.tsx';

type Shown = {
  paymentsMode: 'sandbox' | 'test' | 'live';
  buyerName: string | null;
  buyerEmail: string | null;
  account: { id: string; name: string } | null;
  event: { slug: string; title: string; startsAt: Date; timezone: string };
  organizer: { slug: string; name: string };
  currency: string;
  /** Minor units, as all amounts. */
  total: number;
  createdAt: Date;
  expiresAt: Date;
  confirmedAt: Date | null;
  items: readonly { name: string; quantity: number; unitPrice: number }[];
  admissions: readonly { attendeeName: string; ticketType: string; status: string; revision: number }[];
  payments: readonly {
    stripeId: string | null;
    status: string;
    outcome: string | null;
    quarantineReason: string | null;
    amount: number;
    captured: number;
    refunded: number;
    lastErrorCode: string | null;
    createdAt: string;
  }[];
  refunds: readonly {
    stripeId: string | null;
    status: string;
    reason: string;
    amount: number;
    createdAt: string;
  }[];
  mails: readonly {
    kind: string;
    recipient: string;
    status: string;
    createdAt: string;
    sentAt: string | null;
  }[];
};

/** What stands in a booking, what was paid and given back, who has a ticket, and which mails went out. */
export function BookingRecord({
  booking,
  when,
}: {
  booking: Shown;
  /** Writes an instant out in the admin's zone. */
  when: (instant: Date | string) => string;
}) {
  const t = useTranslations('admin.bookings');
  const locale = useLocale();
  const { event, organizer, currency } = booking;
  const money = (amount: number) => formatMoney(amount, currency, locale);
  return (
    <>
      <Facts
        facts={[
          { label: t('buyer'), value: booking.buyerName },
          { label: t('email'), value: booking.buyerEmail },
          {
            label: t('account'),
            value: booking.account ? (
              <a href={`/admin/users/${booking.account.id}`} className="link">
                {booking.account.name}
              </a>
            ) : (
              t('guest')
            ),
          },
          {
            label: t('event'),
            value: (
              <>
                <a href={`/admin/events/${event.slug}`} className="link">
                  {event.title}
                </a>
                , {formatTime(event.startsAt, event.timezone, locale, 'fullDayTime')}
              </>
            ),
          },
          {
            label: t('organizer'),
            value: (
              <a href={`/admin/organizers/${organizer.slug}`} className="link">
                {organizer.name}
              </a>
            ),
          },
          { label: t('made'), value: when(booking.createdAt) },
          { label: t('confirmed'), value: booking.confirmedAt ? when(booking.confirmedAt) : null },
          { label: t('heldUntil'), value: booking.confirmedAt ? null : when(booking.expiresAt) },
          {
            label: t('items'),
            value: booking.items
              .map(({ name, quantity, unitPrice }) => `${quantity} × ${name}, ${money(unitPrice)}`)
              .join('; '),
          },
          { label: t('total'), value: money(booking.total) },
          { label: t('mode'), value: booking.paymentsMode },
        ]}
      />
      <RecordPart title={t('tickets')}>
        <Lines
          empty={t('noTickets')}
          lines={booking.admissions.map((ticket, index) => ({
            key: String(index),
            what: `${ticket.attendeeName}, ${ticket.ticketType}`,
            state: <Code>{ticket.status}</Code>,
          }))}
        />
      </RecordPart>
      <RecordPart title={t('payments')}>
        <Lines
          empty={t('noPayments')}
          lines={[
            ...booking.payments.map((payment) => ({
              at: payment.createdAt,
              what: t('payment', {
                amount: money(payment.amount),
                captured: money(payment.captured),
                refunded: money(payment.refunded),
              }),
              id: payment.stripeId,
              codes: [payment.status, payment.outcome, payment.quarantineReason, payment.lastErrorCode],
            })),
            ...booking.refunds.map((refund) => ({
              at: refund.createdAt,
              what: t('refund', { amount: money(refund.amount) }),
              id: refund.stripeId,
              codes: [refund.status, refund.reason],
            })),
          ].map(({ at, what, id, codes }) => ({
            key: `${at} ${id}`,
            what: (
              <>
                {what}
                <span className="block text-ink-2">{when(at)}</span>
                {id ? <code className="block font-mono text-t1">{id}</code> : null}
              </>
            ),
            state: codes.filter((code) => code !== null).map((code) => <Code key={code}>{code}</Code>),
          }))}
        />
      </RecordPart>
      <RecordPart title={t('mails')}>
        <Lines
          empty={t('noMails')}
          lines={booking.mails.map((mail) => ({
            key: `${mail.kind} ${mail.recipient} ${mail.createdAt}`,
            what: (
              <>
                {mail.recipient}
                <span className="block text-ink-2">{when(mail.sentAt ?? mail.createdAt)}</span>
              </>
            ),
            state: (
              <>
                <Code>{mail.kind}</Code>
                <Code>{mail.status}</Code>
              </>
            ),
          }))}
        />
      </RecordPart>
    </>
  );
}

function Lines({
  empty,
  lines,
}: {
  empty: string;
  lines: readonly { key: string; what: ReactNode; state: ReactNode }[];
}) {
  if (lines.length === 0) return <p className="text-15 text-ink-2">{empty}</p>;
  return (
    <ul className="border-t-[1.5px] border-rule text-15">
      {lines.map(({ key, what, state }) => (
        <li
          key={key}
          className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 border-b border-hairline py-2.5"
        >
          <span className="min-w-0 [overflow-wrap:anywhere]">{what}</span>
          <span className="flex flex-wrap gap-1.5">{state}</span>
        </li>
      ))}
    </ul>
  );
}

/** A word of the database's own, which is what one searches a log for. */
function Code({ children }: { children: string }) {
  return <code className="rounded bg-paper-2 px-1.5 font-mono text-t1">{children}</code>;
}
