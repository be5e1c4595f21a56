import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Link } from '#lib/i18n/navigation.ts';
import { formatMoney } from '#lib/money.ts';
import { RefundWords } from './refund-words.tsx';

export type TextEvent = {
  language: string;
  currency: string;
  /** Hundredths of a percent. */
  taxRate: number;
  ageNote: string | null;
  accessNote: string | null;
  refundPolicy: string;
  refundRule: { hoursBefore: number | null } | null;
  programme: readonly { at: string; what: string }[];
  organizer: { slug: string; name: string; description: string; suspended: boolean };
  ticketTypes: readonly { price: number; fee: number }[];
};

/** What it is, how the evening runs, what is good to know, and who puts it on. */
export function EventText({ event, descriptionHtml }: { event: TextEvent; descriptionHtml: string }) {
  const t = useTranslations('event');
  return (
    <>
      <div
        lang={event.language}
        className="grid max-w-[var(--measure)] gap-4 [overflow-wrap:anywhere] [&>*]:min-w-0 [&_a]:link [&_blockquote]:border-s-4 [&_blockquote]:border-tint-line [&_blockquote]:ps-4 [&_h3]:display-t3 [&_li]:ms-5 [&_ol]:list-decimal [&_ul]:list-disc [&>p:first-child]:lead"
        // biome-ignore lint/security/noDangerouslySetInnerHtml: cleaned by lib/catalog/description-html.ts
        dangerouslySetInnerHTML={{ __html: descriptionHtml }}
      />
      {event.programme.length > 0 ? (
        <Section title={t('programme')}>
          <ol lang={event.language} className="mt-3.5">
            {event.programme.map(({ at, what }) => (
              <li
                key={`${at} ${what}`}
                className="grid grid-cols-[96px_1fr] border-t border-hairline py-3 tablet:max-desk:grid-cols-[64px_1fr]"
              >
                <time className="font-[640]">{at}</time>
                <span className="min-w-0 [overflow-wrap:anywhere]">{what}</span>
              </li>
            ))}
          </ol>
        </Section>
      ) : null}
      <Section title={t('goodToKnow')}>
        <dl className="mt-3.5">
          <Row term={t('refunds')}>
            <RefundWords terms={event} free={event.ticketTypes.every(({ price }) => price === 0)} />
          </Row>
          {event.ageNote ? (
            <Row term={t('age')} language={event.language}>
              {event.ageNote}
            </Row>
          ) : null}
          {event.accessNote ? (
            <Row term={t('access')} language={event.language}>
              {event.accessNote}
            </Row>
          ) : null}
          <FeesAndTax event={event} />
        </dl>
      </Section>
      <Section title={t('organizer')}>
        <p className="display-t3 mt-4 [overflow-wrap:anywhere]">
          {event.organizer.suspended ? (
            event.organizer.name
          ) : (
            <Link
              prefetch={false}
              href={{ pathname: '/organizers/[slug]', params: { slug: event.organizer.slug } }}
              className="inline-flex min-h-11 items-center underline decoration-1 underline-offset-4 hover:decoration-2"
            >
              {event.organizer.name}
            </Link>
          )}
        </p>
        {event.organizer.description ? (
          <p className="mt-1.5 max-w-[var(--measure)] text-ink-2 [overflow-wrap:anywhere]">
            {event.organizer.description}
          </p>
        ) : null}
      </Section>
    </>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mt-12 desk:mt-[var(--s6)]">
      <h2 className="section-head display-t4">{title}</h2>
      {children}
    </section>
  );
}

function Row({ term, language, children }: { term: string; language?: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-4 gap-y-0.5 border-t border-hairline py-[13px] desk:grid-cols-[180px_1fr]">
      <dt className="font-[640]">{term}</dt>
      <dd lang={language} className="min-w-0 text-ink-2 [overflow-wrap:anywhere]">
        {children}
      </dd>
    </div>
  );
}

function FeesAndTax({ event }: { event: TextEvent }) {
  const t = useTranslations('event');
  const locale = useLocale();
  const fees = event.ticketTypes.map((type) => type.fee).filter((fee) => fee > 0);
  const most = Math.max(0, ...fees);
  const amount = formatMoney(most, event.currency, locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 });
  return (
    <>
      <Row term={t('fees')}>
        {most === 0 && t('feesNone')}
        {most > 0 && fees.every((fee) => fee === most) && t('feesIncluded', { amount })}
        {most > 0 && fees.some((fee) => fee < most) && t('feesUpTo', { amount })}
      </Row>
      {event.taxRate > 0 ? (
        <Row term={t('tax')}>{t('taxIncluded', { rate: percent.format(event.taxRate / 10_000) })}</Row>
      ) : null}
    </>
  );
}
