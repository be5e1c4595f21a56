import { cookies, headers } from 'next/headers';
import { env } from '../env.ts';
import type { Actor } from './actor.ts';
import { isForeign } from './same-origin.ts';
import { currentActor } from './session.ts';

const HALF_A_YEAR = 182 * 24 * 60 * 60;

/** A reference as it stands in an address, if it has the shape of one; what else could become a cookie's name? */
const nameFor = (reference: string) =>
  /^[0-9A-Z]{10}$/i.test(reference) ? `foyer_booking_${reference.toUpperCase()}` : null;

/** Who asks for a booking: the signed-in person, if any, and the key this browser keeps for it. */
export async function bookingAccess(reference: string): Promise<{ actor: Actor; key: string | null }> {
  const name = isForeign(await headers()) ? null : nameFor(reference);
  return {
    actor: await currentActor(),
    key: (name && (await cookies()).get(name)?.value) || null,
  };
}

/** Lets this browser open a booking from now on. For actions and route handlers. */
export async function rememberBooking(reference: string, key: string): Promise<void> {
  const name = nameFor(reference);
  if (!name) return;
  (await cookies()).set(name, key, {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: env().appUrl.startsWith('https:'),
    maxAge: HALF_A_YEAR,
  });
}

/** Takes back what `rememberBooking` gave this browser: the booking is its account's from now on. */
export async function forgetBooking(reference: string): Promise<void> {
  const name = nameFor(reference);
  if (name) (await cookies()).delete(name);
}

/** Takes back every booking this browser can open, for whoever sits down at it next. */
export async function forgetBookings(): Promise<void> {
  const store = await cookies();
  for (const { name } of store.getAll()) if (name.startsWith('foyer_booking_')) store.delete(name);
}
