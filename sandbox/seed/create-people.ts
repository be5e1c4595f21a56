import { sql } from 'drizzle-orm';
import type { Client } from 'pg';
import { changePicture } from '#lib/accounts/change-picture.ts';
import { confirmRegistration } from '#lib/accounts/confirm-registration.ts';
import { register } from '#lib/accounts/register.ts';
import type { UserActor } from '#lib/auth/actor.ts';
import { mintMailKey } from '#lib/auth/mail-keys.ts';
import { registrationMark } from '#lib/auth/registration-cookie.ts';
import { database } from '#lib/database.ts';
import { acceptInvitation } from '#lib/organizers/accept-invitation.ts';
import { createOrganizer } from '#lib/organizers/create-organizer.ts';
import { editOrganizer } from '#lib/organizers/edit-organizer.ts';
import { inviteMember } from '#lib/organizers/invite-member.ts';
import {
  admin,
  attendee,
  demoPassword,
  organizers,
  portrayed,
  type SeedOrganizer,
  type SeedPerson,
} from './people.ts';
import { drawPortrait } from './portrait.ts';
import type { OrganizerKey } from './types.ts';

/** An organizer that exists, and its owner, in whose name everything of it is done. */
export type FoundedOrganizer = { organizerId: string; owner: UserActor };

export type People = {
  attendee: UserActor;
  admin: UserActor;
  organizers: Record<OrganizerKey, FoundedOrganizer>;
};

/**
 * Registers everyone who can sign in, makes one of them an admin and founds the organizers.
 *
 * @param owner a connection of the database's owner: nobody becomes an admin through the application
 */
export async function createPeople(owner: Client): Promise<People> {
  const members = Object.values(organizers).flatMap((organizer) => organizer.members);
  const everyone: SeedPerson[] = [admin, attendee, ...members];
  const ids = new Map<string, string>();
  for (const [index, person] of everyone.entries()) {
    // One network each (RFC 5737): signing up is limited by network.
    const from = {
      address: `198.51.100.${index + 1}`,
      locale: isGerman(person) ? 'de' : 'en',
      nextPath: null,
    };
    const input = { ...person, password: demoPassword, acceptTerms: true, marketingConsent: false };
    await register(input, from);
    const userId = await confirm(person.email);
    ids.set(person.email, userId);
    if (portrayed.includes(person.email))
      await changePicture(actor(userId, 'attendee'), () => drawPortrait(person.email));
  }
  const idOf = (person: Pick<SeedPerson, 'email'>) => {
    const id = ids.get(person.email);
    if (id === undefined) throw new Error(`${person.email} was not registered`);
    return id;
  };
  // There is no verb for it: the first admin of a deployment is made by hand.
  await owner.query('UPDATE users SET role = $2 WHERE id = $1', [idOf(admin), 'admin']);
  const found = (key: OrganizerKey) => foundOrganizer(organizers[key], idOf);
  return {
    attendee: actor(idOf(attendee), 'attendee'),
    admin: actor(idOf(admin), 'admin'),
    organizers: {
      mareBaixa: await found('mareBaixa'),
      kanalhaus: await found('kanalhaus'),
      pell: await found('pell'),
    },
  };
}

/** Brings the key back that the letter would have brought, before it is written: then there is none to write. */
async function confirm(email: string): Promise<string> {
  const { rows } = await database().execute<{ id: string }>(
    sql`select id from account_requests where email = ${email} and used_at is null`,
  );
  const [request] = rows;
  if (!request) throw new Error(`${email} was not registered`);
  const key = await mintMailKey(database(), 'account_request', request.id);
  const { userId } = await confirmRegistration({ key, password: null }, registrationMark(request.id));
  return userId;
}

async function foundOrganizer(
  organizer: SeedOrganizer,
  idOf: (person: Pick<SeedPerson, 'email'>) => string,
): Promise<FoundedOrganizer> {
  const [first, ...others] = organizer.members;
  if (first?.role !== 'owner') throw new Error(`${organizer.name} does not begin with its owner`);
  const { slug, name, about: description, email, country } = organizer;
  const input = { slug, name, description, email, country };
  const { organizerId } = await createOrganizer(
    database(),
    actor(idOf(first), 'attendee'),
    idOf(first),
    input,
  );
  const owner = { ...actor(idOf(first), 'attendee'), memberships: [{ organizerId, role: 'owner' as const }] };
  await editOrganizer(database(), owner, organizerId, { ...input, ...organizer.legal });
  for (const { email, role } of others) {
    const { invitationId } = await inviteMember(database(), owner, organizerId, { email, role }, 'en');
    await acceptInvitation(database(), actor(idOf({ email }), 'attendee'), invitationId);
  }
  return { organizerId, owner };
}

/** Asks those to join who have not answered yet: at the end, for an invitation stands a week. */
export async function inviteOthers(people: People): Promise<void> {
  for (const key of ['mareBaixa', 'kanalhaus', 'pell'] as const) {
    const { organizerId, owner } = people.organizers[key];
    for (const invited of organizers[key].invited) {
      await inviteMember(database(), owner, organizerId, invited, 'en');
    }
  }
}

function actor(userId: string, role: UserActor['role']): UserActor {
  return { kind: 'user', userId, role, sessionId: 'seed', memberships: [] };
}

function isGerman(person: Pick<SeedPerson, 'email'>): boolean {
  return organizers.kanalhaus.members.some(({ email }) => email === person.email);
}
