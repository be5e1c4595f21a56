'use server';

import { refresh } from 'next/cache';
import { headers } from 'next/headers';
import { getLocale } from 'next-intl/server';
import type { HoldState, Refused } from '#components/checkout/action-answers.ts';
import { bookingAccess, rememberBooking } from '#lib/auth/booking-access.ts';
import { countCheckoutStart, limitHold, limitPromoCode } from '#lib/auth/buying-limits.ts';
import { addressFrom } from '#lib/auth/client-address.ts';
import { currentAccount } from '#lib/auth/session.ts';
import { applyPromoCode } from '#lib/booking/apply-promo-code.ts';
import type { BookingAccess } from '#lib/booking/booking-access.ts';
import { extendHold } from '#lib/booking/extend-hold.ts';
import { findBooking } from '#lib/booking/find-booking.ts';
import { promoCodeSchema } from '#lib/booking/hold-tickets.schema.ts';
import { holdTickets } from '#lib/booking/hold-tickets.ts';
import { DomainError } from '#lib/errors.ts';
import { getPathname } from '#lib/i18n/navigation.ts';
import { log } from '#lib/log.ts';
import { reconcileBooking } from '#lib/payments/reconcile-payment.ts';
import { releaseHold } from '#lib/payments/release-hold.ts';
import { startPaymentSchema } from '#lib/payments/start-payment.schema.ts';
import { startPayment } from '#lib/payments/start-payment.ts';

/**
 * Does something with a booking. An expected answer becomes a value; a defect is thrown on, logged, and shown as such.
 * Anybody can call an action with anything, so the reference may be no text at all.
 */
async function answer<T>(
  reference: unknown,
  run: (reference: string, access: BookingAccess) => Promise<T>,
): Promise<T | Refused> {
  try {
    if (typeof reference !== 'string') throw new DomainError('not_found');
    return await run(reference, await bookingAccess(reference));
  } catch (error) {
    if (error instanceof DomainError) return { ok: false, code: error.code, values: error.values };
    throw error;
  }
}

/** Stores who buys and who is coming, and begins the payment. */
export async function start(given: string, input: unknown) {
  const parsed = startPaymentSchema.safeParse(input);
  if (!parsed.success) return { ok: false, code: 'invalid_input', values: {} } satisfies Refused;
  return answer(given, async (reference, access) => {
    await countCheckoutStart(addressFrom(await headers()));
    const started = await startPayment(reference, parsed.data, access, await getLocale());
    return { ok: true as const, clientSecret: started.kind === 'pay' ? started.clientSecret : null };
  });
}

/**
 * Brings the booking to where Stripe says its payment is. What cannot be learned now, the webhook will tell.
 *
 * @returns true when it is certain that nothing was paid
 */
export async function settle(given: string): Promise<boolean> {
  try {
    const unpaid = await answer(given, async (reference, access) => {
      const { id } = await findBooking(reference, access);
      await reconcileBooking(id);
      const { status, payment } = await findBooking(reference, access);
      return ['held', 'paying'].includes(status) && payment?.status === 'requires_payment_method';
    });
    // The try to pay has given the hold more time: the clock that runs must know.
    if (unpaid === true) refresh();
    return unpaid === true;
  } catch (error) {
    log().warn({ err: error }, 'a payment could not be settled from the checkout');
    return false;
  }
}

/** How the hold stands by the server's clock; null when that cannot be learned. */
export async function holdState(given: string): Promise<HoldState | null> {
  try {
    const state = await answer(given, async (reference, access) => {
      const { status, now, expiresAt } = await findBooking(reference, access);
      const millisecondsLeft = Math.max(0, expiresAt.getTime() - now.getTime());
      // While a payment is under way only Stripe can say that it is over.
      if (status === 'paying') return { kind: 'held', millisecondsLeft } as const;
      if (status === 'held' && millisecondsLeft > 0) return { kind: 'held', millisecondsLeft } as const;
      return { kind: status === 'held' || status === 'expired' ? 'over' : 'done' } as const;
    });
    return 'kind' in state ? state : null;
  } catch (error) {
    log().warn({ err: error }, 'a checkout could not learn how its hold stands');
    return null;
  }
}

export async function extend(given: string) {
  return answer(given, async (reference, access) => {
    await extendHold(reference, access);
    refresh();
    return { ok: true as const };
  });
}

export async function promoCode(given: string, code: string | null) {
  return answer(given, async (reference, access) => {
    const typed = promoCodeSchema.nullable().safeParse(code);
    if (!typed.success) throw new DomainError('promo_unknown');
    if (typed.data === null) await applyPromoCode(reference, null, access);
    else {
      const { event } = await findBooking(reference, access);
      await limitPromoCode(addressFrom(await headers()), event.id, () =>
        applyPromoCode(reference, typed.data, access),
      );
    }
    refresh();
    return { ok: true as const };
  });
}

export async function giveBack(given: string) {
  return answer(given, async (reference, access) => {
    const { event } = await findBooking(reference, access);
    await releaseHold(reference, access);
    const locale = await getLocale();
    const params = { slug: event.slug };
    const query = { done: 'given-back' };
    const href = getPathname({ href: { pathname: '/events/[slug]', params, query }, locale });
    return { ok: true as const, href };
  });
}

/** Holds the same tickets anew, after the time was up. */
export async function holdAgain(given: string) {
  return answer(given, async (reference, access) => {
    // Staff may look at a booking, but buy nothing by it.
    const booking = await findBooking(reference, access, 'booking.change');
    const locale = await getLocale();
    const account = await currentAccount();
    const wish = {
      eventId: booking.event.id,
      tickets: booking.items.reduce((sum, item) => sum + item.quantity, 0),
      promoCode: booking.promoCode !== null,
    };
    const hold = await limitHold(addressFrom(await headers()), wish, () =>
      holdTickets(
        {
          eventId: booking.event.id,
          items: booking.items.map(({ ticketTypeId, quantity }) => ({ ticketTypeId, quantity })),
          locale,
          ...(booking.promoCode ? { promoCode: booking.promoCode } : {}),
        },
        { userId: account?.actor.userId ?? null },
      ),
    );
    await rememberBooking(hold.reference, hold.secret);
    const params = { reference: hold.reference };
    return {
      ok: true as const,
      href: getPathname({ href: { pathname: '/checkout/[reference]', params }, locale }),
    };
  });
}
