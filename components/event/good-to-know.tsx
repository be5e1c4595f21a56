import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Link } from '#lib/i18n/navigation.ts';
import { formatMoney } from '#lib/money.ts';
import { PageSection } from './page-section.tsx';
import { RefundWords } from './refund-words.tsx';

export type KnownEvent = {
  language: string;
  currency: string;
  /** Hundredths of a percent. */
  taxRate: number;
  ageNote: string | null;
  accessNote: string | null;
  refundPolicy: string;
  refundRule: { hoursBefore: number | null } | null;
  organizer: { slug: string; name: string; description: string; suspended: boolean };
  ticketTypes: readonly { price: number; fee: number }[];
};

/** What is good to know before buying, and who puts it on; on a tablet side by side. */
export function GoodToKnow({
  event,
  cancelled,
}: {
  event: KnownEvent;
  /** What would be given back until when is of no use any more. */
  cancelled: boolean;
}) {
  const t = useTranslations('event');
  return (
    <div className="tablet:max-desk:grid tablet:max-desk:grid-cols-2 tablet:max-desk:gap-x-[var(--gutter)]">
      <PageSection title={t('goodToKnow')}>
        <dl className="mt-3.5">
          {cancelled ? null : (
            <Row term={t('refunds')}>
              <RefundWords terms={event} free={event.ticketTypes.every(({ price }) => price === 0)} />
            </Row>
          )}
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
      </PageSection>
      <PageSection title={t('organizer')}>
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
      </PageSection>
    </div>
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

function FeesAndTax({ event }: { event: KnownEvent }) {
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
