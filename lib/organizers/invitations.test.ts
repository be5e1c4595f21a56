import { and, eq, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import {
  auditDetails,
  auditLog,
  deliveries,
  memberInvitations,
  members,
  organizers,
  users,
} from '#db/schema/index.ts';
import { useApplication } from '#sandbox/testing/application.ts';
import type { Actor, MemberRole, UserActor } from '../auth/actor.ts';
import { mintMailKey } from '../auth/mail-keys.ts';
import { buildHouse, type House } from '../catalog/testing.ts';
import { database } from '../database.ts';
import { newReference } from '../reference.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { changeMemberRole } from './change-member-role.ts';
import { declineInvitation } from './decline-invitation.ts';
import { findInvitation } from './find-invitation.ts';
import { inviteMember } from './invite-member.ts';
import { listInvitations, listMyInvitations } from './list-invitations.ts';
import { removeMember } from './remove-member.ts';
import { resendInvitation } from './resend-invitation.ts';
import { withdrawInvitation } from './withdraw-invitation.ts';

const app = useApplication();

let house: House;
let email: string;

beforeEach(async () => {
  house = await buildHouse(database());
  email = `${newReference().toLowerCase()}@example.org`;
});

async function person(address: string, { locale = 'en', confirmed = true } = {}): Promise<UserActor> {
  const [user] = await database()
    .insert(users)
    .values({ email: address, name: 'Lou Mun', locale, emailVerifiedAt: confirmed ? new Date() : null })
    .returning({ id: users.id });
  return { ...house.owner, userId: user?.id ?? '', memberships: [] };
}

const member = (role: MemberRole, at = house): UserActor => ({
  ...house.owner,
  userId: '01890000-0000-7000-8000-00000000000c',
  memberships: [{ organizerId: at.organizerId, role }],
});

const invite = async (role: MemberRole = 'manager', actor: Actor = house.owner, address = email) =>
  (await inviteMember(database(), actor, house.organizerId, { email: address, role }, 'en')).invitationId;

const keyOf = (invitationId: string) => mintMailKey(database(), 'invitation', invitationId);
const accept = (actor: Actor, id: string) => acceptInvitation(database(), actor, id);
const withdraw = (id: string, actor: Actor = house.owner) =>
  withdrawInvitation(database(), actor, house.organizerId, id);
const resend = (id: string, actor: Actor = house.owner) =>
  resendInvitation(database(), actor, house.organizerId, id);

const roleOf = async ({ userId }: UserActor) => {
  const [row] = await database()
    .select({ role: members.role })
    .from(members)
    .where(and(eq(members.organizerId, house.organizerId), eq(members.userId, userId)));
  return row?.role ?? null;
};

const lettersOf = (id: string) =>
  database()
    .select({
      kind: deliveries.kind,
      recipient: deliveries.recipient,
      locale: deliveries.locale,
      revision: deliveries.revision,
    })
    .from(deliveries)
    .where(eq(deliveries.subjectId, id))
    .orderBy(deliveries.revision);

const codeOf = (answer: Promise<unknown>) =>
  answer.then(
    () => 'done',
    (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : String(error)),
  );

const expire = (id: string) =>
  database()
    .update(memberInvitations)
    .set({ expiresAt: sql`app_now() - interval '1 second'` })
    .where(eq(memberInvitations.id, id));

describe('inviting', () => {
  test('asks for one letter, and the log tells the role but neither address nor name', async () => {
    const id = await invite('box_office');
    expect(await lettersOf(id)).toEqual([
      { kind: 'invitation', recipient: email, locale: 'en', revision: 0 },
    ]);
    const rows = await database().select().from(auditLog).where(eq(auditLog.objectId, id));
    expect(rows).toMatchObject([{ action: 'invitation.sent', changes: { role: [null, 'box_office'] } }]);
    const details = await database()
      .select()
      .from(auditDetails)
      .where(eq(auditDetails.auditId, rows[0]?.id ?? 0));
    expect(JSON.stringify([rows, details])).not.toContain(email.split('@')[0]);
    expect(await listInvitations(database(), house.owner, house.organizerId)).toMatchObject([
      { id, email, role: 'box_office', expired: false },
    ]);
  });

  test('writes to somebody with an account in their own language', async () => {
    await person(email, { locale: 'de' });
    expect(await lettersOf(await invite())).toMatchObject([{ locale: 'de' }]);
  });

  test('an address has one open invitation, also when two are sent at the same instant', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => codeOf(invite())));
    expect(answers.toSorted()).toEqual(['already_invited', 'already_invited', 'already_invited', 'done']);
    expect(await codeOf(invite('door', house.owner, email.toUpperCase()))).toBe('already_invited');
    const elsewhere = await buildHouse(database());
    await inviteMember(database(), elsewhere.owner, elsewhere.organizerId, { email, role: 'door' }, 'en');
  });

  test('one that was withdrawn or has run out makes room for another', async () => {
    const first = await invite();
    await withdraw(first);
    const second = await invite();
    await expire(second);
    const third = await invite('owner');
    const listed = await listInvitations(database(), house.owner, house.organizerId);
    expect(listed.map(({ id }) => id)).toEqual([third]);
  });

  test('whoever is in the team is not invited', async () => {
    const guest = await person(email);
    await database()
      .insert(members)
      .values({ organizerId: house.organizerId, userId: guest.userId, role: 'door' });
    expect(await codeOf(invite())).toBe('already_member');
  });

  test.each([
    ['manager', 'not_allowed'],
    ['box_office', 'not_allowed'],
    ['door', 'not_allowed'],
  ] as const)('is not for %s, nor sending again, nor withdrawing', async (role, code) => {
    const id = await invite();
    const actor = member(role);
    expect(await codeOf(invite('door', actor, `x${email}`))).toBe(code);
    expect(await codeOf(resend(id, actor))).toBe(code);
    expect(await codeOf(withdraw(id, actor))).toBe(code);
  });

  test('the invitations of another organizer are not there', async () => {
    const id = await invite();
    const { owner: outsider, organizerId } = await buildHouse(database());
    expect(await codeOf(invite('door', outsider, `x${email}`))).toBe('not_found');
    expect(await codeOf(resend(id, outsider))).toBe('not_found');
    expect(await codeOf(withdraw(id, outsider))).toBe('not_found');
    // Not through the own organizer either.
    expect(await codeOf(resendInvitation(database(), outsider, organizerId, id))).toBe('not_found');
    expect(await codeOf(withdrawInvitation(database(), outsider, organizerId, id))).toBe('not_found');
    expect(await codeOf(listInvitations(database(), outsider, house.organizerId))).toBe('not_found');
  });

  test('rests while the organizer is suspended', async () => {
    await database()
      .update(organizers)
      .set({ suspendedAt: new Date() })
      .where(eq(organizers.id, house.organizerId));
    expect(await codeOf(invite())).toBe('organizer_suspended');
  });
});

