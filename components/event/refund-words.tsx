import { useLocale, useTranslations } from 'next-intl';

/** What an organizer gives back, and until when. */
export type RefundTerms = {
  /** BCP 47 tag of the organizer's words. */
  language: string;
  refundPolicy: string;
  /** What they say; null where the organizer has said it in words alone. */
  refundRule: { hoursBefore: number | null } | null;
};

/** The organizer's words; for readers of another language first what they say, where that is known. */
export function RefundWords({ terms, free }: { terms: RefundTerms; free: boolean }) {
  const t = useTranslations('event');
  const locale = useLocale();
  const { language, refundPolicy, refundRule } = terms;
  if (!refundRule || language.split('-')[0] === locale) return <span lang={language}>{refundPolicy}</span>;
  const { hoursBefore } = refundRule;
  return (
    <>
      {hoursBefore === null ? t('refundNever') : t(free ? 'giveBack' : 'refundUntil', inDays(hoursBefore))}
      <span className="mt-1 block text-t1">
        {t('inTheirWords')} <q lang={language}>{refundPolicy}</q>
      </span>
    </>
  );
}

/** Whole days from two on are said as days. */
const inDays = (hours: number) =>
  hours >= 48 && hours % 24 === 0 ? { unit: 'days', count: hours / 24 } : { unit: 'hours', count: hours };
