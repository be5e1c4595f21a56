'use server';

import type { AuthAnswer } from '#components/auth/auth-answer.ts';
import { requestLetterSchema } from '#lib/accounts/request-letter.schema.ts';
import { findMyTickets } from '#lib/booking/find-my-tickets.ts';
import { incomplete, refused, requestFrom } from '../auth-answers.ts';

/** Has links to their bookings sent to a buyer. The answer is the same for every address. */
export async function findTicketsAction(_previous: AuthAnswer | null, data: FormData): Promise<AuthAnswer> {
  const input = requestLetterSchema.safeParse(Object.fromEntries(data));
  if (!input.success) return incomplete(input.error, data);
  try {
    await findMyTickets(input.data.email, await requestFrom(data));
  } catch (error) {
    return refused(error, data);
  }
  return { kind: 'mailed', email: input.data.email };
}
