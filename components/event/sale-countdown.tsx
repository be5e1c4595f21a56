'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { timeLeft } from './time-left.ts';

/**
 * Counts down to when tickets can be had, by the server's clock, then asks for the page again. Nothing is read out while it
 * runs: the sentence beside it names the moment.
 */
export function SaleCountdown({ until, now }: { until: Date; now: Date }) {
  // messages: countdown.*
  const t = useTranslations('countdown');
  const router = useRouter();
  const [left, setLeft] = useState(until.getTime() - now.getTime());

  useEffect(() => {
    const behind = now.getTime() - Date.now();
    const timer = setInterval(() => {
      const rest = until.getTime() - Date.now() - behind;
      setLeft(rest);
      if (rest > 0) return;
      clearInterval(timer);
      router.refresh();
    }, 1000);
    return () => clearInterval(timer);
  }, [until, now, router]);

  const parts = timeLeft(left);
  if (parts.length === 0) return <p role="status">{t('now')}</p>;
  return (
    <p className="mt-0.5 mb-3 flex flex-wrap gap-x-8 gap-y-3">
      {parts.map(({ unit, count }, index) => (
        <span key={unit}>
          <b className="block font-display text-[3.75rem] leading-[0.86] font-[820] tracking-[-0.025em] tabular-nums [font-stretch:66%] tablet:text-[4.25rem]">
            {index === 0 ? count : String(count).padStart(2, '0')}
          </b>
          <span className="text-t1 text-ink-2">{t(unit, { count })}</span>
        </span>
      ))}
    </p>
  );
}
