'use server';

import type { AuthAnswer } from '#components/auth/auth-answer.ts';
import { resetPasswordSchema } from '#lib/accounts/reset-password.schema.ts';
import { resetPassword } from '#lib/accounts/reset-password.ts';
import { nextPath } from '#lib/auth/next-path.ts';
import { beginSession } from '#lib/auth/session.ts';
import { arrivesAt, goOn, incomplete, refused } from '../auth-answers.ts';

/** Changes the password that was forgotten, and logs in. */
export async function resetPasswordAction(_previous: AuthAnswer | null, data: FormData): Promise<AuthAnswer> {
  const input = resetPasswordSchema.safeParse(Object.fromEntries(data));
  if (!input.success) return incomplete(input.error, data);
  try {
    await beginSession(await resetPassword(input.data));
  } catch (error) {
    return refused(error, data);
  }
  return goOn(data, nextPath(data.get('next')) ?? arrivesAt('/account', 'password', data));
}
