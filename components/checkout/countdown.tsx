'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useState } from 'react';

/** When the time left is read out, in seconds: often enough to know, seldom enough to type in peace. */
const ANNOUNCED = [300, 60, 15];

/**
 * The time that is left, to the second, by the server's clock: only the difference counts, so a wrong clock in the
 * browser does no harm.
 */
export function Countdown({
  millisecondsLeft,
  wholeMilliseconds,
  title,
  onOver,
  children,
}: {
  millisecondsLeft: number;
  /** What the line's full length stands for. */
  wholeMilliseconds: number;
  /** What is held: it stands in the browser's tab beside the time. */
  title: string;
  onOver: () => void;
  /** Until when, and how to get more. */
  children: ReactNode;
}) {
  const t = useTranslations('checkout.countdown');
  const [left, setLeft] = useState(millisecondsLeft);
  const [spoken, setSpoken] = useState('');

  useEffect(() => {
    const end = performance.now() + millisecondsLeft;
    const tick = () => setLeft(Math.max(0, end - performance.now()));
    tick();
    const timer = setInterval(tick, 250);
    return () => clearInterval(timer);
  }, [millisecondsLeft]);

  const seconds = Math.ceil(left / 1000);
  useEffect(() => {
    if (seconds === 0) {
      setSpoken(t('over'));
      onOver();
    } else if (ANNOUNCED.includes(seconds)) {
      setSpoken(
        seconds < 60 ? t('seconds', { seconds }) : t('announce', { minutes: Math.floor(seconds / 60) }),
      );
    }
  }, [seconds, onOver, t]);

  // The last minute looks different at a glance.
  const late = seconds <= 60;
  const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  useEffect(() => {
    const before = document.title;
    return () => {
      document.title = before;
    };
  }, []);
  useEffect(() => {
    // Whoever looks something up in another tab sees the time left in this one's.
    document.title = `${clock} · ${title}`;
  }, [clock, title]);
  return (
    <div
      className={`rounded p-5 transition-colors duration-500 max-desk:-mx-[var(--margin)] max-desk:rounded-none max-desk:px-[var(--margin)] max-desk:py-3 ${late ? 'bg-tint-ink text-tint-field' : 'bg-tint-field text-tint-ink'}`}
    >
      <p className="flex items-baseline gap-4 desk:block">
        <span
          role="timer"
          aria-label={t('label')}
          className="display shrink-0 whitespace-nowrap tabular-nums max-desk:display-t4 desk:text-[72px] desk:leading-none"
        >
          {clock}
        </span>
        <span className="text-15 desk:mt-3 desk:block">{children}</span>
      </p>
      <div className="mt-2 h-1 bg-current/25" aria-hidden="true">
        <div
          className={`h-full bg-current ${late ? 'motion-safe:animate-[breathe_1s_ease-in-out_infinite_alternate]' : ''}`}
          style={{ width: `${Math.min(100, (left / wholeMilliseconds) * 100)}%` }}
        />
      </div>
      <p className="sr-only" aria-live="polite">
        {spoken}
      </p>
    </div>
  );
}
