'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useRef } from 'react';

/** How often the server is asked, and how far the page may be off before it is drawn anew, in milliseconds. */
const EVERY = 20_000;
const OFF = 2_000;

/**
 * Keeps the clock of a checkout with the server's: another tab may have asked for more time or given the tickets back. It
 * is asked now and then, when somebody comes back to the page, and before the page says that the time is up.
 *
 * @returns what to do when the time seems to be up
 */
export function useTrueClock(
  time: { millisecondsLeft: number },
  timeLeft: () => Promise<number | null>,
  over: boolean,
  setOver: (over: boolean) => void,
): () => void {
  const router = useRouter();
  const end = useRef(0);
  useEffect(() => {
    end.current = performance.now() + time.millisecondsLeft;
  }, [time.millisecondsLeft]);

  // A new function each time the page is drawn, and always the same question.
  const question = useRef(timeLeft);
  useEffect(() => {
    question.current = timeLeft;
  });

  const ask = useCallback(
    async (isUp: boolean) => {
      const left = await question.current().catch(() => null);
      if (left === 0 || (isUp && left === null)) setOver(true);
      else if (left !== null && Math.abs(end.current - performance.now() - left) > OFF) router.refresh();
    },
    [router, setOver],
  );

  useEffect(() => {
    if (over) return;
    const look = () => {
      if (document.visibilityState === 'visible') void ask(false);
    };
    const timer = setInterval(look, EVERY);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [over, ask]);

  return useCallback(() => void ask(true), [ask]);
}
