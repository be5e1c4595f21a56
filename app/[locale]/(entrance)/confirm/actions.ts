'use server';

import type { AuthAnswer } from '#components/auth/auth-answer.ts';
import { confirmRegistration } from '#lib/accounts/confirm-registration.ts';
import { beginSession } from '#lib/auth/session.ts';
import { goOn, refused } from '../auth-answers.ts';
import { keyOf } from '../request-letter.ts';

/** Makes the account whose address the key confirms, and logs in. */
export async function confirmAction(_previous: AuthAnswer | null, data: FormData): Promise<AuthAnswer> {
  try {
    const { nextPath, ...entrant } = await confirmRegistration(keyOf(data));
    await beginSession(entrant);
    return goOn(data, nextPath);
  } catch (error) {
    return refused(error, data);
  }
}
