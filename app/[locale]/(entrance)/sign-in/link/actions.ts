'use server';

import type { AuthAnswer } from '#components/auth/auth-answer.ts';
import { redeemSignInLink } from '#lib/accounts/redeem-sign-in-link.ts';
import { beginSession } from '#lib/auth/session.ts';
import { goOn, refused } from '../../auth-answers.ts';
import { keyOf, requestLetter } from '../../request-letter.ts';

/** Has a link to log in sent. */
export async function requestLinkAction(_previous: AuthAnswer | null, data: FormData): Promise<AuthAnswer> {
  return requestLetter('sign_in', data);
}

/** Logs in with the key of such a link. */
export async function redeemLinkAction(_previous: AuthAnswer | null, data: FormData): Promise<AuthAnswer> {
  try {
    const { nextPath, ...entrant } = await redeemSignInLink(keyOf(data));
    await beginSession(entrant);
    return goOn(data, nextPath);
  } catch (error) {
    return refused(error, data);
  }
}
