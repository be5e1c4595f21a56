import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { auditLog, events } from '#db/schema/index.ts';
import { useApplication } from '#sandbox/testing/application.ts';
import { database } from '../database.ts';
import { cancelEvent } from './cancel-event.ts';
import type { CreateEventInput } from './create-event.schema.ts';
import { createEvent } from './create-event.ts';
import { publishEvent } from './publish-event.ts';
import { buildHouse, exampleEvent, inHours } from './testing.ts';

useApplication();

async function draft(changes: Partial<CreateEventInput> = {}) {
  const house = await buildHouse(database());
  const { eventId } = await createEvent(
    database(),
    house.owner,
    house.organizerId,
    exampleEvent(house, changes),
  );
  return { house, eventId };
}

async function stored(eventId: string) {
  const [event] = await database().select().from(events).where(eq(events.id, eventId));
  const audit = await database()
    .select()
    .from(auditLog)
    .where(eq(auditLog.objectId, eventId))
    .orderBy(auditLog.id);
  return { event, actions: audit.map((row) => row.action) };
}

describe('publishEvent', () => {
  test('five at once publish once', async () => {
    const { house, eventId } = await draft();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => publishEvent(database(), house.owner, house.organizerId, eventId)),
    );
    expect(answers.filter((answer) => answer.published)).toHaveLength(1);
    const { event, actions } = await stored(eventId);
    expect(event?.status).toBe('published');
    expect(event?.publishedAt).toBeInstanceOf(Date);
    expect(actions).toEqual(['event.created', 'event.published']);
  });

  test.each([
    ['ticket_types', { ticketTypes: [] }],
    ['future_date', { startsAt: inHours(-3), endsAt: inHours(-1) }],
  ])('refuses without %s', async (missing, changes) => {
    const { house, eventId } = await draft(changes);
    await expect(publishEvent(database(), house.owner, house.organizerId, eventId)).rejects.toMatchObject({
      code: 'event_incomplete',
      values: { missing },
    });
    expect((await stored(eventId)).event?.status).toBe('draft');
  });

  test('another organizer’s event does not exist', async () => {
    const { eventId } = await draft();
    const other = await buildHouse(database());
    await expect(publishEvent(database(), other.owner, other.organizerId, eventId)).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});

describe('cancelEvent', () => {
  test('says why, once, and raises the revision', async () => {
    const { house, eventId } = await draft();
    const cancel = () =>
      cancelEvent(database(), house.owner, house.organizerId, eventId, {
        reason: 'The singer has lost her voice.',
      });
    expect(await cancel()).toEqual({ cancelled: false });
    await publishEvent(database(), house.owner, house.organizerId, eventId);
    expect(await Promise.all([cancel(), cancel(), cancel()])).toContainEqual({ cancelled: true });
    const { event, actions } = await stored(eventId);
    expect(event).toMatchObject({
      status: 'cancelled',
      statusReason: 'The singer has lost her voice.',
      revision: 1,
    });
    expect(actions).toEqual(['event.created', 'event.published', 'event.cancelled']);
  });

  test('waits for a hold that is under way', async () => {
    const { house, eventId } = await draft();
    await publishEvent(database(), house.owner, house.organizerId, eventId);
    const order: string[] = [];
    let release = () => {};
    const untilReleased = new Promise<void>((resolve) => {
      release = resolve;
    });
    let locked = () => {};
    const untilLocked = new Promise<void>((resolve) => {
      locked = resolve;
    });
    const hold = database().transaction(async (tx) => {
      await tx.execute(`select from capacity_pools where event_id = '${eventId}' order by id for update`);
      locked();
      await untilReleased;
      order.push('held');
    });
    await untilLocked;
    const cancelled = cancelEvent(database(), house.owner, house.organizerId, eventId, {
      reason: 'Rain.',
    }).then(() => order.push('cancelled'));
    await new Promise((resolve) => setTimeout(resolve, 150));
    release();
    await Promise.all([hold, cancelled]);
    expect(order).toEqual(['held', 'cancelled']);
  });

  test('is not for the door, and not for others', async () => {
    const { house, eventId } = await draft();
    const door = { ...house.owner, memberships: [{ organizerId: house.organizerId, role: 'door' as const }] };
    await expect(
      cancelEvent(database(), door, house.organizerId, eventId, { reason: 'No.' }),
    ).rejects.toMatchObject({ code: 'not_allowed' });
    const other = await buildHouse(database());
    await expect(
      cancelEvent(database(), other.owner, other.organizerId, eventId, { reason: 'No.' }),
    ).rejects.toMatchObject({ code: 'not_found' });
  });
});
