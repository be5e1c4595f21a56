'use server';

import type { AuthAnswer } from '#components/auth/auth-answer.ts';
import { requestLetter } from '../request-letter.ts';

/** Has a link to choose a new password sent. */
export async function forgotPasswordAction(
  _previous: AuthAnswer | null,
  data: FormData,
): Promise<AuthAnswer> {
  return requestLetter('reset_password', data);
}
