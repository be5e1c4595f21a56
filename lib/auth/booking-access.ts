import { cookies, headers } from 'next/headers';
import { env } from '../env.ts';
import { isReference, normaliseReference } from '../reference.ts';
import type { Actor } from './actor.ts';
import { isForeign } from './same-origin.ts';
import { currentActor } from './session.ts';

const HALF_A_YEAR = 182 * 24 * 60 * 60;

/** What a browser keeps a key for. */
type Kept = 'booking' | 'ticket';

/** A reference or code however somebody wrote it, if it is one; what else could become a cookie's name? */
function nameFor(kept: Kept, written: string): string | null {
  const reference = normaliseReference(written);
  return isReference(reference) ? `foyer_${kept}_${reference}` : null;
}

async function keyOf(kept: Kept, reference: string): Promise<string | null> {
  const name = isForeign(await headers()) ? null : nameFor(kept, reference);
  return (name && (await cookies()).get(name)?.value) || null;
}

async function remember(kept: Kept, reference: string, key: string): Promise<void> {
  const name = nameFor(kept, reference);
  if (!name) return;
  (await cookies()).set(name, key, {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: env().appUrl.startsWith('https:'),
    maxAge: HALF_A_YEAR,
  });
}

/** Who asks for a booking: the signed-in person, if any, and the key this browser keeps for it. */
export async function bookingAccess(reference: string): Promise<{ actor: Actor; key: string | null }> {
  return { actor: await currentActor(), key: await keyOf('booking', reference) };
}

/** Who asks for a ticket: by the key of its booking, or by its own since it was handed on. */
export async function holderAccess(
  code: string,
  reference = '',
): Promise<{ actor: Actor; bookingKey: string | null; ticketKey: string | null }> {
  return {
    actor: await currentActor(),
    bookingKey: await keyOf('booking', reference),
    ticketKey: await keyOf('ticket', code),
  };
}

/** Lets this browser open a booking from now on. For actions and route handlers. */
export const rememberBooking = (reference: string, key: string) => remember('booking', reference, key);

/** Lets this browser open a ticket from now on. For actions and route handlers. */
export const rememberTicket = (code: string, key: string) => remember('ticket', code, key);

/** Takes back what `rememberBooking` gave this browser: the booking is its account's from now on. */
export async function forgetBooking(reference: string): Promise<void> {
  const name = nameFor('booking', reference);
  if (name) (await cookies()).delete(name);
}

/** Takes back every booking and ticket this browser can open, for whoever sits down at it next. */
export async function forgetBookings(): Promise<void> {
  const store = await cookies();
  for (const { name } of store.getAll()) {
    if (name.startsWith('foyer_booking_') || name.startsWith('foyer_ticket_')) store.delete(name);
  }
}

/** How many of them a page shows at most. */
const MOST_KEPT = 50;

/** What this browser can open without an account. */
export async function keptKeys(): Promise<Record<'bookings' | 'tickets', { at: string; key: string }[]>> {
  if (isForeign(await headers())) return { bookings: [], tickets: [] };
  const all = (await cookies()).getAll();
  const of = (kept: Kept) => {
    const start = `foyer_${kept}_`;
    return all
      .filter(({ name }) => name.startsWith(start))
      .slice(0, MOST_KEPT)
      .map(({ name, value }) => ({ at: name.slice(start.length), key: value }));
  };
  return { bookings: of('booking'), tickets: of('ticket') };
}
