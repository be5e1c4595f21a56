import { createTranslator, hasLocale } from 'next-intl';
import type { Tint } from '#emails/look.ts';
import { env } from '../env.ts';
import { type Messages, messages } from '../i18n/messages.ts';
import { type Locale, routing } from '../i18n/routing.ts';
import { formatMoney } from '../money.ts';
import { posterHue } from '../posters/poster-hue.ts';
import { posterPath } from '../posters/poster-path.ts';
import { tintColours } from '../tickets/tint.ts';
import { formatTime, zoneName } from '../time.ts';
import type { BookingMail } from './booking-mail.ts';

/** The words of mails in one language. `Namespace` is there to be read: it says which messages are meant. */
export type MailTranslator<Namespace extends 'mail'> = ReturnType<
  typeof createTranslator<Messages, Namespace>
>;

/** A language that mails are written in; English for any other. */
export function mailLocale(wanted: string): Locale {
  return hasLocale(routing.locales, wanted) ? wanted : routing.defaultLocale;
}

export function mailTranslator(locale: Locale): MailTranslator<'mail'> {
  return createTranslator({ locale, messages: messages[locale], namespace: 'mail' });
}

/** A public address in that language. Not by `public-url`, which stands on Next's navigation: the worker has no Next. */
export function publicAddress(path: string, locale: string): string {
  return `${env().appUrl}${locale === routing.defaultLocale ? '' : `/${locale}`}${path}`;
}

/** When an event begins, by a clock of its own zone, which is named. */
export function when(
  { startsAt, timezone }: BookingMail['event'],
  t: MailTranslator<'mail'>,
  locale: Locale,
): string {
  return t('when', {
    day: formatTime(startsAt, timezone, locale, 'longDay'),
    time: formatTime(startsAt, timezone, locale, 'time'),
    zone: zoneName(startsAt, timezone, locale),
  });
}

/** "Doors 19:00, starts 20:00" */
export function times(
  { startsAt, doorsAt, timezone }: BookingMail['event'],
  t: MailTranslator<'mail'>,
  locale: Locale,
): string {
  const starts = formatTime(startsAt, timezone, locale, 'time');
  return doorsAt
    ? t('doorsAndStart', { doors: formatTime(doorsAt, timezone, locale, 'time'), starts })
    : t('start', { starts });
}

/** House and address; the city once, as an address often ends in it already. */
export function place({ venue }: BookingMail['event'], t: MailTranslator<'mail'>): string {
  if (!venue) return t('online');
  return [venue.name, venue.address, ...(venue.address.includes(venue.city) ? [] : [venue.city])].join(', ');
}

/** The house alone, for where there is little room. */
export function shortPlace({ venue }: BookingMail['event'], t: MailTranslator<'mail'>): string {
  if (!venue) return t('online');
  return venue.name.includes(venue.city) ? venue.name : `${venue.name}, ${venue.city}`;
}

const hex = (rgb: readonly number[]) =>
  `#${rgb.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;

/** The event's colours, as its page has them in the light. */
function tint({ slug, category }: BookingMail['event']): Tint {
  const { field, ink } = tintColours(posterHue({ category: category.slug, seed: slug }));
  return { field: hex(field), ink: hex(ink) };
}

/** What every mail about a booking has around it. */
export function bookingFrame(mail: BookingMail, t: MailTranslator<'mail'>, locale: Locale) {
  const { event } = mail;
  return {
    locale,
    // Every language that ships so far is written from left to right.
    direction: 'ltr' as const,
    testStamp: mail.paymentsMode === 'live' ? null : t('testStamp'),
    poster: { src: `${env().appUrl}${posterPath(event, 'png')}`, alt: t('poster', { event: event.title }) },
    tint: tint(event),
    closing: [
      t('soldBy', { organizer: event.organizer.name }),
      t('reference', { reference: mail.reference }),
    ],
  };
}

/** What was chosen, a line a ticket type. */
export function chosenLines(mail: BookingMail, t: MailTranslator<'mail'>): string[] {
  return mail.items.map(({ quantity, ticketType }) => t('line', { quantity, ticketType }));
}

/** The amounts as checkout and booking page have them: prices with their fees in them, then what they contain. */
export function amountLines(mail: BookingMail, t: MailTranslator<'mail'>, locale: Locale) {
  const money = (amount: number) => formatMoney(amount, mail.currency, locale);
  const lines = mail.items.map(({ quantity, ticketType, amount }) => ({
    label: t('line', { quantity, ticketType }),
    amount: amount === 0 ? t('free') : money(amount),
    quiet: false,
  }));
  // What a free ticket saves of the fee is discount as well.
  const off = mail.items.reduce((sum, item) => sum + item.amount, 0) - mail.total;
  if (off > 0) {
    lines.push({
      label: t('discount', { code: mail.promoCode ?? '' }).trim(),
      amount: `−${money(off)}`,
      quiet: false,
    });
  }
  if (mail.fee > 0) lines.push({ label: t('ofWhichFee'), amount: money(mail.fee), quiet: true });
  if (mail.tax > 0) {
    const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 });
    const label = t('ofWhichTax', { rate: percent.format(mail.taxRate / 10_000) });
    lines.push({ label, amount: money(mail.tax), quiet: true });
  }
  return lines;
}
