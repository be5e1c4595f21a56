'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useRef } from 'react';
import type { HoldState } from './action-answers.ts';

/** How often the server is asked, and how far the page may be off before it is drawn anew, in milliseconds. */
const EVERY = 20_000;
const OFF = 2_000;
/** How soon it is asked again where the page says 0:00 and the server has not said so, in milliseconds. */
const SOON = 1_000;

/**
 * Keeps the clock of a checkout with the server's: another tab may have asked for more time, paid, or given the tickets
 * back. It is asked now and then, when somebody comes back to the page, and before the page says that the time is up.
 *
 * @returns what to do when the time seems to be up
 */
export function useTrueClock(
  time: { millisecondsLeft: number },
  holdState: () => Promise<HoldState | null>,
  over: boolean,
  setOver: (over: boolean) => void,
): () => void {
  const router = useRouter();
  const end = useRef(0);
  useEffect(() => {
    end.current = performance.now() + time.millisecondsLeft;
  }, [time.millisecondsLeft]);

  // A new function each time the page is drawn, and always the same question.
  const question = useRef(holdState);
  useEffect(() => {
    question.current = holdState;
  });

  const again = useRef<ReturnType<typeof setTimeout>>(undefined);
  const ask = useCallback(async () => {
    clearTimeout(again.current);
    const state = await question.current().catch(() => null);
    if (state?.kind === 'over') return setOver(true);
    // Paid, or given back: the page leads on to the booking.
    if (state?.kind === 'done') return router.refresh();
    const left = end.current - performance.now();
    if (state && Math.abs(left - state.millisecondsLeft) > OFF) router.refresh();
    else if (left <= OFF) {
      again.current = setTimeout(() => void ask(), Math.max(SOON, state?.millisecondsLeft ?? 0));
    }
  }, [router, setOver]);

  useEffect(() => {
    if (over) return;
    const look = () => {
      if (document.visibilityState === 'visible') void ask();
    };
    const timer = setInterval(look, EVERY);
    document.addEventListener('visibilitychange', look);
    window.addEventListener('focus', look);
    return () => {
      clearInterval(timer);
      clearTimeout(again.current);
      document.removeEventListener('visibilitychange', look);
      window.removeEventListener('focus', look);
    };
  }, [over, ask]);

  return useCallback(() => void ask(), [ask]);
}
