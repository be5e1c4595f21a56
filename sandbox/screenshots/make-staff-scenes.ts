import type { Client } from 'pg';
import { database } from '#lib/database.ts';
import { createOrganizer } from '#lib/organizers/create-organizer.ts';
import { attendee } from '../seed/people.ts';
import { viewers } from './viewers.ts';

/** Organizers by what there is to see of them: the slug of one of each. */
export type StaffScenes = {
  /** With a whole team, events and a log. */
  whole: string;
  /** Founded a moment ago. */
  empty: string;
  suspended: string;
};

/**
 * Makes what the seed's organizers do not have to show, in a house that is thrown away afterwards. `lib/env.ts` must find
 * the environment of the house.
 *
 * @param owner a connection that may do what no verb does yet
 */
export async function makeStaffScenes(owner: Client): Promise<StaffScenes> {
  // A person who may sign in with the password of the seed.
  const { rows } = await owner.query<{ id: string }>(
    `insert into users (email, name, password_hash, email_verified_at)
     select $1, 'Nia New-Comer', password_hash, app_now() from users where email = $2
     on conflict (email) do update set name = excluded.name returning id`,
    [viewers.newcomer, attendee.email],
  );
  const newcomer = rows[0]?.id ?? '';
  const found = (name: string) =>
    createOrganizer(database(), { kind: 'system' }, newcomer, {
      name,
      email: viewers.newcomer,
      country: 'PT',
    });
  const empty = await found('An Empty House');
  const suspended = await found('Zephyr Tickets');
  await owner.query('update organizers set suspended_at = app_now(), suspended_reason = $2 where id = $1', [
    suspended.organizerId,
    'Sold the same seats twice.',
  ]);
  return { whole: 'mare-baixa', empty: empty.slug, suspended: suspended.slug };
}
