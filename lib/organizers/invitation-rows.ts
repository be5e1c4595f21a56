import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import { memberInvitations } from '#db/schema/index.ts';

/** How long an invitation stands. */
const DAYS = 7;

export const invitationEnd = sql`app_now() + make_interval(days => ${DAYS})`;

/** An invitation that was neither accepted nor ended; it may have run out. */
export const unanswered = and(isNull(memberInvitations.acceptedAt), isNull(memberInvitations.endedAt));

/** One that can be accepted now. */
export const acceptable = and(unanswered, gt(memberInvitations.expiresAt, sql`app_now()`));

export const invitationOf = (organizerId: string, invitationId: string) =>
  and(eq(memberInvitations.id, invitationId), eq(memberInvitations.organizerId, organizerId));
