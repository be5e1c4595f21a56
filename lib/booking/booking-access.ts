import { sql } from 'drizzle-orm';
import type { Actor } from '../auth/actor.ts';
import { isLinkKey } from '../auth/link-key.ts';
import { type Action, may } from '../auth/policy.ts';
import type { Queryable } from '../database.ts';
import { DomainError } from '../errors.ts';
import { isReference, isSecret, normaliseReference } from '../reference.ts';

/**
 * Who asks for a booking: the signed-in person, and the key that the browser keeps or that came in a link. A reference
 * alone opens nothing.
 */
export type BookingAccess = { actor: Actor; key: string | null };

/** What a link key of a booking is for; `notifications` writes such links. */
const PURPOSE = 'booking';

/** True for the secret that a browser keeps for a booking, and for the key in its mails' links. */
export const isBookingKey = (key: string | null, booking: { id: string; secretHash: Buffer }): boolean =>
  key !== null &&
  (isSecret(key, booking.secretHash) || isLinkKey(key, PURPOSE, booking.id, booking.secretHash));

/**
 * Finds the booking behind a reference for somebody who may do this with it.
 *
 * @throws DomainError `not_found`, whether there is none or it is not theirs
 */
export async function openBooking(
  db: Queryable,
  reference: string,
  access: BookingAccess,
  action: Extract<Action, 'booking.read' | 'booking.change'>,
): Promise<{ id: string; eventId: string; organizerId: string; openedByKey: boolean }> {
  const normalised = normaliseReference(reference);
  if (!isReference(normalised)) throw new DomainError('not_found');
  const { rows } = await db.execute<{
    id: string;
    event_id: string;
    organizer_id: string;
    user_id: string | null;
    secret_hash: Buffer;
  }>(sql`
    select id, event_id, organizer_id, user_id, secret_hash from bookings
    where reference = ${normalised}`);
  const booking = rows[0];
  if (!booking) throw new DomainError('not_found');
  const { key, actor } = access;
  const hasKey = isBookingKey(key, { id: booking.id, secretHash: booking.secret_hash });
  const target = { organizerId: booking.organizer_id, userId: booking.user_id };
  if (!hasKey && !may(actor, action, target)) throw new DomainError('not_found');
  return {
    id: booking.id,
    eventId: booking.event_id,
    organizerId: booking.organizer_id,
    openedByKey: hasKey,
  };
}
