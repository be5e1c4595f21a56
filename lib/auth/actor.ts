/** What somebody may be to one organizer. */
export type MemberRole = 'owner' | 'manager' | 'box_office' | 'door';

export type Membership = {
  organizerId: string;
  role: MemberRole;
  /** True while admins keep the organizer suspended: its members may look, and what `policy.ts` says besides. */
  suspended?: boolean;
};

/** A signed-in person, as the database knew them when the request came in. */
export type UserActor = {
  kind: 'user';
  userId: string;
  role: 'attendee' | 'admin';
  sessionId: string;
  memberships: Membership[];
};

/** Whoever is asking. Every verb that acts for a person takes one. `system` is the worker and the sandbox's seed. */
export type Actor = { kind: 'guest' } | { kind: 'system' } | UserActor;
