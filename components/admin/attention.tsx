import { useLocale, useTranslations } from 'next-intl';
import { Shape } from '../ui/shape.tsx';

const waiting = {
  quarantinedPayments: '/admin/payments',
  failedJobs: '/admin/jobs',
  organizersWaiting: '/admin/organizers?status=waiting',
} as const;

const decided = {
  suspendedOrganizers: '/admin/organizers?status=suspended',
  suspendedAccounts: '/admin/users?status=suspended',
  eventsTakenDown: '/admin/events?status=taken_down',
} as const;

type Counts = Record<keyof typeof waiting | keyof typeof decided, number>;

const keysOf = <T extends object>(from: T) =>
  Object.keys(from).filter((key): key is Extract<keyof T, string> => Object.hasOwn(from, key));

// messages: admin.overview.counts.*
/** What waits for a decision, as figures that lead to it; then what somebody has decided that still stands. */
export function Attention({ counts }: { counts: Counts }) {
  const t = useTranslations('admin.overview');
  return (
    <>
      <h2 className="mt-6 mb-2 text-15 font-[620] text-ink-2">{t('waiting')}</h2>
      <ul className="grid border-t-[1.5px] border-rule tablet:grid-cols-3 tablet:gap-x-8">
        {keysOf(waiting).map((key) => (
          <Figure key={key} href={waiting[key]} count={counts[key]} label={t(`counts.${key}`)} loud />
        ))}
      </ul>
      <h2 className="mt-10 mb-2 text-15 font-[620] text-ink-2">{t('decided')}</h2>
      <ul className="grid border-t-[1.5px] border-rule tablet:grid-cols-3 tablet:gap-x-8">
        {keysOf(decided).map((key) => (
          <Figure key={key} href={decided[key]} count={counts[key]} label={t(`counts.${key}`)} />
        ))}
      </ul>
    </>
  );
}

function Figure({
  href,
  count,
  label,
  loud = false,
}: {
  href: string;
  count: number;
  label: string;
  /** Somebody should look: marked while there is any. */
  loud?: boolean;
}) {
  const t = useTranslations('admin.overview');
  const locale = useLocale();
  const waits = loud && count > 0;
  return (
    <li className="border-b border-hairline">
      <a href={href} className="group flex min-h-20 items-baseline gap-4 py-4 tablet:block">
        <span
          className={`display-t5 flex items-center gap-2.5 tabular-nums max-tablet:min-w-[2.5ch] ${waits ? 'text-bad' : count === 0 ? 'text-ink-3' : ''}`}
        >
          {waits ? (
            <>
              <Shape name="diamond" className="size-[18px]" />
              <span className="sr-only">{t('look')} </span>
            </>
          ) : null}
          {new Intl.NumberFormat(locale).format(count)}
        </span>
        <span className="text-15 underline-offset-4 group-hover:underline">{label}</span>
      </a>
    </li>
  );
}
