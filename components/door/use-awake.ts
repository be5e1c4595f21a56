'use client';

import { useEffect } from 'react';

/** Keeps the screen from going dark while a page is open, where the browser lets it. */
export function useAwake(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | null = null;
    let here = true;
    const keep = async () => {
      // A browser lets go of it whenever the page is out of sight.
      if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
      try {
        const found = await navigator.wakeLock.request('screen');
        if (here) lock = found;
        else await found.release();
      } catch {
        // A low battery is a good reason to refuse.
      }
    };
    const look = () => {
      keep().catch(() => undefined);
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      here = false;
      document.removeEventListener('visibilitychange', look);
      lock?.release().catch(() => undefined);
    };
  }, []);
}
