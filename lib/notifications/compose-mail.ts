import { createTranslator, hasLocale } from 'next-intl';
import { type BookingConfirmedProps, bookingConfirmed } from '#emails/booking-confirmed.tsx';
import { type BookingRefundedProps, bookingRefunded } from '#emails/booking-refunded.tsx';
import { renderMail } from '#emails/render.tsx';
import type { RenderedMail } from '#emails/template.ts';
import { env } from '../env.ts';
import { messages } from '../i18n/messages.ts';
import { type Locale, routing } from '../i18n/routing.ts';
import { formatMoney } from '../money.ts';
import { formatTicketCode, parseTicketKeys, signTicketCode } from '../tickets/ticket-code.ts';
import { ticketQrPath } from '../tickets/ticket-qr.ts';
import { formatTime, zoneName } from '../time.ts';
import { bookingLink } from './booking-link.ts';
import type { BookingMail } from './booking-mail.ts';
import type { DeliveryKind } from './enqueue-delivery.ts';
import { qrContentId } from './mail-attachments.ts';

type Translate = ReturnType<typeof translator>;

function translator(locale: Locale) {
  return createTranslator({ locale, messages: messages[locale], namespace: 'mail' });
}

/**
 * Writes a mail. The same booking gives the same mail; it is stored before it is sent all the same, so that a change
 * in between two tries cannot change what goes out under one key.
 *
 * @param withAttachments whether the QR codes come along as files; else they are links
 */
export async function composeMail(
  kind: DeliveryKind,
  mail: BookingMail,
  wanted: string,
  withAttachments: boolean,
): Promise<RenderedMail> {
  const locale = hasLocale(routing.locales, wanted) ? wanted : routing.defaultLocale;
  const t = translator(locale);
  return kind === 'booking_confirmed'
    ? renderMail(bookingConfirmed, confirmedProps(t, locale, mail, withAttachments))
    : renderMail(bookingRefunded, refundedProps(t, locale, mail));
}

/** The times of an event as its own zone has them, the zone named. */
function when(t: Translate, locale: Locale, { startsAt, timezone }: BookingMail['event']): string {
  return t('when', {
    day: formatTime(startsAt, timezone, locale, 'longDay'),
    time: formatTime(startsAt, timezone, locale, 'time'),
    zone: zoneName(startsAt, timezone, locale),
  });
}

function times(t: Translate, locale: Locale, { startsAt, doorsAt, timezone }: BookingMail['event']): string {
  const starts = formatTime(startsAt, timezone, locale, 'time');
  return doorsAt
    ? t('doorsAndStart', { doors: formatTime(doorsAt, timezone, locale, 'time'), starts })
    : t('start', { starts });
}

function place(t: Translate, { venue }: BookingMail['event']): string {
  if (!venue) return t('online');
  // An address often ends in its city already.
  return [venue.name, venue.address, ...(venue.address.includes(venue.city) ? [] : [venue.city])].join(', ');
}

function frame(t: Translate, locale: Locale, mail: BookingMail) {
  return {
    locale,
    // Every language that ships so far is written from left to right.
    direction: 'ltr' as const,
    testStamp: mail.paymentsMode === 'live' ? null : t('testStamp'),
    closing: [
      t('soldBy', { organizer: mail.event.organizer.name }),
      t('reference', { reference: mail.reference }),
    ],
  };
}

function amountLines(t: Translate, locale: Locale, mail: BookingMail) {
  const money = (amount: number) => formatMoney(amount, mail.currency, locale);
  const lines = mail.items.map((item) => ({
    label: t('line', { quantity: item.quantity, ticketType: item.ticketType }),
    amount: item.amount === 0 ? t('free') : money(item.amount),
  }));
  if (mail.discount > 0) lines.push({ label: t('discount'), amount: money(-mail.discount) });
  return lines;
}

function confirmedProps(
  t: Translate,
  locale: Locale,
  mail: BookingMail,
  withAttachments: boolean,
): BookingConfirmedProps {
  const { event, tickets } = mail;
  const count = tickets.length;
  const name = mail.toBuyer ? mail.buyerName : (tickets[0]?.attendeeName ?? mail.buyerName);
  const keys = parseTicketKeys(env().ticketSigningKeys);
  const lines = amountLines(t, locale, mail);
  if (mail.tax > 0) {
    const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 });
    const label = t('tax', { rate: percent.format(mail.taxRate / 10_000) });
    lines.push({ label, amount: formatMoney(mail.tax, mail.currency, locale) });
  }
  return {
    ...frame(t, locale, mail),
    subject: t('confirmed.subject', { count, event: event.title }),
    preview: t('confirmed.preview', { count, when: when(t, locale, event), place: place(t, event) }),
    heading: t('confirmed.heading', { name }),
    details: [
      t('confirmed.count', { count, event: event.title }),
      when(t, locale, event),
      place(t, event),
      ...(event.online && event.onlineUrl ? [t('confirmed.join', { url: event.onlineUrl })] : []),
    ],
    open: mail.toBuyer ? { label: t('confirmed.open', { count }), href: bookingLink(mail, locale) } : null,
    tickets: tickets.map((ticket) => {
      const code = signTicketCode(
        { eventId: event.id, ticketId: ticket.id, revision: ticket.revision },
        keys,
      );
      const href = `${env().appUrl}${ticketQrPath(code)}`;
      const readable = formatTicketCode(ticket.code);
      return {
        day: formatTime(event.startsAt, event.timezone, locale, 'dayNumber'),
        month: formatTime(event.startsAt, event.timezone, locale, 'monthYear'),
        title: event.title,
        attendee: ticket.attendeeName,
        type: ticket.ticketType,
        times: times(t, locale, event),
        code: readable,
        qr: {
          src: withAttachments ? `cid:${qrContentId(ticket.code)}` : href,
          alt: t('confirmed.qrAlt', { code: readable }),
          href,
        },
      };
    }),
    codeLabel: t('confirmed.code'),
    qrLabel: t('confirmed.qr'),
    amounts: mail.toBuyer
      ? {
          lines,
          total: {
            label: mail.total === 0 ? t('total') : t('paid'),
            amount: mail.total === 0 ? t('free') : formatMoney(mail.total, mail.currency, locale),
          },
        }
      : null,
    howToGetIn: {
      title: t('confirmed.getInTitle'),
      text: event.online ? t('confirmed.getInOnline') : t('confirmed.getIn', { count }),
    },
  };
}

function refundedProps(t: Translate, locale: Locale, mail: BookingMail): BookingRefundedProps {
  const amount = formatMoney(mail.refunded > 0 ? mail.refunded : mail.total, mail.currency, locale);
  return {
    ...frame(t, locale, mail),
    subject: t('refunded.subject', { event: mail.event.title }),
    preview: t('refunded.preview', { amount }),
    heading: t('refunded.heading'),
    paragraphs: [
      t('refunded.what', { event: mail.event.title, when: when(t, locale, mail.event) }),
      t('refunded.money', { amount }),
      t('refunded.noTickets'),
    ],
    lines: amountLines(t, locale, mail),
    refund: { label: t('refunded.amount'), amount },
    open: { label: t('refunded.open'), href: bookingLink(mail, locale) },
  };
}
