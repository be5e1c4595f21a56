'use server';

import { getLocale, getTranslations } from 'next-intl/server';
import { fieldOf, refused } from '#app/form-answers.ts';
import type { FormAnswer } from '#components/ui/use-form-action.ts';
import { bookingAccess, rememberBooking } from '#lib/auth/booking-access.ts';
import { renewBookingLinks } from '#lib/booking/renew-booking-links.ts';
import { resendTickets } from '#lib/booking/resend-tickets.ts';

/** Has the mail with the tickets sent to their buyer once more. */
export async function resendAction(_previous: FormAnswer | null, data: FormData): Promise<FormAnswer> {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('holder.mail')]);
  const reference = fieldOf(data, 'booking');
  try {
    await resendTickets(reference, await bookingAccess(reference));
    return { kind: 'done', message: t('resend.done') };
  } catch (error) {
    return refused(error, data, locale);
  }
}

/** Makes all links to the booking void but the one this browser gets, and the one in the mail that goes out. */
export async function renewAction(_previous: FormAnswer | null, data: FormData): Promise<FormAnswer> {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('holder.mail')]);
  const reference = fieldOf(data, 'booking');
  try {
    const access = await bookingAccess(reference);
    const key = await renewBookingLinks(reference, access);
    // Whoever got here by their account needs no key in this browser.
    if (access.key !== null) await rememberBooking(reference, key);
    return { kind: 'done', message: t('renew.done') };
  } catch (error) {
    return refused(error, data, locale);
  }
}
