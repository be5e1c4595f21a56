'use client';

import { type Dispatch, type SetStateAction, useEffect, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { StartPaymentInput } from '#lib/payments/start-payment.schema.ts';
import { keepTyped, takeTyped, tickedBefore, typedBefore } from './typed-values.ts';

/** The ids of the checkout's fields, which others find them by. */
export const fieldIds = {
  buyerName: 'buyer-name',
  buyerEmail: 'buyer-email',
  same: 'same-as-buyer',
  terms: 'accept-terms',
  marketing: 'marketing-consent',
  attendeeName: (index: number) => `attendee-${index}`,
  attendeeEmail: (index: number) => `attendee-${index}-email`,
} as const;

/**
 * Nothing that was typed into a checkout is lost: not by a reload, the end of the hold or a look at the event, and not
 * when it was typed before the page's scripts ran.
 *
 * @param booking whose form it is
 * @param leaving the booking is done: nothing needs to be kept
 * @returns whether the first ticket is the buyer's, which the form does not know as a value of its own
 */
export function useTypedValues(
  { setValue, getValues }: Pick<UseFormReturn<StartPaymentInput>, 'setValue' | 'getValues'>,
  booking: {
    reference: string;
    event: { id: string };
    tickets: readonly unknown[];
    buyer: { name: string };
    attendees: readonly { name: string }[];
  },
  leaving: boolean,
): [same: boolean, setSame: Dispatch<SetStateAction<boolean>>] {
  const { reference, event, tickets } = booking;
  const count = tickets.length;
  const first = booking.attendees[0]?.name;
  // Most people buy for themselves as well.
  const [same, setSame] = useState(first === undefined || first === booking.buyer.name);
  const [early] = useState(() => ({
    typed: typedBefore(idsOf(count)),
    same: tickedBefore(fieldIds.same),
    terms: tickedBefore(fieldIds.terms) ?? false,
    marketing: tickedBefore(fieldIds.marketing) ?? false,
  }));

  useEffect(() => {
    const kept = takeTyped(event.id, reference);
    const put = (name: Parameters<typeof setValue>[0], id: string, value: string | undefined) => {
      const wanted = early.typed.get(id) ?? value;
      if (wanted !== undefined) setValue(name, wanted);
    };
    put('buyerName', fieldIds.buyerName, kept?.buyerName);
    put('buyerEmail', fieldIds.buyerEmail, kept?.buyerEmail);
    for (let index = 0; index < count; index += 1) {
      const attendee = kept?.attendees[index];
      put(`attendees.${index}.name`, fieldIds.attendeeName(index), attendee?.name);
      put(`attendees.${index}.email`, fieldIds.attendeeEmail(index), attendee?.email);
    }
    if (kept?.ticks.terms || early.terms) setValue('acceptTerms', true);
    if (kept?.ticks.marketing || early.marketing) setValue('marketingConsent', true);
    if (kept) setSame(kept.ticks.same);
    else if (early.same !== null) setSame(early.same);
  }, [event.id, reference, count, early, setValue]);

  useEffect(() => {
    // Kept when the page goes, by whatever way.
    const keep = () => {
      const { buyerName, buyerEmail, attendees, acceptTerms, marketingConsent } = getValues();
      const ticks = { same, terms: acceptTerms === true, marketing: marketingConsent };
      keepTyped(event.id, { reference, buyerName, buyerEmail, attendees, ticks });
    };
    if (leaving) return;
    window.addEventListener('pagehide', keep);
    return () => window.removeEventListener('pagehide', keep);
  }, [leaving, event.id, reference, same, getValues]);

  return [same, setSame];
}

function idsOf(count: number): string[] {
  const attendees = Array.from({ length: count }, (_, index) => [
    fieldIds.attendeeName(index),
    fieldIds.attendeeEmail(index),
  ]);
  return [fieldIds.buyerName, fieldIds.buyerEmail, ...attendees.flat()];
}
