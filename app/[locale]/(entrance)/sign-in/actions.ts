'use server';

import { headers } from 'next/headers';
import type { AuthAnswer } from '#components/auth/auth-answer.ts';
import { addressFrom } from '#lib/auth/client-address.ts';
import { beginSession } from '#lib/auth/session.ts';
import { signInSchema } from '#lib/auth/sign-in.schema.ts';
import { signIn } from '#lib/auth/sign-in.ts';
import { goOn, incomplete, refused } from '../auth-answers.ts';

/** Signs in with address and password. */
export async function signInAction(_previous: AuthAnswer | null, data: FormData): Promise<AuthAnswer> {
  const input = signInSchema.safeParse(Object.fromEntries(data));
  if (!input.success) return incomplete(input.error, data);
  try {
    await beginSession(await signIn(input.data, addressFrom(await headers())));
  } catch (error) {
    return refused(error, data);
  }
  return goOn(data);
}
