import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { tickets } from '#db/schema/index.ts';
import { type EventOnSale, useApplication } from '#sandbox/testing/application.ts';
import {
  bookTicket,
  bookTickets,
  freeTickets,
  houseMember,
  scan,
  signedCode,
} from '#sandbox/testing/door.ts';
import type { UserActor } from '../auth/actor.ts';
import { createEvent } from '../catalog/create-event.ts';
import { publishEvent } from '../catalog/publish-event.ts';
import { exampleEvent, inHours } from '../catalog/testing.ts';
import { database } from '../database.ts';
import { doorProgress } from './door-progress.ts';
import { listDoorEvents } from './list-door-events.ts';
import { searchDoorList } from './search-door-list.ts';

const app = useApplication();

const tonight = { ...freeTickets, startsAt: inHours(3), endsAt: inHours(6) };

let event: EventOnSale;
let ana: UserActor;

beforeEach(async () => {
  event = await app.eventOnSale(tonight);
  ana = await houseMember(event);
});

describe('the list of the door', () => {
  test('finds who comes and who booked, in any spelling, and says who is in', async () => {
    const [ticket, other] = await bookTickets(event, 2);
    if (!ticket || !other) throw new Error('no tickets');
    await database().update(tickets).set({ attendeeName: 'Luís Ferraz' }).where(eq(tickets.id, ticket.id));
    await scan(ana, event, signedCode(ticket), { door: 'Side door' });
    const find = async (words: string) =>
      (await searchDoorList(database(), ana, event.eventId, words)).entries.map(
        ({ attendeeName }) => attendeeName,
      );
    expect(await find('luis')).toEqual(['Luís Ferraz']);
    expect(await find('FERR lu')).toEqual(['Luís Ferraz']);
    // Marta Ferreira booked both.
    expect(await find('ferreira')).toEqual(['Guest 2', 'Luís Ferraz']);
    expect(await find(other.code.toLowerCase())).toEqual(['Guest 2']);
    expect(await find('%')).toEqual([]);
    expect(await find('  ')).toEqual([]);
    expect((await searchDoorList(database(), ana, event.eventId, 'luis')).entries).toMatchObject([
      {
        ticketId: ticket.id,
        bookedBy: 'Marta Ferreira',
        ticketType: 'Standing',
        status: 'used',
        checkIn: { door: 'Side door' },
      },
    ]);
    expect(await searchDoorList(database(), ana, event.eventId, 'ferreira', 1)).toMatchObject({
      entries: [{}],
      more: true,
    });
  });

  test('does not tell who gave a ticket away', async () => {
    const ticket = await bookTicket(event);
    await database()
      .update(tickets)
      .set({ attendeeName: 'Noor', transferredAt: new Date() })
      .where(eq(tickets.id, ticket.id));
    expect((await searchDoorList(database(), ana, event.eventId, 'ferreira')).entries).toEqual([]);
    expect((await searchDoorList(database(), ana, event.eventId, 'noor')).entries).toMatchObject([
      { bookedBy: null },
    ]);
  });

  test('counts who is in, of those whose tickets are good', async () => {
    const [ticket, gone] = await bookTickets(event, 3);
    if (!ticket || !gone) throw new Error('no tickets');
    await database().update(tickets).set({ status: 'blocked' }).where(eq(tickets.id, gone.id));
    await scan(ana, event, signedCode(ticket));
    expect(await doorProgress(database(), ana, event.eventId)).toEqual({ admitted: 1, expected: 2 });
  });
});

describe('the events of a door', () => {
  test('are those of one’s organizers that are not over, in their order', async () => {
    const { house } = event;
    const next = exampleEvent(house, { ...freeTickets, startsAt: inHours(30), endsAt: inHours(32) });
    const other = await createEvent(database(), house.owner, house.organizerId, next);
    await publishEvent(database(), house.owner, house.organizerId, other.eventId);
    await bookTicket(event, 2);
    const mine = await listDoorEvents(database(), ana);
    expect(mine).toMatchObject([
      { title: 'Salt & Static', hours: 'open', admitted: 0, expected: 2, venue: 'Cine Incrível' },
      { slug: other.slug, hours: 'early', expected: 0 },
    ]);
    expect(await listDoorEvents(database(), { ...ana, memberships: [] })).toEqual([]);
    const admin = { ...ana, memberships: [], role: 'admin' as const };
    const everywhere = (await listDoorEvents(database(), admin, 1000)).map(({ slug }) => slug);
    expect(everywhere).toContain(mine[0]?.slug);
    expect(everywhere).not.toContain(other.slug);
  });
});
