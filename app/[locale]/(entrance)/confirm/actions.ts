'use server';

import type { AuthAnswer } from '#components/auth/auth-answer.ts';
import { choosesPassword, confirmRegistration } from '#lib/accounts/confirm-registration.ts';
import { resetPasswordSchema } from '#lib/accounts/reset-password.schema.ts';
import { beginSession } from '#lib/auth/session.ts';
import { arrivesAt, goOn, incomplete, refused } from '../auth-answers.ts';
import { markOfBrowser } from '../registration-mark.ts';
import { keyOf } from '../request-letter.ts';

/** Makes the account whose address the key confirms, and logs in. */
export async function confirmAction(_previous: AuthAnswer | null, data: FormData): Promise<AuthAnswer> {
  const key = keyOf(data);
  const mark = await markOfBrowser();
  const input = resetPasswordSchema.safeParse(Object.fromEntries(data));
  if (!input.success && (await choosesPassword(key, mark))) return incomplete(input.error, data);
  try {
    const password = input.success ? input.data.password : null;
    const { nextPath, ...entrant } = await confirmRegistration({ key, password }, mark);
    await beginSession(entrant);
    return goOn(data, nextPath ?? arrivesAt('/bookings', 'account', data));
  } catch (error) {
    return refused(error, data);
  }
}
