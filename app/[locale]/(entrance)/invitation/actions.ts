'use server';

import type { AuthAnswer } from '#components/auth/auth-answer.ts';
import { currentActor } from '#lib/auth/session.ts';
import { database } from '#lib/database.ts';
import { DomainError } from '#lib/errors.ts';
import { acceptInvitation } from '#lib/organizers/accept-invitation.ts';
import { declineInvitation } from '#lib/organizers/decline-invitation.ts';
import { findInvitation } from '#lib/organizers/find-invitation.ts';
import { goOn, refused } from '../auth-answers.ts';
import { keyOf } from '../request-letter.ts';

/** Joins the organizer whose invitation a key leads to. */
export async function acceptAction(_previous: AuthAnswer | null, data: FormData): Promise<AuthAnswer> {
  try {
    const invitation = await findInvitation(database(), keyOf(data));
    if (!invitation) throw new DomainError('not_found');
    const { slug } = await acceptInvitation(database(), await currentActor(), invitation.id);
    return goOn(data, `/dashboard/${slug}/team?done=joined`);
  } catch (error) {
    return refused(error, data);
  }
}

/** Says no to it; the page then says that it is closed. */
export async function declineAction(
  _previous: AuthAnswer | null,
  data: FormData,
): Promise<AuthAnswer | null> {
  try {
    await declineInvitation(database(), await currentActor(), keyOf(data));
    return null;
  } catch (error) {
    return refused(error, data);
  }
}
