import type { MailLink } from '#emails/action-button.tsx';
import { type BookingConfirmedProps, bookingConfirmed } from '#emails/booking-confirmed.tsx';
import { type BookingExpiredProps, bookingExpired } from '#emails/booking-expired.tsx';
import { type BookingRefundedProps, bookingRefunded } from '#emails/booking-refunded.tsx';
import { renderMail } from '#emails/render.tsx';
import type { RenderedMail } from '#emails/template.ts';
import type { MailTicket } from '#emails/ticket-stub.tsx';
import { env } from '../env.ts';
import type { Locale } from '../i18n/routing.ts';
import { formatMoney } from '../money.ts';
import { formatTicketCode, parseTicketKeys, signTicketCode } from '../tickets/ticket-code.ts';
import { asLinked } from '../tickets/ticket-key.ts';
import { ticketQrPath } from '../tickets/ticket-qr.ts';
import { formatTime } from '../time.ts';
import { bookingLink } from './booking-link.ts';
import type { BookingMail } from './booking-mail.ts';
import type { DeliveryKind } from './enqueue-delivery.ts';
import { qrContentId } from './mail-attachments.ts';
import {
  amountLines,
  bookingFrame,
  chosenLines,
  type MailTranslator,
  mailLocale,
  mailTranslator,
  place,
  publicAddress,
  shortPlace,
  times,
  when,
} from './mail-words.ts';
import { ticketLink } from './ticket-link.ts';

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
  const locale = mailLocale(wanted);
  const t = mailTranslator(locale);
  switch (kind) {
    case 'booking_confirmed':
      return renderMail(bookingConfirmed, confirmedProps(mail, t, locale, withAttachments));
    case 'booking_refunded':
      return renderMail(bookingRefunded, refundedProps(mail, t, locale));
    case 'booking_expired':
      return renderMail(bookingExpired, expiredProps(mail, t, locale));
  }
}

function confirmedProps(
  mail: BookingMail,
  t: MailTranslator<'mail'>,
  locale: Locale,
  withAttachments: boolean,
): BookingConfirmedProps {
  const { event, tickets, toBuyer } = mail;
  const count = tickets.length;
  const name = toBuyer ? mail.buyerName : (tickets[0]?.attendeeName ?? mail.buyerName);
  return {
    ...bookingFrame(mail, t, locale),
    subject: t('confirmed.subject', { count, event: event.title }),
    preview: t('confirmed.preview', { count, when: when(event, t, locale), place: place(event, t) }),
    heading: t('confirmed.heading', { name }),
    details: [
      // Somebody who bought nothing has to know why this comes.
      ...(toBuyer ? [] : [t('confirmed.boughtBy', { buyer: mail.buyerName, count })]),
      t('confirmed.count', { count, event: event.title }),
      when(event, t, locale),
      place(event, t),
      ...(event.online && event.onlineUrl ? [t('confirmed.join', { url: event.onlineUrl })] : []),
      ...tickets.flatMap(({ attendeeName, attendeeEmail }) =>
        attendeeEmail === null ? [] : [t('confirmed.own', { name: attendeeName, email: attendeeEmail })],
      ),
    ],
    open: openLink(mail, t, locale),
    tickets: mailTickets(mail, t, locale, withAttachments),
    codeLabel: t('confirmed.code'),
    qrLabel: t('confirmed.qr'),
    amounts: toBuyer
      ? {
          lines: amountLines(mail, t, locale),
          total: {
            label: mail.total === 0 ? t('total') : t('paid'),
            amount: mail.total === 0 ? t('free') : formatMoney(mail.total, mail.currency, locale),
          },
        }
      : null,
    notes: notes(mail, t),
  };
}

/** Where the tickets are on the web: the booking for its buyer, for everybody else their own ticket. */
function openLink(mail: BookingMail, t: MailTranslator<'mail'>, locale: Locale): MailLink | null {
  const [ticket, ...more] = mail.tickets;
  if (mail.toBuyer) {
    return { label: t('confirmed.open', { count: mail.tickets.length }), href: bookingLink(mail, locale) };
  }
  // Of several each has its own, beside its code.
  return ticket && more.length === 0
    ? { label: t('confirmed.open', { count: 1 }), href: linkOf(ticket, mail, locale) }
    : null;
}

