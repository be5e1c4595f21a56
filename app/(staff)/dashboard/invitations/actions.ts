'use server';

import { redirect } from 'next/navigation';
import { fieldOf, refused } from '#app/form-answers.ts';
import type { FormAnswer } from '#components/ui/use-form-action.ts';
import { database } from '#lib/database.ts';
import { DomainError } from '#lib/errors.ts';
import { acceptInvitation } from '#lib/organizers/accept-invitation.ts';
import { isUuid } from '#lib/reference.ts';
import { senderOf } from '../../sender.ts';

/** Joins an organizer that has invited the address of whoever is signed in. */
export async function joinAction(_previous: FormAnswer | null, data: FormData): Promise<FormAnswer> {
  const { account, locale } = await senderOf('/dashboard/invitations');
  const id = fieldOf(data, 'invitation');
  let slug: string;
  try {
    if (!isUuid(id)) throw new DomainError('not_found');
    ({ slug } = await acceptInvitation(database(), account.actor, id));
  } catch (error) {
    return refused(error, data, locale);
  }
  redirect(`/dashboard/${slug}/team?done=joined`);
}
