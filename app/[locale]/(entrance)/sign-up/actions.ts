'use server';

import type { AuthAnswer } from '#components/auth/auth-answer.ts';
import { registerSchema } from '#lib/accounts/register.schema.ts';
import { register } from '#lib/accounts/register.ts';
import { incomplete, refused, requestFrom } from '../auth-answers.ts';
import { markBrowser } from '../registration-mark.ts';

/** Asks for an account; there is one once the address has been confirmed. */
export async function signUpAction(_previous: AuthAnswer | null, data: FormData): Promise<AuthAnswer> {
  const input = registerSchema.safeParse({
    ...Object.fromEntries(data),
    acceptTerms: data.has('acceptTerms'),
    marketingConsent: data.has('marketingConsent'),
  });
  if (!input.success) return incomplete(input.error, data);
  try {
    const { mark } = await register(input.data, await requestFrom(data));
    await markBrowser(mark);
  } catch (error) {
    return refused(error, data);
  }
  return { kind: 'mailed', email: input.data.email };
}
