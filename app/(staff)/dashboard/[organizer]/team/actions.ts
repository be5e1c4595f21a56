'use server';

import { redirect } from 'next/navigation';
import type { FormAnswer } from '#components/ui/use-form-action.ts';
import type { UserActor } from '#lib/auth/actor.ts';
import { database } from '#lib/database.ts';
import { DomainError } from '#lib/errors.ts';
import { changeMemberRoleSchema } from '#lib/organizers/change-member-role.schema.ts';
import { changeMemberRole } from '#lib/organizers/change-member-role.ts';
import { findOrganizer } from '#lib/organizers/find-organizer.ts';
import { leaveOrganizer } from '#lib/organizers/leave-organizer.ts';
import { removeMember } from '#lib/organizers/remove-member.ts';
import { fieldOf, refused, senderOf } from '../../../form-answers.ts';

/** Does something about the team that a form names, then leads where its end is said. */
async function inTeam(
  data: FormData,
  act: (actor: UserActor, organizerId: string) => Promise<unknown>,
  next: (teamPage: string) => string,
): Promise<FormAnswer> {
  const page = `/dashboard/${fieldOf(data, 'organizer')}/team`;
  const { account, locale } = await senderOf(page);
  try {
    const { id } = await findOrganizer(database(), account.actor, fieldOf(data, 'organizer'));
    await act(account.actor, id);
  } catch (error) {
    return refused(error, data, locale);
  }
  redirect(next(page));
}

/** Gives a member another role. */
export async function changeRoleAction(_previous: FormAnswer | null, data: FormData): Promise<FormAnswer> {
  return inTeam(
    data,
    (actor, organizerId) => {
      const input = changeMemberRoleSchema.safeParse(Object.fromEntries(data));
      if (!input.success) throw new DomainError('invalid_input');
      return changeMemberRole(database(), actor, organizerId, input.data);
    },
    (page) => `${page}?done=role`,
  );
}

/** Takes somebody out of the team. */
export async function removeMemberAction(_previous: FormAnswer | null, data: FormData): Promise<FormAnswer> {
  return inTeam(
    data,
    (actor, organizerId) => removeMember(database(), actor, organizerId, fieldOf(data, 'userId')),
    (page) => `${page}?done=removed`,
  );
}

/** Goes by oneself. */
export async function leaveAction(_previous: FormAnswer | null, data: FormData): Promise<FormAnswer> {
  return inTeam(
    data,
    (actor, organizerId) => leaveOrganizer(database(), actor, organizerId),
    () => '/dashboard',
  );
}
