import { admin, attendee, organizers } from '../seed/people.ts';

const member = (role: string) => {
  const found = organizers.mareBaixa.members.find((one) => one.role === role);
  if (!found) throw new Error(`Maré Baixa has no ${role}.`);
  return found.email;
};

/** Who looks at pages that are not for everybody: people of the seed, by their address. */
export const viewers = {
  /** Has bookings, and belongs to no organizer. */
  attendee: attendee.email,
  owner: member('owner'),
  manager: member('manager'),
  door: member('door'),
  admin: admin.email,
  /** Owns the organizers of `make-staff-scenes.ts` and nothing else. */
  newcomer: 'newcomer@foyer.example',
  /** Has been invited and belongs to nobody. */
  invited: 'invited@foyer.example',
} as const;

export type Viewer = keyof typeof viewers;
