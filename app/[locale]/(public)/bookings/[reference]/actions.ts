'use server';

import { refresh } from 'next/cache';
import { bookingAccess } from '#lib/auth/booking-access.ts';
import { claimBooking } from '#lib/booking/claim-booking.ts';

/** Puts the booking into the account of whoever is signed in. */
export async function claim(reference: string): Promise<void> {
  await claimBooking(reference, await bookingAccess(reference));
  refresh();
}
