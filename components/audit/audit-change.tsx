import { useLocale, useMessages, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { formatMoney, isCurrency } from '#lib/money.ts';
import { formatTime } from '#lib/time.ts';
import { wordFor } from './word-for.ts';

/** `person` is who an id stands for: null when they are gone. */
export type ShownValue = string | number | boolean | null | { person: string | null };

export type ShownChange = {
  field: string;
  before: ShownValue;
  after: ShownValue;
  /** Of amounts, in minor units. */
  currency: string | null;
};

/** Fields whose values are names of states, which have words. Whatever else is text was typed by somebody. */
const STATES = /^(status|role|reason|outcome|kind)$/;
/** Instants as the clock stands where the event is, with its offset: 2027-03-12T20:00:00+01:00. */
const INSTANTS = /^namesChangeableUntil$/;
const AMOUNTS = /^(amount|price|fee|total|captured|refunded)$/;

// messages: audit.field.*, audit.value.*, jobs.task.*
/** What one field was, and what it is now. */
export function AuditChange({ change }: { change: ShownChange }) {
  const t = useTranslations('audit');
  const { audit, jobs } = useMessages();
  const locale = useLocale();
  const { field, before, after, currency } = change;
  const show = (value: ShownValue): ReactNode => {
    if (value === null || value === '') return t('nothing');
    if (typeof value === 'object') return value.person ?? t('somebody');
    if (typeof value === 'boolean') return value ? t('yes') : t('no');
    if (typeof value === 'number') {
      return AMOUNTS.test(field) && currency && isCurrency(currency)
        ? formatMoney(value, currency, locale)
        : new Intl.NumberFormat(locale).format(value);
    }
    if (INSTANTS.test(field)) return formatTime(new Date(`${value.slice(0, 19)}Z`), 'UTC', locale, 'dayTime');
    const words = field === 'task' ? jobs.task : STATES.test(field) ? audit.value : {};
    return wordFor(words, value) ?? value;
  };
  return (
    <span className="block [overflow-wrap:anywhere]">
      <span className="text-ink-2">{wordFor(audit.field, field) ?? field.replaceAll('_', ' ')} </span>
      {before === null ? null : (
        <>
          <span className="sr-only">{t('was')} </span>
          <del className="text-ink-2">{show(before)}</del>
          <span aria-hidden="true" className="px-1.5 text-ink-2">
            →
          </span>
        </>
      )}
      <span className="sr-only">{t('is')} </span>
      <ins className="font-[620] no-underline">{show(after)}</ins>
    </span>
  );
}
