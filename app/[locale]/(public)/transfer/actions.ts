'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { fieldOf, incomplete, refused } from '#app/form-answers.ts';
import type { FormAnswer } from '#components/ui/use-form-action.ts';
import { rememberTicket } from '#lib/auth/booking-access.ts';
import { currentActor } from '#lib/auth/session.ts';
import { getPathname } from '#lib/i18n/navigation.ts';
import { claimTicket } from '#lib/transfers/claim-ticket.ts';
import { declineOffer } from '#lib/transfers/decline-offer.ts';
import { nameOnTicketSchema } from '#lib/transfers/name-on-ticket.schema.ts';
import { ticketProblems } from '../tickets/ticket-problems.ts';

/** Takes the ticket that a key in a mail offers, and goes to it. */
export async function claimAction(_previous: FormAnswer | null, data: FormData): Promise<FormAnswer> {
  const locale = await getLocale();
  const input = nameOnTicketSchema.safeParse(Object.fromEntries(data));
  if (!input.success) return incomplete(input.error, data, await ticketProblems());
  let code: string;
  try {
    const taken = await claimTicket(fieldOf(data, 'key'), await currentActor(), input.data);
    await rememberTicket(taken.code, taken.key);
    code = taken.code;
  } catch (error) {
    return refused(error, data, locale);
  }
  redirect(getPathname({ href: { pathname: '/tickets/[code]', params: { code } }, locale }));
}

/** Says no to it; the page then says so. */
export async function declineAction(_previous: FormAnswer | null, data: FormData): Promise<FormAnswer> {
  try {
    await declineOffer(fieldOf(data, 'key'), await currentActor());
  } catch (error) {
    return refused(error, data, await getLocale());
  }
  refresh();
  return { kind: 'done', message: '' };
}
