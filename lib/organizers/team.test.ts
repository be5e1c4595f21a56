import { and, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { auditLog, memberInvitations, members, organizers, users } from '#db/schema/index.ts';
import { useApplication } from '#sandbox/testing/application.ts';
import type { MemberRole, UserActor } from '../auth/actor.ts';
import { findAccount } from '../auth/session-row.ts';
import { sessionOf } from '../auth/testing.ts';
import { buildHouse, type House } from '../catalog/testing.ts';
import { database } from '../database.ts';
import { newReference } from '../reference.ts';
import { changeMemberRole } from './change-member-role.ts';
import { leaveOrganizer } from './leave-organizer.ts';
import { listMembers } from './list-members.ts';
import { removeMember } from './remove-member.ts';

useApplication();

let house: House;

beforeEach(async () => {
  house = await buildHouse(database());
});

/** Somebody who works at the house, as the request that they make now sees them. */
async function member(role: MemberRole, at = house): Promise<UserActor> {
  const [user] = await database()
    .insert(users)
    .values({ email: `${newReference()}@example.org`, name: `A ${role}` })
    .returning({ id: users.id });
  const userId = user?.id ?? '';
  await database().insert(members).values({ organizerId: at.organizerId, userId, role });
  return { ...at.owner, userId, memberships: [{ organizerId: at.organizerId, role }] };
}

const roleOf = async ({ userId }: UserActor) => {
  const [row] = await database()
    .select({ role: members.role })
    .from(members)
    .where(and(eq(members.organizerId, house.organizerId), eq(members.userId, userId)));
  return row?.role ?? null;
};

const change = (actor: UserActor, { userId }: UserActor, role: MemberRole) =>
  changeMemberRole(database(), actor, house.organizerId, { userId, role });
const remove = (actor: UserActor, { userId }: UserActor) =>
  removeMember(database(), actor, house.organizerId, userId);
const leave = (actor: UserActor) => leaveOrganizer(database(), actor, house.organizerId);

const codeOf = (answer: Promise<unknown>) =>
  answer.then(
    () => 'done',
    (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
  );

const log = () =>
  database()
    .select({ action: auditLog.action, objectId: auditLog.objectId, changes: auditLog.changes })
    .from(auditLog)
    .where(eq(auditLog.organizerId, house.organizerId))
    .orderBy(auditLog.id);

describe('the team', () => {
  test('a role changes, somebody is taken out, somebody goes, and the log says so', async () => {
    const [one, two, three] = [await member('door'), await member('manager'), await member('box_office')];
    expect(await change(house.owner, one, 'box_office')).toEqual({ changed: true });
    expect(await change(house.owner, one, 'box_office')).toEqual({ changed: false });
    await remove(house.owner, two);
    await leave(three);
    expect(await roleOf(one)).toBe('box_office');
    expect(await roleOf(two)).toBeNull();
    expect(await roleOf(three)).toBeNull();
    expect(await log()).toEqual([
      { action: 'member.role_changed', objectId: one.userId, changes: { role: ['door', 'box_office'] } },
      { action: 'member.removed', objectId: two.userId, changes: { role: ['manager', null] } },
      { action: 'member.left', objectId: three.userId, changes: { role: ['box_office', null] } },
    ]);
  });

  test('is listed with owners first', async () => {
    await member('door');
    await member('manager');
    const listed = await listMembers(database(), house.owner, house.organizerId);
    expect(listed.map(({ role }) => role)).toEqual(['owner', 'manager', 'door']);
  });

  test('whoever is out or has another role finds so at the next request, with the cookie they have', async () => {
    const manager = await member('manager');
    const ids = await sessionOf(manager.userId, 'a browser');
    const roles = async () => (await findAccount(ids))?.actor.memberships.map(({ role }) => role);
    expect(await roles()).toEqual(['manager']);
    await change(house.owner, manager, 'door');
    expect(await roles()).toEqual(['door']);
    await remove(house.owner, manager);
    expect(await roles()).toEqual([]);
  });

  test('nobody is changed or taken out who does not belong to it', async () => {
    const elsewhere = await buildHouse(database());
    const stranger = await member('door', elsewhere);
    expect(await codeOf(change(house.owner, stranger, 'owner'))).toBe('not_found');
    expect(await codeOf(remove(house.owner, stranger))).toBe('not_found');
    expect(await codeOf(leave(stranger))).toBe('not_found');
  });
});

describe('who may', () => {
  test.each([
    ['manager', 'not_allowed'],
    ['box_office', 'not_allowed'],
    ['door', 'not_allowed'],
  ] as const)('%s: %s', async (role, expected) => {
    const [actor, other] = [await member(role), await member('door')];
    expect(await codeOf(change(actor, other, 'manager'))).toBe(expected);
    expect(await codeOf(remove(actor, other))).toBe(expected);
    expect(await roleOf(other)).toBe('door');
  });

  test('the owner of another organizer finds nobody here; an admin may everything but leave', async () => {
    const other = await member('door');
    const { owner: outsider } = await buildHouse(database());
    const admin: UserActor = { ...outsider, role: 'admin', memberships: [] };
    expect(await codeOf(change(outsider, other, 'manager'))).toBe('not_found');
    expect(await codeOf(remove(outsider, other))).toBe('not_found');
    expect(await codeOf(listMembers(database(), outsider, house.organizerId))).toBe('not_found');
    expect(await codeOf(change(admin, other, 'manager'))).toBe('done');
    expect(await codeOf(remove(admin, other))).toBe('done');
    expect(await codeOf(leave(admin))).toBe('not_found');
  });

  test('an owner who was put out meanwhile puts nobody out, whatever their request believes', async () => {
    const [second, third] = [await member('owner'), await member('door')];
    await remove(house.owner, second);
    expect(await codeOf(remove(second, third))).toBe('not_found');
    expect(await codeOf(change(second, third, 'owner'))).toBe('not_found');
    expect(await roleOf(third)).toBe('door');
  });

  test('at a suspended organizer nothing changes, but whoever wants to go may', async () => {
    const [second, door] = [await member('owner'), await member('door')];
    await database()
      .update(organizers)
      .set({ suspendedAt: new Date() })
      .where(eq(organizers.id, house.organizerId));
    expect(await codeOf(remove(second, door))).toBe('organizer_suspended');
    expect(await codeOf(change(second, door, 'manager'))).toBe('organizer_suspended');
    expect(await codeOf(leave(door))).toBe('done');
  });
});

describe('the last owner', () => {
  test('cannot go, be taken out, or be made something else', async () => {
    await member('manager');
    expect(await codeOf(leave(house.owner))).toBe('last_owner');
    expect(await codeOf(remove(house.owner, house.owner))).toBe('last_owner');
    expect(await codeOf(change(house.owner, house.owner, 'manager'))).toBe('last_owner');
    expect(await roleOf(house.owner)).toBe('owner');
  });

  test('is whoever else is suspended', async () => {
    const second = await member('owner');
    await database().update(users).set({ suspendedAt: new Date() }).where(eq(users.id, second.userId));
    expect(await codeOf(leave(house.owner))).toBe('last_owner');
    expect(await codeOf(remove(house.owner, second))).toBe('done');
  });

  test.each([
    ['leave', (one: UserActor, two: UserActor) => [leave(one), leave(two)]],
    ['put each other out', (one: UserActor, two: UserActor) => [remove(one, two), remove(two, one)]],
    [
      'demote each other',
      (one: UserActor, two: UserActor) => [change(one, two, 'door'), change(two, one, 'door')],
    ],
    ['go and are demoted', (one: UserActor, two: UserActor) => [leave(one), change(one, two, 'manager')]],
  ])('two owners who %s at the same instant leave one', async (_, both) => {
    for (let round = 0; round < 10; round += 1) {
      house = await buildHouse(database());
      const second = await member('owner');
      const answers = await Promise.all(both(house.owner, second).map(codeOf));
      expect(answers.filter((answer) => answer === 'done')).toHaveLength(1);
      const owners = await database()
        .select()
        .from(members)
        .where(and(eq(members.organizerId, house.organizerId), eq(members.role, 'owner')));
      expect(owners).toHaveLength(1);
    }
  });
});

describe('invitations of somebody who may not invite any more', () => {
  const invite = async ({ userId }: UserActor) => {
    const [row] = await database()
      .insert(memberInvitations)
      .values({
        organizerId: house.organizerId,
        email: `${newReference()}@example.org`,
        role: 'owner',
        locale: 'en',
        invitedBy: userId,
        expiresAt: new Date(Date.now() + 86_400_000),
      })
      .returning({ id: memberInvitations.id });
    return row?.id ?? '';
  };
  const isOpen = async (id: string) => {
    const [row] = await database().select().from(memberInvitations).where(eq(memberInvitations.id, id));
    return row?.endedAt === null;
  };

  test.each([
    ['taken out', (second: UserActor) => remove(house.owner, second), false],
    ['gone', (second: UserActor) => leave(second), false],
    ['a manager now', (second: UserActor) => change(house.owner, second, 'manager'), false],
    ['an owner still', (second: UserActor) => change(house.owner, second, 'owner'), true],
  ] as const)('%s: end', async (_, act, expected) => {
    const second = await member('owner');
    const [theirs, mine] = [await invite(second), await invite(house.owner)];
    await act(second);
    expect(await isOpen(theirs)).toBe(expected);
    expect(await isOpen(mine)).toBe(true);
  });
});
