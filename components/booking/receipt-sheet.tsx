import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { formatMoney } from '#lib/money.ts';

export type ReceiptView = {
  number: string;
  /** Formatted, with their zone where there is a time. */
  issued: string;
  paid: string | null;
  event: string;
  held: string;
  seller: {
    name: string;
    email: string;
    country: string;
    legalName: string;
    legalAddress: string;
    taxNumber: string;
  };
  buyer: { name: string; email: string };
  currency: string;
  items: { key: string; name: string; quantity: number; each: number; amount: number }[];
  discount: { code: string; amount: number } | null;
  fee: number;
  net: number;
  tax: number;
  /** Hundredths of a percent. */
  taxRate: number;
  total: number;
  creditNotes: { number: string; issued: string; amount: number; tax: number }[];
};

/** A receipt as it is printed: who sold what to whom, when, and what of it is tax. Credit notes follow it. */
export function ReceiptSheet({ receipt }: { receipt: ReceiptView }) {
  const t = useTranslations('booking.receipt');
  const locale = useLocale();
  const money = (amount: number) => formatMoney(amount, receipt.currency, locale);
  const rate = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(
    receipt.taxRate / 10_000,
  );
  return (
    <article className="max-w-[760px]">
      <dl className="grid gap-x-10 gap-y-6 border-t-[1.5px] border-rule pt-5 tablet:grid-cols-2">
        <Fact label={t('seller')}>
          {receipt.seller.legalName || receipt.seller.name}
          <br />
          {receipt.seller.legalAddress ? (
            <span className="block whitespace-pre-line">
              {/* What is printed has no holes, however it was typed. */}
              {receipt.seller.legalAddress.replaceAll(/\n\s*/g, '\n')}
            </span>
          ) : null}
          {receipt.seller.country}
          <br />
          {receipt.seller.email}
          {receipt.seller.taxNumber ? (
            <span className="block">{t('taxNumber', { number: receipt.seller.taxNumber })}</span>
          ) : null}
        </Fact>
        <Fact label={t('buyer')}>
          {receipt.buyer.name}
          <br />
          {receipt.buyer.email}
        </Fact>
        <Fact label={t('number')}>{receipt.number}</Fact>
        <Fact label={t('date')}>{receipt.issued}</Fact>
        <Fact label={t('event')}>
          {receipt.event}
          <br />
          {receipt.held}
        </Fact>
        <Fact label={t('payment')}>
          {receipt.paid ? t('paidAt', { when: receipt.paid }) : t('nothingToPay')}
        </Fact>
      </dl>
      <table className="mt-10 w-full border-t-[1.5px] border-rule text-15 tabular-nums">
        <caption className="sr-only">{t('lines')}</caption>
        <thead>
          <tr className="text-t1 text-ink-2">
            <th scope="col" className="py-2 text-start font-[560]">
              {t('what')}
            </th>
            <th scope="col" className="py-2 ps-4 text-end font-[560]">
              {t('each')}
            </th>
            <th scope="col" className="py-2 ps-4 text-end font-[560]">
              {t('amount')}
            </th>
          </tr>
        </thead>
        <tbody>
          {receipt.items.map((item) => (
            <tr key={item.key} className="border-t border-hairline">
              <td className="py-2 [overflow-wrap:anywhere]">
                {t('line', { quantity: item.quantity, ticketType: item.name })}
              </td>
              <td className="py-2 ps-4 text-end whitespace-nowrap">{money(item.each)}</td>
              <td className="py-2 ps-4 text-end whitespace-nowrap">{money(item.amount)}</td>
            </tr>
          ))}
          {receipt.discount ? (
            <tr className="border-t border-hairline">
              <td className="py-2">{t('discount', { code: receipt.discount.code })}</td>
              <td />
              <td className="py-2 ps-4 text-end whitespace-nowrap">−{money(receipt.discount.amount)}</td>
            </tr>
          ) : null}
        </tbody>
        <tfoot>
          <tr className="border-t-[1.5px] border-rule">
            <th scope="row" className="py-3 text-start font-[650]">
              {t('total')}
            </th>
            <td />
            <td className="display-t4 py-3 ps-4 text-end whitespace-nowrap">{money(receipt.total)}</td>
          </tr>
          {receipt.fee > 0 ? <Part label={t('fee')}>{money(receipt.fee)}</Part> : null}
          <Part label={t('net')}>{money(receipt.net)}</Part>
          <Part label={t('tax', { rate })}>{money(receipt.tax)}</Part>
        </tfoot>
      </table>
      {receipt.creditNotes.map((note) => (
        <section key={note.number} className="mt-12 break-inside-avoid border-t-[1.5px] border-rule pt-5">
          <h2 className="display-t3">{t('creditNote', { number: note.number })}</h2>
          <p className="mt-1 text-15 text-ink-2">
            {t('creditFor', { number: receipt.number, date: note.issued })}
          </p>
          <dl className="mt-3 text-15 tabular-nums">
            <div className="flex justify-between gap-4 border-b border-hairline py-2">
              <dt>{t('returned')}</dt>
              <dd>−{money(note.amount)}</dd>
            </div>
            <div className="flex justify-between gap-4 py-2 text-ink-2">
              <dt>{t('tax', { rate })}</dt>
              <dd>−{money(note.tax)}</dd>
            </div>
          </dl>
        </section>
      ))}
    </article>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-t1 text-ink-2">{label}</dt>
      <dd className="mt-0.5 [overflow-wrap:anywhere]">{children}</dd>
    </div>
  );
}

function Part({ label, children }: { label: string; children: ReactNode }) {
  return (
    <tr className="text-ink-2">
      <th scope="row" className="py-1 text-start font-[450]">
        {label}
      </th>
      <td />
      <td className="py-1 ps-4 text-end">{children}</td>
    </tr>
  );
}
