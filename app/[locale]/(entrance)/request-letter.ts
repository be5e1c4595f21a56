import type { AuthAnswer } from '#components/auth/auth-answer.ts';
import { type RequestKind, requestByMail } from '#lib/accounts/account-request.ts';
import { requestLetterSchema } from '#lib/accounts/request-letter.schema.ts';
import { incomplete, refused, requestFrom } from './auth-answers.ts';

/** Has a link sent to an address. The answer is the same for every address. */
export async function requestLetter(kind: RequestKind, data: FormData): Promise<AuthAnswer> {
  const input = requestLetterSchema.safeParse(Object.fromEntries(data));
  if (!input.success) return incomplete(input.error, data);
  try {
    await requestByMail(kind, input.data.email, await requestFrom(data));
  } catch (error) {
    return refused(error, data);
  }
  return { kind: 'mailed', email: input.data.email };
}

/** The key of a form, whatever was sent as one. */
export function keyOf(data: FormData): string {
  const key = data.get('key');
  return typeof key === 'string' ? key : '';
}