describe('sending again', () => {
  test('asks for another letter and lets the invitation stand as long as a new one', async () => {
    const id = await invite();
    await expire(id);
    await Promise.all([resend(id), resend(id)]);
    expect((await lettersOf(id)).map(({ revision }) => revision)).toEqual([0, 1, 2]);
    const [listed] = await listInvitations(database(), house.owner, house.organizerId);
    expect(listed?.expired).toBe(false);
  });

  test('is too late once it was answered or withdrawn', async () => {
    const id = await invite();
    expect(await withdraw(id)).toEqual({ withdrawn: true });
    expect(await withdraw(id)).toEqual({ withdrawn: false });
    expect(await codeOf(resend(id))).toBe('invitation_over');
  });
});

describe('accepting', () => {
  test('joins in the role of the invitation; a second time, and in two windows at once, it is the same', async () => {
    const guest = await person(email);
    const id = await invite('box_office');
    const answers = await Promise.all([accept(guest, id), accept(guest, id), accept(guest, id)]);
    expect(new Set(answers.map(({ slug }) => slug)).size).toBe(1);
    expect(await accept(guest, id)).toEqual(answers[0]);
    expect(await roleOf(guest)).toBe('box_office');
    const accepted = await database()
      .select()
      .from(auditLog)
      .where(and(eq(auditLog.objectId, id), eq(auditLog.action, 'invitation.accepted')));
    expect(accepted).toMatchObject([{ actorUserId: guest.userId, changes: { role: [null, 'box_office'] } }]);
    expect(await codeOf(withdraw(id))).toBe('invitation_over');
  });

  test('lets nobody in but whoever has the address', async () => {
    await person(email);
    const other = await person(`other-${email}`);
    const id = await invite('owner');
    expect(await codeOf(accept(other, id))).toBe('not_found');
    expect(await codeOf(accept({ ...other, role: 'admin' }, id))).toBe('not_found');
    expect(await codeOf(accept({ kind: 'guest' }, id))).toBe('sign_in_needed');
    expect(await roleOf(other)).toBeNull();
  });

  test('takes an address that was confirmed', async () => {
    const id = await invite();
    const guest = await person(email, { confirmed: false });
    expect(await listMyInvitations(database(), guest)).toEqual([]);
    expect(await codeOf(accept(guest, id))).toBe('not_found');
    await database().update(users).set({ emailVerifiedAt: new Date() }).where(eq(users.id, guest.userId));
    expect(await listMyInvitations(database(), guest)).toMatchObject([{ id, role: 'manager' }]);
    await accept(guest, id);
    expect(await roleOf(guest)).toBe('manager');
    expect(await listMyInvitations(database(), guest)).toEqual([]);
  });

  test.each([
    ['withdrawn', (id: string) => withdraw(id), 'invitation_over'],
    ['run out', (id: string) => expire(id), 'invitation_over'],
    ['from somebody who was put out', () => removeInviter(), 'invitation_over'],
    ['of an organizer that is suspended', () => suspend(), 'organizer_suspended'],
  ])('one that was %s lets nobody in', async (_, before, code) => {
    const guest = await person(email);
    const id = await invite('owner', await inviter());
    await before(id);
    expect(await codeOf(accept(guest, id))).toBe(code);
    expect(await roleOf(guest)).toBeNull();
  });

  test('raced with its withdrawal it is one or the other', async () => {
    for (let round = 0; round < 10; round += 1) {
      const address = `${newReference()}@example.org`;
      const guest = await person(address);
      const id = await invite('manager', house.owner, address);
      const [accepted, withdrawn] = await Promise.all([codeOf(accept(guest, id)), codeOf(withdraw(id))]);
      expect([accepted, withdrawn].toSorted()).toEqual(['done', 'invitation_over']);
      expect(await roleOf(guest)).toBe(accepted === 'done' ? 'manager' : null);
    }
  });

  test('whoever was given another role meanwhile keeps it', async () => {
    const guest = await person(email);
    const id = await invite('owner');
    await database()
      .insert(members)
      .values({ organizerId: house.organizerId, userId: guest.userId, role: 'door' });
    await changeMemberRole(database(), house.owner, house.organizerId, {
      userId: guest.userId,
      role: 'box_office',
    });
    await accept(guest, id);
    expect(await roleOf(guest)).toBe('box_office');
  });

  const suspend = () =>
    database()
      .update(organizers)
      .set({ suspendedAt: new Date() })
      .where(eq(organizers.id, house.organizerId));

  /** A second owner, who sends the invitation. */
  let second: UserActor;
  const inviter = async () => {
    second = await person(`second-${email}`);
    await database()
      .insert(members)
      .values({ organizerId: house.organizerId, userId: second.userId, role: 'owner' });
    second = { ...second, memberships: [{ organizerId: house.organizerId, role: 'owner' }] };
    return second;
  };
  const removeInviter = () => removeMember(database(), house.owner, house.organizerId, second.userId);
});

