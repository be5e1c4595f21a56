import { cookies, headers } from 'next/headers';
import { cache } from 'react';
import type { Actor } from './actor.ts';
import { isForeign } from './same-origin.ts';
import { openSession, SESSION_SECONDS, sealSession, sessionCookie } from './session-cookie.ts';
import { type Account, createSession, type Entrant, findAccount, revokeSession } from './session-row.ts';

/**
 * Who is signed in, with name and organizers; null for a guest, and for whatever a page of another site sends. Looked up
 * once a request.
 */
export const currentAccount = cache(async (): Promise<Account | null> => {
  if (isForeign(await headers())) return null;
  const ids = await openSession((await cookies()).get(sessionCookie().name)?.value);
  return ids ? findAccount(ids) : null;
});

/** Whether somebody was signed in here whose session has been ended from elsewhere, or with their password. */
export async function wasSignedOut(): Promise<boolean> {
  const ids = await openSession((await cookies()).get(sessionCookie().name)?.value);
  return ids !== null && (await currentAccount()) === null;
}

/** Whoever is asking, for the verbs that take an actor. */
export async function currentActor(): Promise<Actor> {
  return (await currentAccount())?.actor ?? { kind: 'guest' };
}

/** Signs somebody in on this device, and the one who was before out. For actions and route handlers. */
export async function beginSession(entrant: Entrant): Promise<void> {
  await endSession();
  const ids = await createSession(entrant, (await headers()).get('user-agent'));
  const { name, options } = sessionCookie();
  (await cookies()).set(name, await sealSession(ids), { ...options, maxAge: SESSION_SECONDS });
}

/** Signs out on this device: the row ends, whatever becomes of the cookie. */
export async function endSession(): Promise<void> {
  const store = await cookies();
  const { name, options } = sessionCookie();
  const ids = await openSession(store.get(name)?.value);
  if (ids) await revokeSession(ids.sessionId);
  store.set(name, '', { ...options, maxAge: 0 });
}
