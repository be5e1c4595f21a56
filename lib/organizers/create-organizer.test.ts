import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { auditLog, members, organizers, users, venues } from '#db/schema/index.ts';
import { useApplication } from '#sandbox/testing/application.ts';
import type { Actor, UserActor } from '../auth/actor.ts';
import { database } from '../database.ts';
import { newReference } from '../reference.ts';
import { createOrganizer } from './create-organizer.ts';
import { createVenue } from './create-venue.ts';

useApplication();

const SYSTEM: Actor = { kind: 'system' };

async function person(): Promise<UserActor> {
  const [user] = await database()
    .insert(users)
    .values({ email: `${newReference()}@example.org`, name: 'Rita Vaz' })
    .returning({ id: users.id });
  return { kind: 'user', userId: user?.id ?? '', role: 'attendee', sessionId: 'none', memberships: [] };
}

const ours = { name: 'Maré Baixa', email: 'ola@example.org', country: 'PT' };

async function founded() {
  const owner = await person();
  const made = await createOrganizer(database(), owner, owner.userId, ours);
  const actor: UserActor = { ...owner, memberships: [{ organizerId: made.organizerId, role: 'owner' }] };
  return { ...made, actor };
}

describe('createOrganizer', () => {
  test('founds it with its owner, and the log names no person', async () => {
    const { organizerId, slug, actor } = await founded();
    const [organizer] = await database().select().from(organizers).where(eq(organizers.id, organizerId));
    expect(organizer).toMatchObject({ name: 'Maré Baixa', slug, description: '' });
    const team = await database().select().from(members).where(eq(members.organizerId, organizerId));
    expect(team).toMatchObject([{ userId: actor.userId, role: 'owner' }]);
    const audit = await database().select().from(auditLog).where(eq(auditLog.organizerId, organizerId));
    expect(audit).toMatchObject([{ action: 'organizer.created', actorUserId: actor.userId }]);
    expect(JSON.stringify(audit)).not.toMatch(/ola@|Rita|Maré/);
  });

  test('eight of one name at once get eight addresses', async () => {
    const owner = await person();
    const made = await Promise.all(
      Array.from({ length: 8 }, () =>
        createOrganizer(database(), owner, owner.userId, { ...ours, name: 'Kanalhaus & Söhne' }),
      ),
    );
    expect(new Set(made.map((one) => one.slug)).size).toBe(8);
    expect(made.map((one) => one.slug)).toContain('kanalhaus-and-sohne');
  });

  test('is not done for somebody else, but by the system', async () => {
    const [one, other] = [await person(), await person()];
    await expect(createOrganizer(database(), one, other.userId, ours)).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(createOrganizer(database(), { kind: 'guest' }, other.userId, ours)).rejects.toMatchObject({
      code: 'sign_in_needed',
    });
    expect(await createOrganizer(database(), SYSTEM, other.userId, ours)).toHaveProperty('organizerId');
  });

  test('none gets an address that the dashboard has for itself', async () => {
    const owner = await person();
    const { slug } = await createOrganizer(database(), owner, owner.userId, { ...ours, name: 'New' });
    expect(slug).toBe('new-2');
    await expect(
      createOrganizer(database(), owner, owner.userId, { ...ours, slug: 'invitations' }),
    ).rejects.toMatchObject({ code: 'slug_taken' });
  });

  test('an address that was asked for and is taken is refused', async () => {
    const owner = await person();
    await createOrganizer(database(), owner, owner.userId, { ...ours, slug: 'pell' });
    await expect(
      createOrganizer(database(), owner, owner.userId, { ...ours, slug: 'pell' }),
    ).rejects.toMatchObject({
      code: 'slug_taken',
      values: { slug: 'pell' },
    });
  });
});

describe('createVenue', () => {
  const hall = {
    name: 'Cine Incrível',
    address: 'Rua da Boavista 84',
    city: 'Lisbon',
    country: 'PT',
    latitude: 38.7083,
    longitude: -9.1487,
    timezone: 'Europe/Lisbon',
    capacity: 220,
  };

  test('two of one name get two addresses', async () => {
    const { organizerId, actor } = await founded();
    const made = await Promise.all([1, 2].map(() => createVenue(database(), actor, organizerId, hall)));
    expect(made.map((venue) => venue.slug).toSorted()).toEqual([
      'cine-incrivel-lisbon',
      'cine-incrivel-lisbon-2',
    ]);
    const [stored] = await database()
      .select()
      .from(venues)
      .where(eq(venues.id, made[0]?.venueId ?? ''));
    expect(stored).toMatchObject({ ...hall, organizerId });
  });

  test.each([
    ['timezone', { timezone: 'Europe/Lisboa' }],
    ['latitude', { latitude: 91 }],
    ['country', { country: 'Portugal' }],
    ['capacity', { capacity: 0 }],
  ])('refuses a bad %s', async (field, changes) => {
    const { organizerId, actor } = await founded();
    await expect(createVenue(database(), actor, organizerId, { ...hall, ...changes })).rejects.toMatchObject({
      code: 'invalid_input',
      values: { field },
    });
  });

  test('is not for another organizer', async () => {
    const { organizerId } = await founded();
    const stranger = await founded();
    await expect(createVenue(database(), stranger.actor, organizerId, hall)).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});
