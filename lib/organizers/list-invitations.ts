import { and, desc, eq, isNotNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { memberInvitations, organizers, users } from '#db/schema/index.ts';
import type { Actor, MemberRole, UserActor } from '../auth/actor.ts';
import { assertMay } from '../auth/policy.ts';
import type { Queryable } from '../database.ts';
import { acceptable, unanswered } from './invitation-rows.ts';

export type SentInvitation = {
  id: string;
  email: string;
  role: MemberRole;
  sentAt: Date;
  expiresAt: Date;
  /** Ran out without an answer; it can be sent again. */
  expired: boolean;
};

/**
 * The invitations of an organizer that nobody has answered yet, the newest first.
 *
 * @throws what `assertMay` throws.
 */
export async function listInvitations(
  db: Queryable,
  actor: Actor,
  organizerId: string,
): Promise<SentInvitation[]> {
  assertMay(actor, 'members.list', { organizerId });
  return db
    .select({
      id: memberInvitations.id,
      email: memberInvitations.email,
      role: memberInvitations.role,
      sentAt: memberInvitations.createdAt,
      expiresAt: memberInvitations.expiresAt,
      expired: sql<boolean>`${memberInvitations.expiresAt} <= app_now()`,
    })
    .from(memberInvitations)
    .where(and(eq(memberInvitations.organizerId, organizerId), unanswered))
    .orderBy(desc(memberInvitations.createdAt), desc(memberInvitations.id));
}

export type ReceivedInvitation = {
  id: string;
  organizer: string;
  role: MemberRole;
  /** Who sent it, as long as they have an account. */
  from: string | null;
};

const inviter = alias(users, 'inviter');

/** The invitations that wait for somebody's answer, by the confirmed address of their account. */
export async function listMyInvitations(db: Queryable, actor: UserActor): Promise<ReceivedInvitation[]> {
  return db
    .select({
      id: memberInvitations.id,
      organizer: organizers.name,
      role: memberInvitations.role,
      from: inviter.name,
    })
    .from(memberInvitations)
    .leftJoin(inviter, eq(inviter.id, memberInvitations.invitedBy))
    .innerJoin(organizers, eq(organizers.id, memberInvitations.organizerId))
    .innerJoin(users, eq(users.email, memberInvitations.email))
    .where(and(eq(users.id, actor.userId), isNotNull(users.emailVerifiedAt), acceptable))
    .orderBy(organizers.name, memberInvitations.id);
}
