'use server';

import { headers } from 'next/headers';
import type { AuthAnswer } from '#components/auth/auth-answer.ts';
import { registerSchema } from '#lib/accounts/register.schema.ts';
import { register } from '#lib/accounts/register.ts';
import { addressFrom } from '#lib/auth/client-address.ts';
import { beginSession } from '#lib/auth/session.ts';
import { DomainError } from '#lib/errors.ts';
import { fieldProblem, goOn, incomplete, localeOf, refused } from '../auth-answers.ts';

/** Makes an account and signs in. */
export async function signUpAction(_previous: AuthAnswer | null, data: FormData): Promise<AuthAnswer> {
  const input = registerSchema.safeParse(Object.fromEntries(data));
  if (!input.success) return incomplete(input.error, data);
  try {
    const from = { address: addressFrom(await headers()), locale: localeOf(data) };
    const { userId } = await register(input.data, from);
    await beginSession(userId);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'email_taken') {
      return fieldProblem('email', error.code, data);
    }
    return refused(error, data);
  }
  return goOn(data);
}
