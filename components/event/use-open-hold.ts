'use client';

import { useEffect, useState } from 'react';
import { type OpenHold, readHold } from '../checkout/open-hold.ts';

/** What this tab holds for an event already, if anything; also on the way back from the checkout. */
export function useOpenHold(eventId: string): OpenHold | null {
  const [held, setHeld] = useState<OpenHold | null>(null);
  useEffect(() => {
    const look = () => setHeld(readHold(eventId));
    look();
    // A page that the browser has kept as it was begins nothing anew, but it is shown.
    window.addEventListener('pageshow', look);
    return () => window.removeEventListener('pageshow', look);
  }, [eventId]);
  return held;
}
