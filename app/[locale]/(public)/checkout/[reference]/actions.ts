'use server';

import { refresh } from 'next/cache';
import { getLocale } from 'next-intl/server';
import type { Refused } from '#components/checkout/action-answers.ts';
import { bookingAccess, rememberBooking } from '#lib/auth/booking-access.ts';
import { currentAccount } from '#lib/auth/session.ts';
import { applyPromoCode } from '#lib/booking/apply-promo-code.ts';
import { extendHold } from '#lib/booking/extend-hold.ts';
import { findBooking } from '#lib/booking/find-booking.ts';
import { holdTickets } from '#lib/booking/hold-tickets.ts';
import { DomainError } from '#lib/errors.ts';
import { getPathname } from '#lib/i18n/navigation.ts';
import { log } from '#lib/log.ts';
import { reconcileBooking } from '#lib/payments/reconcile-payment.ts';
import { releaseHold } from '#lib/payments/release-hold.ts';
import { startPaymentSchema } from '#lib/payments/start-payment.schema.ts';
import { startPayment } from '#lib/payments/start-payment.ts';

/** An expected answer becomes a value; a defect is thrown on, logged, and shown as such. */
async function answer<T>(run: () => Promise<T>): Promise<T | Refused> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof DomainError) return { ok: false, code: error.code, values: error.values };
    throw error;
  }
}

/** Stores who buys and who is coming, and begins the payment. */
export async function start(reference: string, input: unknown) {
  const parsed = startPaymentSchema.safeParse(input);
  if (!parsed.success) return { ok: false, code: 'invalid_input', values: {} } satisfies Refused;
  return answer(async () => {
    const started = await startPayment(reference, parsed.data, await bookingAccess(reference));
    return { ok: true as const, clientSecret: started.kind === 'pay' ? started.clientSecret : null };
  });
}

/** Brings the booking to where Stripe says its payment is. What cannot be learned now, the webhook will tell. */
export async function settle(reference: string): Promise<void> {
  try {
    const { id } = await findBooking(reference, await bookingAccess(reference));
    await reconcileBooking(id);
  } catch (error) {
    log().warn({ err: error }, 'a payment could not be settled from the checkout');
  }
}

export async function extend(reference: string) {
  return answer(async () => {
    await extendHold(reference, await bookingAccess(reference));
    refresh();
    return { ok: true as const };
  });
}

export async function promoCode(reference: string, code: string | null) {
  return answer(async () => {
    await applyPromoCode(reference, code, await bookingAccess(reference));
    refresh();
    return { ok: true as const };
  });
}

export async function giveBack(reference: string) {
  return answer(async () => {
    const access = await bookingAccess(reference);
    const { event } = await findBooking(reference, access);
    await releaseHold(reference, access);
    const locale = await getLocale();
    const href = getPathname({ href: { pathname: '/events/[slug]', params: { slug: event.slug } }, locale });
    return { ok: true as const, href };
  });
}

/** Holds the same tickets anew, after the time was up. */
export async function holdAgain(reference: string) {
  return answer(async () => {
    const booking = await findBooking(reference, await bookingAccess(reference));
    const locale = await getLocale();
    const account = await currentAccount();
    const hold = await holdTickets(
      {
        eventId: booking.event.id,
        items: booking.items.map(({ ticketTypeId, quantity }) => ({ ticketTypeId, quantity })),
        locale,
        ...(booking.promoCode ? { promoCode: booking.promoCode } : {}),
      },
      { userId: account?.actor.userId ?? null },
    );
    await rememberBooking(hold.reference, hold.secret);
    const params = { reference: hold.reference };
    return {
      ok: true as const,
      href: getPathname({ href: { pathname: '/checkout/[reference]', params }, locale }),
    };
  });
}
