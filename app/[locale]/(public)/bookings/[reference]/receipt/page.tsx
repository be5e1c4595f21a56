import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { PrintButton } from '#components/booking/print-button.tsx';
import { ReceiptSheet, type ReceiptView } from '#components/booking/receipt-sheet.tsx';
import { Status } from '#components/ui/status.tsx';
import { bookingAccess } from '#lib/auth/booking-access.ts';
import { findReceipt, type Receipt } from '#lib/booking/find-receipt.ts';
import { DomainError } from '#lib/errors.ts';
import { Link } from '#lib/i18n/navigation.ts';
import { formatTime, zoneName } from '#lib/time.ts';

type Props = { params: Promise<{ reference: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('booking.receipt');
  return { title: t('title', { number: (await params).reference }), robots: { index: false } };
}

async function read(reference: string): Promise<Receipt> {
  try {
    return await findReceipt(reference, await bookingAccess(reference));
  } catch (error) {
    if (error instanceof DomainError) notFound();
    throw error;
  }
}

/** Times of the sale are those of the event's place: it is where the sale was made. */
function view({ booking, ...receipt }: Receipt, locale: string): ReceiptView {
  const { event, items } = booking;
  const day = (instant: Date) => formatTime(instant, event.timezone, locale, 'longDay');
  const lines = items.map(({ ticketTypeId, name, quantity, unitPrice, unitFee }) => ({
    key: ticketTypeId,
    name,
    quantity,
    each: unitPrice + unitFee,
    amount: quantity * (unitPrice + unitFee),
  }));
  const off = lines.reduce((sum, { amount }) => sum + amount, 0) - booking.total;
  const country = new Intl.DisplayNames(locale, { type: 'region' }).of(receipt.seller.country);
  return {
    number: receipt.number,
    issued: day(receipt.issuedAt),
    paid: receipt.paidAt
      ? `${formatTime(receipt.paidAt, event.timezone, locale, 'dayTime')} (${zoneName(receipt.paidAt, event.timezone, locale)})`
      : null,
    event: event.title,
    held: `${formatTime(event.startsAt, event.timezone, locale, 'dayTime')}${event.venue ? `, ${event.venue.name}, ${event.venue.city}` : ''}`,
    seller: { ...receipt.seller, country: country ?? receipt.seller.country },
    buyer: { name: booking.buyerName ?? '', email: booking.buyerEmail ?? '' },
    currency: booking.currency,
    items: lines,
    discount: off > 0 ? { code: booking.promoCode ?? '', amount: off } : null,
    fee: booking.fee,
    net: receipt.net,
    tax: booking.tax,
    taxRate: booking.taxRate,
    total: booking.total,
    creditNotes: receipt.creditNotes.map((note) => ({ ...note, issued: day(note.issuedAt) })),
  };
}

export default async function ReceiptPage({ params }: Props) {
  const { reference } = await params;
  const [receipt, locale, t] = await Promise.all([
    read(reference),
    getLocale(),
    getTranslations('booking.receipt'),
  ]);
  const test = receipt.booking.paymentsMode !== 'live';
  return (
    <main id="content" className="wrap pb-24">
      <p className="no-print pt-6">
        <Link
          className="link inline-flex min-h-11 items-center"
          href={{ pathname: '/bookings/[reference]', params: { reference: receipt.booking.reference } }}
        >
          {t('back')}
        </Link>
      </p>
      <h1 className="display-t5 pt-2 pb-6">{t('heading')}</h1>
      {test ? (
        <p className="mb-6">
          <Status shape="diamond" tone="warn">
            {t('test')}
          </Status>
        </p>
      ) : null}
      <ReceiptSheet receipt={view(receipt, locale)} />
      <PrintButton label={t('print')} />
    </main>
  );
}
