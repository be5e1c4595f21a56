'use server';

import { refresh } from 'next/cache';
import { headers } from 'next/headers';
import { getLocale, getTranslations } from 'next-intl/server';
import { fieldOf, incomplete, refused } from '#app/form-answers.ts';
import type { FormAnswer } from '#components/ui/use-form-action.ts';
import { holderAccess } from '#lib/auth/booking-access.ts';
import { addressFrom } from '#lib/auth/client-address.ts';
import { countLetterRequest } from '#lib/auth/rate-limits.ts';
import { nameOnTicketSchema } from '#lib/transfers/name-on-ticket.schema.ts';
import { offerTicketSchema } from '#lib/transfers/offer-ticket.schema.ts';
import { offerTicket } from '#lib/transfers/offer-ticket.ts';
import { renameTicket } from '#lib/transfers/rename-ticket.ts';
import { withdrawOffer } from '#lib/transfers/withdraw-offer.ts';
import { ticketProblems } from './ticket-problems.ts';

/** The ticket a form is about, and who sends it. */
async function held(data: FormData) {
  const code = fieldOf(data, 'ticket');
  return { code, access: await holderAccess(code, fieldOf(data, 'booking')) };
}

export async function renameAction(_previous: FormAnswer | null, data: FormData): Promise<FormAnswer> {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('holder.rename')]);
  const input = nameOnTicketSchema.safeParse(Object.fromEntries(data));
  if (!input.success) return incomplete(input.error, data, await ticketProblems());
  try {
    const { code, access } = await held(data);
    const { changed } = await renameTicket(code, access, input.data);
    refresh();
    return { kind: 'done', message: changed ? t('done') : t('same') };
  } catch (error) {
    return refused(error, data, locale);
  }
}

export async function offerAction(_previous: FormAnswer | null, data: FormData): Promise<FormAnswer> {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('holder.offer')]);
  const input = offerTicketSchema.safeParse(Object.fromEntries(data));
  if (!input.success) {
    const say = await ticketProblems();
    const missing = { name_missing: t('nameMissing'), email_missing: t('emailMissing') };
    return incomplete(input.error, data, (code) =>
      code === 'name_missing' || code === 'email_missing' ? missing[code] : say(code),
    );
  }
  try {
    const { code, access } = await held(data);
    await countLetterRequest(addressFrom(await headers()));
    await offerTicket(code, access, input.data, locale);
    refresh();
    return { kind: 'done', message: t('done', { email: input.data.email }) };
  } catch (error) {
    return refused(error, data, locale);
  }
}

export async function withdrawAction(_previous: FormAnswer | null, data: FormData): Promise<FormAnswer> {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('holder.open')]);
  try {
    const { code, access } = await held(data);
    await withdrawOffer(code, access);
    refresh();
    return { kind: 'done', message: t('done') };
  } catch (error) {
    return refused(error, data, locale);
  }
}
