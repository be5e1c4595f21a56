import { expect, test } from 'playwright/test';
import { changePassword } from '#lib/accounts/change-password.ts';
import { endMySessions } from '#lib/accounts/my-sessions.ts';
import type { UserActor } from '#lib/auth/actor.ts';
import { buildHouse, type House } from '#lib/catalog/testing.ts';
import { database } from '#lib/database.ts';
import { changeMemberRole } from '#lib/organizers/change-member-role.ts';
import { removeMember } from '#lib/organizers/remove-member.ts';
import { suspendOrganizer } from '#lib/organizers/suspend-organizer.ts';
import { useVerbs } from '../stage/application.ts';
import { ask } from '../stage/database.ts';
import { house } from '../stage/house.ts';
import { form } from './action-entry.ts';
import { openAs } from './ask-route.ts';
import { callAction } from './call-action.ts';
import { addMember, cookieFor, type Person, someoneSignedIn } from './readers.ts';
import { listActions } from './route-tree.ts';

// A cookie that was good a moment ago, in a browser whose pages are still open: what it may is read anew each time.

useVerbs();

const origin = () => house().appUrl;
const system = { kind: 'system' } as const;

async function memberOf(role: string): Promise<{ person: Person; its: House; slug: string }> {
  const its = await buildHouse(database());
  const person = await someoneSignedIn('Stale Cookie');
  await addMember(its.organizerId, person.userId, role);
  const [row] = await ask<{ slug: string }>('select slug from organizers where id = $1', [its.organizerId]);
  return { person, its, slug: row?.slug ?? '' };
}

const open = (path: string, { cookie }: Person) => openAs(origin(), path, cookie);

/** Sends the form of the settings as its page would, and answers whether the name was changed by it. */
async function renames(slug: string, { cookie }: Person): Promise<boolean> {
  const id = listActions().get('(staff)/dashboard/[organizer]/settings/actions.ts#editOrganizerAction');
  const name = `Renamed ${crypto.randomUUID().slice(0, 8)}`;
  const fields = form({ organizer: slug, name, email: 'new@access.example', country: 'DE' });
  const { status } = await callAction(
    origin(),
    id ?? '',
    { path: `/dashboard/${slug}/settings`, args: [null, fields] },
    cookie,
  );
  expect(status).toBeLessThan(500);
  const [row] = await ask<{ name: string }>('select name from organizers where slug = $1', [slug]);
  return row?.name === name;
}

const actorOf = ({ userId }: Person, sessionId: string): UserActor => ({
  kind: 'user',
  userId,
  role: 'attendee',
  sessionId,
  memberships: [],
});

/** The session of a person's cookie: they have this one alone. */
async function sessionOf({ userId }: Person): Promise<string> {
  const [row] = await ask<{ id: string }>('select id from sessions where user_id = $1', [userId]);
  return row?.id ?? '';
}

test('another role counts at the next request', async () => {
  const { person, its, slug } = await memberOf('owner');
  expect(await renames(slug, person)).toBe(true);
  await changeMemberRole(database(), system, its.organizerId, { userId: person.userId, role: 'door' });
  expect(await open(`/dashboard/${slug}/events`, person)).toBe('refused');
  expect(await open(`/dashboard/${slug}/settings`, person)).toBe('refused');
  expect(await renames(slug, person)).toBe(false);
});

test('who was taken out of a team finds nothing there any more', async () => {
  const { person, its, slug } = await memberOf('owner');
  expect(await open(`/dashboard/${slug}/events`, person)).toBe('shown');
  await removeMember(database(), system, its.organizerId, person.userId);
  for (const path of ['/events', '/team', '/settings', '/log', '/bookings']) {
    expect(await open(`/dashboard/${slug}${path}`, person)).toBe('missing');
  }
  expect(await renames(slug, person)).toBe(false);
});

test('a password changed on one device signs all others out', async () => {
  const { person, slug } = await memberOf('owner');
  const other = await cookieFor(person.userId);
  const [mine] = await ask<{ id: string }>(
    'select id from sessions where user_id = $1 order by created_at desc, id desc limit 1',
    [person.userId],
  );
  await changePassword(actorOf(person, mine?.id ?? ''), { current: '', password: 'a new one, long' }, '::1');
  expect(await open('/account', person)).toBe('sign_in');
  expect(await renames(slug, person)).toBe(false);
  expect(await open('/account', { ...person, cookie: other })).toBe('shown');
});

test('out everywhere is out everywhere', async () => {
  const { person, slug } = await memberOf('owner');
  const second = { ...person, cookie: await cookieFor(person.userId) };
  await endMySessions(actorOf(person, await sessionOf(person)), null);
  await ask('update sessions set revoked_at = app_now() where user_id = $1 and revoked_at is null', [
    person.userId,
  ]);
  for (const stale of [person, second]) {
    expect(await open('/account', stale)).toBe('sign_in');
    expect(await open(`/dashboard/${slug}/team`, stale)).toBe('sign_in');
    expect(await renames(slug, stale)).toBe(false);
  }
});

test('a cookie that was kept from before signing out opens nothing', async () => {
  const { person, slug } = await memberOf('owner');
  expect(await openAs(origin(), '/api/auth/sign-out', person.cookie, 'POST')).toBe('elsewhere');
  expect(await open('/account', person)).toBe('sign_in');
  expect(await renames(slug, person)).toBe(false);
});

test('a suspended account is out at once', async () => {
  const { person, slug } = await memberOf('owner');
  expect(await renames(slug, person)).toBe(true);
  await ask('update users set suspended_at = app_now() where id = $1', [person.userId]);
  expect(await open('/account', person)).toBe('sign_in');
  expect(await open(`/dashboard/${slug}/events`, person)).toBe('sign_in');
  expect(await renames(slug, person)).toBe(false);
});

test('who is no admin any more sees no other organizer', async () => {
  const { slug } = await memberOf('owner');
  const admin = await someoneSignedIn('Was Admin', 'admin');
  expect(await open(`/dashboard/${slug}/settings`, admin)).toBe('shown');
  expect(await renames(slug, admin)).toBe(true);
  await ask(`update users set role = 'attendee' where id = $1`, [admin.userId]);
  expect(await open(`/dashboard/${slug}/settings`, admin)).toBe('missing');
  expect(await renames(slug, admin)).toBe(false);
});

test('a suspended organizer can be looked at and not changed', async () => {
  const { person, its, slug } = await memberOf('owner');
  await suspendOrganizer(database(), system, its.organizerId, { reason: 'Sells what it has not got.' });
  expect(await open(`/dashboard/${slug}/events`, person)).toBe('shown');
  expect(await renames(slug, person)).toBe(false);
});
