'use client';

import { useEffect } from 'react';
import { forgetHold } from '../checkout/open-hold.ts';
import { forgetInAddress } from '../ui/forget-in-address.ts';

/** For the page of a booking that is paid: nothing says any longer that somebody comes from paying, or has to pay. */
export function Settled({ eventId }: { eventId: string }) {
  useEffect(() => {
    forgetInAddress('confirming');
    forgetHold(eventId);
  }, [eventId]);
  return null;
}