describe('looking and declining', () => {
  test('the key tells what it is about, and looking spends nothing', async () => {
    const id = await invite('door');
    const key = await keyOf(id);
    const state = async () => (await findInvitation(database(), key))?.state;
    expect(await findInvitation(database(), key)).toMatchObject({
      id,
      email,
      role: 'door',
      from: 'Inês Quental',
      organizer: { name: 'Maré Baixa' },
      state: 'open',
    });
    expect(await state()).toBe('open');
    await expire(id);
    expect(await state()).toBe('expired');
    await resend(id);
    await withdraw(id);
    expect(await state()).toBe('withdrawn');
    expect(await findInvitation(database(), 'nonsense')).toBeNull();
  });

  test('declining takes the key and no account, and ends it', async () => {
    const key = await keyOf(await invite());
    await declineInvitation(database(), { kind: 'guest' }, key);
    expect((await findInvitation(database(), key))?.state).toBe('withdrawn');
    expect(await codeOf(declineInvitation(database(), { kind: 'guest' }, key))).toBe('invitation_over');
    expect(await codeOf(declineInvitation(database(), { kind: 'guest' }, 'x'))).toBe('not_found');
    expect(await invite()).toBeTruthy();
  });

  test('a week later it has run out', async () => {
    const guest = await person(email);
    const id = await invite();
    try {
      await app.setClock(7 * 24 * 60 + 1);
      expect(await codeOf(accept(guest, id))).toBe('invitation_over');
    } finally {
      await app.setClock(0);
    }
  });
});

test('one address gets six invitations an hour, new ones and those sent again together', async () => {
  const id = await invite();
  for (let index = 0; index < 5; index += 1) await resend(id);
  await expect(resend(id)).rejects.toMatchObject({ code: 'too_many_tries' });
  await withdraw(id);
  await expect(invite()).rejects.toMatchObject({ code: 'too_many_tries' });
});
