import { decode, encode } from 'next-auth/jwt';
import { z } from 'zod';
import { env } from '../env.ts';
import { SESSION_DAYS, type SessionIds } from './session-row.ts';

/** How long the browser keeps the cookie, in seconds. The row in the database may end it sooner. */
export const SESSION_SECONDS = SESSION_DAYS * 24 * 60 * 60;

/**
 * Name and attributes of the session cookie, the same for next-auth and for us. Over https it takes the `__Host-`
 * prefix, by which a browser accepts it from this very host alone
 * (https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Set-Cookie).
 */
export function sessionCookie() {
  const secure = env().appUrl.startsWith('https:');
  return {
    name: secure ? '__Host-foyer_session' : 'foyer_session',
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure } as const,
  };
}

/** Seals the ids of a session into next-auth's encrypted token: the value of the cookie. */
export function sealSession({ userId, sessionId }: SessionIds): Promise<string> {
  return encode({
    token: { sub: userId, sid: sessionId },
    secret: env().authSecret,
    maxAge: SESSION_SECONDS,
  });
}

const sealed = z.object({ sub: z.uuid(), sid: z.uuid() });

/** Opens the value of a session cookie. Null for anything that was not sealed here, or too long ago. */
export async function openSession(value: string | undefined): Promise<SessionIds | null> {
  if (!value) return null;
  try {
    const parsed = sealed.safeParse(await decode({ token: value, secret: env().authSecret }));
    return parsed.success ? { userId: parsed.data.sub, sessionId: parsed.data.sid } : null;
  } catch {
    // A cookie from elsewhere, of an older secret, or tampered with: whoever brings it is a guest.
    return null;
  }
}
