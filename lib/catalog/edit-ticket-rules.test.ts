import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { auditLog, events } from '#db/schema/index.ts';
import { useApplication } from '#sandbox/testing/application.ts';
import { database } from '../database.ts';
import { createEvent } from './create-event.ts';
import { editTicketRules } from './edit-ticket-rules.ts';
import { buildHouse, exampleEvent } from './testing.ts';

useApplication();

/** An event in Lisbon in the week after the clocks go back, when a wall clock tells the offset apart. */
async function eventInLisbon() {
  const house = await buildHouse(database());
  const { eventId } = await createEvent(
    database(),
    house.owner,
    house.organizerId,
    exampleEvent(house, {
      startsAt: new Date('2031-10-28T20:00:00Z'),
      endsAt: new Date('2031-10-28T23:00:00Z'),
    }),
  );
  const edit = (namesChangeableUntil: string, transfersAllowed = true, actor = house.owner) =>
    editTicketRules(database(), actor, house.organizerId, eventId, {
      namesChangeableUntil,
      transfersAllowed,
    });
  const read = async () => {
    const [event] = await database()
      .select({ until: events.namesChangeableUntil, transfersAllowed: events.transfersAllowed })
      .from(events)
      .where(eq(events.id, eventId));
    return event;
  };
  return { house, eventId, edit, read };
}

test('the time is that of the event’s clock, in summer and in winter', async () => {
  const { edit, read } = await eventInLisbon();
  expect(await edit('2031-10-25T12:00')).toEqual({ changed: true });
  expect((await read())?.until).toEqual(new Date('2031-10-25T11:00:00Z'));
  expect(await edit('2031-10-27T12:00', false)).toEqual({ changed: true });
  expect(await read()).toEqual({ until: new Date('2031-10-27T12:00:00Z'), transfersAllowed: false });
  expect(await edit('', true)).toEqual({ changed: true });
  expect(await read()).toEqual({ until: null, transfersAllowed: true });
});

test('what has not changed is not written down, what has is, with what it was', async () => {
  const { house, eventId, edit } = await eventInLisbon();
  expect(await edit('', true)).toEqual({ changed: false });
  await edit('2031-10-27T12:00', false);
  expect(await edit('2031-10-27T12:00', false)).toEqual({ changed: false });
  const written = await database()
    .select()
    .from(auditLog)
    .where(eq(auditLog.objectId, eventId))
    .orderBy(auditLog.id);
  expect(written.filter(({ action }) => action === 'event.ticket_rules_changed')).toMatchObject([
    {
      actorUserId: house.owner.userId,
      changes: {
        namesChangeableUntil: [null, '2031-10-27T12:00:00+00:00'],
        transfersAllowed: [true, false],
      },
    },
  ]);
});

test('a time after the end, one that is none, and another organizer are refused', async () => {
  const { eventId, edit, read } = await eventInLisbon();
  await expect(edit('2031-10-28T23:01')).rejects.toMatchObject({ code: 'names_after_end' });
  for (const wrong of ['tomorrow', '2031-13-01T10:00', '2031-02-30T10:00', '2031-10-27T12:00; drop']) {
    await expect(edit(wrong), wrong).rejects.toMatchObject({ code: 'invalid_input' });
  }
  const other = await buildHouse(database());
  await expect(edit('', false, other.owner)).rejects.toMatchObject({ code: 'not_found' });
  const rules = { namesChangeableUntil: '', transfersAllowed: false };
  await expect(
    editTicketRules(database(), other.owner, other.organizerId, eventId, rules),
  ).rejects.toMatchObject({ code: 'not_found' });
  expect(await read()).toEqual({ until: null, transfersAllowed: true });
});
