'use server';

import { refresh } from 'next/cache';
import { headers } from 'next/headers';
import { getLocale, getTranslations } from 'next-intl/server';
import { parseChoice } from '#components/event/parse-choice.ts';
import type { HoldRefusal } from '#components/event/ticket-picker.tsx';
import { rememberBooking } from '#lib/auth/booking-access.ts';
import { limitHold } from '#lib/auth/buying-limits.ts';
import { addressFrom } from '#lib/auth/client-address.ts';
import { currentAccount } from '#lib/auth/session.ts';
import { holdTicketsSchema } from '#lib/booking/hold-tickets.schema.ts';
import { holdTickets } from '#lib/booking/hold-tickets.ts';
import { DomainError } from '#lib/errors.ts';
import { redirect } from '#lib/i18n/navigation.ts';

/** Holds what was chosen and goes to checkout; answers why, when nothing could be held. */
export async function hold(_last: HoldRefusal | null, form: FormData): Promise<HoldRefusal | null> {
  // messages: errors.*
  const [locale, words] = await Promise.all([getLocale(), getTranslations('errors')]);
  const { choice, items, ...rest } = parseChoice(form);
  const refuse = (code: HoldRefusal['code'], values: HoldRefusal['values'] = {}): HoldRefusal => {
    // What is left has changed since the page was read.
    refresh();
    return { code, values, words: words(code, values), choice, promoCode: rest.promoCode ?? '' };
  };
  if (items.length === 0) return refuse('nothing_chosen');
  const input = holdTicketsSchema.safeParse({ ...rest, items, locale });
  if (!input.success) return refuse('invalid_input');
  const account = await currentAccount();
  let reference: string;
  try {
    const wish = {
      eventId: input.data.eventId,
      tickets: input.data.items.reduce((sum, item) => sum + item.quantity, 0),
      promoCode: input.data.promoCode !== undefined,
    };
    const held = await limitHold(addressFrom(await headers()), wish, () =>
      holdTickets(input.data, { userId: account?.actor.userId ?? null }),
    );
    await rememberBooking(held.reference, held.secret);
    reference = held.reference;
  } catch (error) {
    if (error instanceof DomainError) return refuse(error.code, error.values);
    throw error;
  }
  return redirect({ href: { pathname: '/checkout/[reference]', params: { reference } }, locale });
}
