import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { auditDetails, auditLog, organizers } from '#db/schema/index.ts';
import { useApplication } from '#sandbox/testing/application.ts';
import type { Actor, MemberRole } from '../auth/actor.ts';
import { buildHouse, type House } from '../catalog/testing.ts';
import { database } from '../database.ts';
import { editOrganizerSchema } from './edit-organizer.schema.ts';
import { editOrganizer } from './edit-organizer.ts';

useApplication();

const fields = { name: 'Maré Alta', description: 'By the river.', email: 'alta@example.org', country: 'ES' };

let house: House;

beforeEach(async () => {
  house = await buildHouse(database());
});

const edit = (actor: Actor, changes: Partial<typeof fields> = {}) =>
  editOrganizer(database(), actor, house.organizerId, { ...fields, ...changes });

const stored = async () => {
  const [row] = await database().select().from(organizers).where(eq(organizers.id, house.organizerId));
  return row;
};

describe('editOrganizer', () => {
  test('changes what is said of it, and keeps old and new where it can be forgotten', async () => {
    expect(await edit(house.owner)).toEqual({ changed: true });
    expect(await stored()).toMatchObject(fields);
    const [entry] = await database()
      .select()
      .from(auditLog)
      .where(eq(auditLog.organizerId, house.organizerId));
    expect(entry).toMatchObject({ action: 'organizer.edited', changes: { country: ['PT', 'ES'] } });
    expect(JSON.stringify(entry)).not.toMatch(/Alta|alta@|river/);
    const [details] = await database()
      .select()
      .from(auditDetails)
      .where(eq(auditDetails.auditId, entry?.id ?? 0));
    expect(details).toMatchObject({
      personId: house.owner.userId,
      changes: {
        name: ['Maré Baixa', 'Maré Alta'],
        email: ['ola@example.org', 'alta@example.org'],
        description: ['', 'By the river.'],
      },
    });
  });

  test('can be saved by whoever gives no legal name, as its form sends it', async () => {
    const sent = editOrganizerSchema.parse({ ...fields, legalName: '', legalAddress: '', taxNumber: ' ' });
    expect(await editOrganizer(database(), house.owner, house.organizerId, sent)).toEqual({ changed: true });
    expect(await stored()).toMatchObject({ ...fields, legalName: '', legalAddress: '', taxNumber: '' });
  });

  test('keeps who sells by law, and lets go of it when it is emptied', async () => {
    const legal = {
      legalName: 'Maré Baixa, Lda.',
      legalAddress: 'Rua da Boavista 84\r\n1200-068 Lisboa',
      taxNumber: 'PT501234567',
    };
    await editOrganizer(database(), house.owner, house.organizerId, { ...fields, ...legal });
    expect(await stored()).toMatchObject({ ...legal, legalAddress: 'Rua da Boavista 84\n1200-068 Lisboa' });
    await edit(house.owner);
    expect(await stored()).toMatchObject({ legalName: '', legalAddress: '', taxNumber: '' });
  });

  test('writes nothing down when nothing is different', async () => {
    await edit(house.owner);
    expect(await edit(house.owner)).toEqual({ changed: false });
    const entries = await database()
      .select()
      .from(auditLog)
      .where(eq(auditLog.organizerId, house.organizerId));
    expect(entries).toHaveLength(1);
  });

  test('its address stays, however it is called', async () => {
    const before = await stored();
    await edit(house.owner);
    expect((await stored())?.slug).toBe(before?.slug);
  });

  test.each([
    ['name', { name: '  ' }],
    ['name', { name: 'Win now https://evil.example' }],
    ['name', { name: 'A\nB' }],
    ['email', { email: 'ola@' }],
    ['country', { country: 'Portugal' }],
    ['description', { description: 'x'.repeat(2001) }],
  ])('refuses a bad %s', async (field, changes) => {
    await expect(edit(house.owner, changes)).rejects.toMatchObject({
      code: 'invalid_input',
      values: { field },
    });
  });

  test.each([
    ['manager', 'not_allowed'],
    ['box_office', 'not_allowed'],
    ['door', 'not_allowed'],
  ] as const)('is not for %s', async (role: MemberRole, code) => {
    const memberships = [{ organizerId: house.organizerId, role }];
    await expect(edit({ ...house.owner, memberships })).rejects.toMatchObject({ code });
  });

  test('is neither for another organizer nor for guests, nor for its own while it is suspended', async () => {
    const { owner: outsider } = await buildHouse(database());
    await expect(edit(outsider)).rejects.toMatchObject({ code: 'not_found' });
    await expect(edit({ kind: 'guest' })).rejects.toMatchObject({ code: 'sign_in_needed' });
    const memberships = [{ organizerId: house.organizerId, role: 'owner' as const, suspended: true }];
    await expect(edit({ ...house.owner, memberships })).rejects.toMatchObject({
      code: 'organizer_suspended',
    });
    expect((await stored())?.name).toBe('Maré Baixa');
  });
});
