import { useLocale, useMessages, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { formatMoney } from '#lib/money.ts';
import { wordFor } from '../audit/word-for.ts';
import { type BookingRowStatus, BookingStatus } from '../dashboard/bookings-table.tsx';
import { Facts } from './facts.tsx';

type Shown = {
  intentId: string | null;
  stripeUrl: string | null;
  reason: string;
  refundFailure: string | null;
  /** Minor units, as all amounts. */
  asked: number;
  captured: number;
  refunded: number;
  currency: string;
  booking: { reference: string; status: BookingRowStatus; buyerName: string | null };
  event: { title: string };
  organizer: { name: string };
  paidAt: Date;
  since: Date;
};

/** Money that waits for a decision: why it waits and whose it is at the left, what can be decided at the right. */
export function QuarantinedPayment({
  payment,
  when,
  deeds,
}: {
  payment: Shown;
  /** Writes an instant out in the admin's zone. */
  when: (instant: Date) => string;
  deeds: ReactNode;
}) {
  const t = useTranslations('payments');
  const locale = useLocale();
  const { booking, event, organizer, intentId, stripeUrl } = payment;
  const money = (amount: number) => formatMoney(amount, payment.currency, locale);
  return (
    <li>
      <h2 className="display-t3 tabular-nums">{t('came', { amount: money(payment.captured) })}</h2>
      <p className="mt-1 mb-4 max-w-[62ch]">
        <Reason payment={payment} />
      </p>
      <div className="grid gap-x-12 gap-y-6 desk:grid-cols-[minmax(0,880px)_minmax(0,380px)]">
        <Facts
          facts={[
            {
              label: t('booking'),
              value: (
                <span className="flex flex-wrap items-center gap-x-3">
                  <span>
                    <a href={`/admin/bookings/${booking.reference}`} className="link">
                      {booking.reference}
                    </a>
                    {booking.buyerName ? ` ${t('bookingOf', { name: booking.buyerName })}` : null}
                  </span>
                  <BookingStatus status={booking.status} />
                </span>
              ),
            },
            { label: t('event'), value: t('by', { title: event.title, organizer: organizer.name }) },
            { label: t('asked'), value: money(payment.asked) },
            { label: t('refunded'), value: payment.refunded > 0 ? money(payment.refunded) : null },
            { label: t('paid'), value: when(payment.paidAt) },
            { label: t('since'), value: when(payment.since) },
            {
              label: t('atStripe'),
              value: intentId ? (
                <span className="flex flex-wrap items-baseline gap-x-4">
                  <code className="font-mono text-t1 [overflow-wrap:anywhere]">{intentId}</code>
                  {stripeUrl ? (
                    <a href={stripeUrl} className="link" rel="noopener noreferrer" target="_blank">
                      {t('openStripe')}
                    </a>
                  ) : null}
                </span>
              ) : null,
            },
          ]}
        />
        <div className="grid min-w-0 content-start border-t-[1.5px] border-rule">{deeds}</div>
      </div>
    </li>
  );
}

// messages: payments.reason.*, payments.failure.*
/** Why it was set aside, in a sentence. */
function Reason({ payment: { reason, refundFailure, asked, captured, currency } }: { payment: Shown }) {
  const t = useTranslations('payments');
  const { failure } = useMessages().payments;
  const locale = useLocale();
  switch (reason) {
    case 'amount_differs':
      return t('reason.amount_differs', {
        captured: formatMoney(captured, currency, locale),
        asked: formatMoney(asked, currency, locale),
      });
    case 'currency_differs':
      return t('reason.currency_differs', { currency });
    case 'booking_differs':
    case 'mode_differs':
      return t(`reason.${reason}`);
    case 'refund_failed':
      return t('reason.refund_failed', {
        failure: refundFailure ? (wordFor(failure, refundFailure) ?? refundFailure) : failure.unknown,
      });
    default:
      return t('reason.unknown', { code: reason });
  }
}