/** Where somebody who did not buy finds their ticket. */
const linkOf = (ticket: BookingMail['tickets'][number], mail: BookingMail, locale: Locale) =>
  ticketLink(asLinked({ ...ticket, email: mail.recipient, secretHash: mail.secretHash }), locale);

/** What there is to know before one goes, a heading and a sentence each. */
function notes({ event, tickets, toBuyer }: BookingMail, t: MailTranslator<'mail'>) {
  const note = (title: string, text: string | null) => (text ? [{ title, text }] : []);
  return [
    ...note(
      t('confirmed.getInTitle'),
      event.online ? t('confirmed.getInOnline') : t('confirmed.getIn', { count: tickets.length }),
    ),
    ...note(t('confirmed.ageTitle'), event.ageNote),
    ...note(t('confirmed.calendarTitle'), t('confirmed.calendar')),
    ...note(t('confirmed.refundsTitle'), toBuyer ? event.refundPolicy : null),
  ];
}

function mailTickets(
  mail: BookingMail,
  t: MailTranslator<'mail'>,
  locale: Locale,
  withAttachments: boolean,
): MailTicket[] {
  const { event } = mail;
  const keys = parseTicketKeys(env().ticketSigningKeys);
  const shared = {
    day: formatTime(event.startsAt, event.timezone, locale, 'dayNumber'),
    month: formatTime(event.startsAt, event.timezone, locale, 'monthYear'),
    title: event.title,
    times: times(event, t, locale),
    place: shortPlace(event, t),
  };
  const several = !mail.toBuyer && mail.tickets.length > 1;
  return mail.tickets.map((ticket) => {
    const claim = { eventId: event.id, ticketId: ticket.id, revision: ticket.revision };
    const href = `${env().appUrl}${ticketQrPath(signTicketCode(claim, keys))}`;
    const code = formatTicketCode(ticket.code);
    return {
      ...shared,
      attendee: ticket.attendeeName,
      type: ticket.ticketType,
      code,
      open: several ? { label: t('confirmed.open', { count: 1 }), href: linkOf(ticket, mail, locale) } : null,
      qr: {
        src: withAttachments ? `cid:${qrContentId(ticket.code)}` : href,
        alt: t('confirmed.qrAlt', { code }),
        href,
      },
    };
  });
}

function refundedProps(mail: BookingMail, t: MailTranslator<'mail'>, locale: Locale): BookingRefundedProps {
  const { event } = mail;
  const why = mail.refundReason ?? 'late_payment';
  const amount = formatMoney(mail.refunded > 0 ? mail.refunded : mail.total, mail.currency, locale);
  return {
    ...bookingFrame(mail, t, locale),
    subject: t('refunded.subject', { event: event.title }),
    preview: t('refunded.preview', { why, amount }),
    heading: t('refunded.heading', { why }),
    details: [event.title, when(event, t, locale), place(event, t)],
    paragraphs: [t('refunded.what', { why }), t('refunded.money', { amount }), t('refunded.noTickets')],
    lines: amountLines(mail, t, locale),
    refund: { label: t('refunded.amount'), amount },
    open: { label: t('refunded.open'), href: bookingLink(mail, locale) },
  };
}

function expiredProps(mail: BookingMail, t: MailTranslator<'mail'>, locale: Locale): BookingExpiredProps {
  const { event, declined, payable } = mail;
  const count = mail.items.reduce((sum, item) => sum + item.quantity, 0);
  return {
    ...bookingFrame(mail, t, locale),
    subject: t('expired.subject', { count, event: event.title }),
    preview: t(payable ? 'expired.previewOpen' : 'expired.preview'),
    heading: t('expired.heading'),
    details: [event.title, when(event, t, locale), place(event, t), ...chosenLines(mail, t)],
    paragraphs: [
      t('expired.what', { count }),
      ...(declined
        ? [t('expired.declined', { code: declined.code ?? 'none', words: declined.message })]
        : []),
      // As long as Stripe has not said that it is over, "nothing has moved" could turn out to be untrue.
      t(payable ? 'expired.moneyOpen' : 'expired.money'),
    ],
    again: { label: t('expired.again'), href: publicAddress(`/events/${event.slug}`, locale) },
  };
}
