'use server';

import { refresh } from 'next/cache';
import type { AuthAnswer } from '#components/auth/auth-answer.ts';
import { confirmEmailChange } from '#lib/accounts/confirm-email-change.ts';
import { refuseEmailChange } from '#lib/accounts/end-email-changes.ts';
import { refused } from '../auth-answers.ts';
import { keyOf } from '../request-letter.ts';

/** One of the two mailboxes says yes; the page then says what is missing, or that it is done. */
export async function confirmEmailChangeAction(
  _previous: AuthAnswer | null,
  data: FormData,
): Promise<AuthAnswer | null> {
  try {
    await confirmEmailChange(keyOf(data));
    refresh();
    return null;
  } catch (error) {
    return refused(error, data);
  }
}

/** One of them says no, and it is over. */
export async function refuseEmailChangeAction(
  _previous: AuthAnswer | null,
  data: FormData,
): Promise<AuthAnswer | null> {
  try {
    await refuseEmailChange(keyOf(data));
    refresh();
    return null;
  } catch (error) {
    return refused(error, data);
  }
}
