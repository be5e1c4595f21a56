import type { Client } from 'pg';
import { mintMailKey } from '#lib/auth/mail-keys.ts';
import { database } from '#lib/database.ts';
import { createOrganizer } from '#lib/organizers/create-organizer.ts';
import { inviteMember } from '#lib/organizers/invite-member.ts';
import { withdrawInvitation } from '#lib/organizers/withdraw-invitation.ts';
import { attendee } from '../seed/people.ts';
import { makeDoorScene } from './make-door-scene.ts';
import { viewers } from './viewers.ts';

/** Organizers by what there is to see of them: the slug of one of each. */
export type StaffScenes = {
  /** With a whole team, events and a log. */
  whole: string;
  /** Founded a moment ago. */
  empty: string;
  suspended: string;
  /** An event of tonight, by its slug. */
  door: string;
  /** Keys of invitations: one that waits, and one that was withdrawn. */
  invitations: { open: string; withdrawn: string };
};

/**
 * Makes what the seed's organizers do not have to show, in a house that is thrown away afterwards. `lib/env.ts` must find
 * the environment of the house.
 *
 * @param owner a connection that may do what no verb does yet
 */
export async function makeStaffScenes(owner: Client): Promise<StaffScenes> {
  const newcomer = await addPerson(owner, viewers.newcomer, 'Nia New-Comer');
  await addPerson(owner, viewers.invited, 'Ivo Invited');
  const found = (name: string) =>
    createOrganizer(database(), SYSTEM, newcomer, { name, email: viewers.newcomer, country: 'PT' });
  const empty = await found('An Empty House');
  const suspended = await found('Zephyr Tickets');
  const invitations = await makeInvitations(owner, empty.organizerId);
  await owner.query('update organizers set suspended_at = app_now(), suspended_reason = $2 where id = $1', [
    suspended.organizerId,
    'Sold the same seats twice.',
  ]);
  const door = await makeDoorScene(owner, WHOLE);
  return { whole: WHOLE, empty: empty.slug, suspended: suspended.slug, door, invitations };
}

const SYSTEM = { kind: 'system' } as const;
const WHOLE = 'mare-baixa';

/** A person who may sign in with the password of the seed. */
async function addPerson(owner: Client, email: string, name: string): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(
    `insert into users (email, name, password_hash, email_verified_at)
     select $1, $2, password_hash, app_now() from users where email = $3
     on conflict (email) do update set name = excluded.name returning id`,
    [email, name, attendee.email],
  );
  return rows[0]?.id ?? '';
}

/** One that waits for the whole organizer, one that has run out there, and one to the empty one that was withdrawn. */
async function makeInvitations(owner: Client, emptyId: string): Promise<StaffScenes['invitations']> {
  const { rows } = await owner.query<{ id: string }>('select id from organizers where slug = $1', [WHOLE]);
  const wholeId = rows[0]?.id ?? '';
  const invite = async (organizerId: string, email: string, role: 'manager' | 'door') => {
    // Whoever looks twice has been invited already.
    await owner.query(
      'update member_invitations set ended_at = app_now() where organizer_id = $1 and email = $2 and ended_at is null',
      [organizerId, email],
    );
    return (await inviteMember(database(), SYSTEM, organizerId, { email, role }, 'en')).invitationId;
  };
  const open = await invite(wholeId, viewers.invited, 'manager');
  const late = await invite(wholeId, 'never.answers@a-rather-long-domain-of-somebody.example', 'door');
  await owner.query('update member_invitations set expires_at = app_now() where id = $1', [late]);
  const withdrawn = await invite(emptyId, 'somebody@foyer.example', 'door');
  await withdrawInvitation(database(), SYSTEM, emptyId, withdrawn);
  const keyOf = (id: string) => mintMailKey(database(), 'invitation', id);
  return { open: await keyOf(open), withdrawn: await keyOf(withdrawn) };
}
