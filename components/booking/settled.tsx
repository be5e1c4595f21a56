'use client';

import { useEffect } from 'react';
import { forgetInAddress } from '../ui/forget-in-address.ts';

/** For the page of a booking that is paid: its address says no longer that somebody comes from paying. */
export function Settled() {
  useEffect(() => forgetInAddress('confirming'), []);
  return null;
}
