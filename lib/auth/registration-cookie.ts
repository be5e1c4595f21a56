import { env } from '../env.ts';
import { isLinkKey, linkKey } from './link-key.ts';

/** How long the cookie is kept, in seconds: as long as the key in the letter works. */
const SECONDS = 24 * 60 * 60;

/** A request has no secret of its own that could change; what cannot be guessed is the signature. */
const STAMP = Buffer.alloc(0);

/** Says of a browser that it is the one in which a registration was asked for. */
export const registrationMark = (requestId: string): string => linkKey('registration', requestId, STAMP);

/** True where the mark is that of this request. */
export const isRegistrationMark = (mark: string | null, requestId: string): boolean =>
  mark !== null && isLinkKey(mark, 'registration', requestId, STAMP);

/** Name and attributes of the cookie with the mark. `lax`, because it comes back from a link in a mail. */
export function registrationCookie() {
  const secure = env().appUrl.startsWith('https:');
  return {
    name: secure ? '__Host-foyer_registration' : 'foyer_registration',
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure, maxAge: SECONDS } as const,
  };
}
