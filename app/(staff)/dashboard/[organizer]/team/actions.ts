'use server';

import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { fieldOf, incomplete, refused } from '#app/form-answers.ts';
import type { FormAnswer } from '#components/ui/use-form-action.ts';
import type { UserActor } from '#lib/auth/actor.ts';
import { countInvitation } from '#lib/auth/rate-limits.ts';
import { database } from '#lib/database.ts';
import { DomainError } from '#lib/errors.ts';
import type { Locale } from '#lib/i18n/routing.ts';
import { changeMemberRoleSchema } from '#lib/organizers/change-member-role.schema.ts';
import { changeMemberRole } from '#lib/organizers/change-member-role.ts';
import { findOrganizer } from '#lib/organizers/find-organizer.ts';
import { inviteMemberSchema } from '#lib/organizers/invite-member.schema.ts';
import { inviteMember } from '#lib/organizers/invite-member.ts';
import { leaveOrganizer } from '#lib/organizers/leave-organizer.ts';
import { removeMember } from '#lib/organizers/remove-member.ts';
import { resendInvitation } from '#lib/organizers/resend-invitation.ts';
import { withdrawInvitation } from '#lib/organizers/withdraw-invitation.ts';
import { isUuid } from '#lib/reference.ts';
import { senderOf } from '../../../sender.ts';

/** Does something about the team that a form names, then leads where its end is said. */
async function inTeam(
  data: FormData,
  act: (actor: UserActor, organizerId: string, locale: Locale) => Promise<unknown>,
  next: (teamPage: string) => string,
): Promise<FormAnswer> {
  const page = `/dashboard/${fieldOf(data, 'organizer')}/team`;
  const { account, locale } = await senderOf(page);
  try {
    const { id } = await findOrganizer(database(), account.actor, fieldOf(data, 'organizer'));
    await act(account.actor, id, locale);
  } catch (error) {
    const t = await getTranslations({ locale, namespace: 'team.invite' });
    return refused(error, data, locale, { too_many_tries: t('tooMany') });
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
    () => '/dashboard?done=left',
  );
}

const PROBLEMS = ['email_missing', 'email_invalid'] as const;

// messages: team.problems.*
/** Asks somebody by mail to join. */
export async function inviteAction(_previous: FormAnswer | null, data: FormData): Promise<FormAnswer> {
  const input = inviteMemberSchema.safeParse(Object.fromEntries(data));
  if (!input.success) {
    const { locale } = await senderOf(`/dashboard/${fieldOf(data, 'organizer')}/team`);
    const t = await getTranslations({ locale, namespace: 'team.problems' });
    return incomplete(input.error, data, (code) => t(PROBLEMS.find((known) => known === code) ?? 'invalid'));
  }
  return inTeam(
    data,
    async (actor, organizerId, locale) => {
      await countInvitation(actor.userId);
      await inviteMember(database(), actor, organizerId, input.data, locale);
    },
    (page) => `${page}?done=invited`,
  );
}

/** Sends an invitation once more. */
export async function resendAction(_previous: FormAnswer | null, data: FormData): Promise<FormAnswer> {
  return inTeam(
    data,
    async (actor, organizerId) => {
      await countInvitation(actor.userId);
      await resendInvitation(database(), actor, organizerId, invitationOf(data));
    },
    (page) => `${page}?done=resent`,
  );
}

/** Takes an invitation back. */
export async function withdrawAction(_previous: FormAnswer | null, data: FormData): Promise<FormAnswer> {
  return inTeam(
    data,
    (actor, organizerId) => withdrawInvitation(database(), actor, organizerId, invitationOf(data)),
    (page) => `${page}?done=withdrawn`,
  );
}

/** The invitation that a form names. @throws DomainError `not_found` for what cannot be one */
function invitationOf(data: FormData): string {
  const id = fieldOf(data, 'invitation');
  if (!isUuid(id)) throw new DomainError('not_found');
  return id;
}
