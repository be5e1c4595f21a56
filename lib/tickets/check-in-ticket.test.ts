import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { auditLog, checkIns, tickets } from '#db/schema/index.ts';
import { type EventOnSale, useApplication } from '#sandbox/testing/application.ts';
import {
  bookTicket,
  bookTickets,
  freeTickets,
  houseMember,
  scan,
  signedCode,
  ticketStatus,
} from '#sandbox/testing/door.ts';
import type { UserActor } from '../auth/actor.ts';
import { createEvent } from '../catalog/create-event.ts';
import { publishEvent } from '../catalog/publish-event.ts';
import { exampleEvent, inHours } from '../catalog/testing.ts';
import { database } from '../database.ts';
import { newReference } from '../reference.ts';
import { doorProgress } from './door-progress.ts';
import { searchDoorList } from './search-door-list.ts';
import { parseTicketKeys, signTicketCode } from './ticket-code.ts';
import { undoCheckIn } from './undo-check-in.ts';

const app = useApplication();

const tonight = { ...freeTickets, startsAt: inHours(3), endsAt: inHours(6) };

/** Another night of the same house. */
async function anotherNight({ house }: EventOnSale, hours = 30) {
  const input = exampleEvent(house, {
    ...freeTickets,
    title: 'Brass Against the Rain',
    startsAt: inHours(hours),
    endsAt: inHours(hours + 2),
  });
  const other = await createEvent(database(), house.owner, house.organizerId, input);
  await publishEvent(database(), house.owner, house.organizerId, other.eventId);
  return other;
}

const codeOf = (answer: Promise<unknown>) =>
  answer.then(
    () => 'done',
    (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
  );

let event: EventOnSale;
let ana: UserActor;

beforeEach(async () => {
  event = await app.eventOnSale(tonight);
  ana = await houseMember(event);
});

describe('a ticket at its door', () => {
  test('is let in by its signed code, and written down with who, where and when', async () => {
    const ticket = await bookTicket(event, 2);
    const scanId = randomUUID();
    const answer = await scan(ana, event, signedCode(ticket), { scanId, door: ' Side door ' });
    expect(answer).toMatchObject({
      kind: 'admitted',
      checkInId: scanId,
      ticket: { attendeeName: 'Guest 1', ticketType: 'Standing', number: 1, count: 2 },
    });
    expect(await ticketStatus(ticket)).toBe('used');
    expect(await database().select().from(checkIns).where(eq(checkIns.ticketId, ticket.id))).toMatchObject([
      { id: scanId, eventId: event.eventId, admittedBy: ana.userId, door: 'Side door', undoneAt: null },
    ]);
    expect(await database().select().from(auditLog).where(eq(auditLog.objectId, ticket.id))).toMatchObject([
      {
        action: 'ticket.checked_in',
        actorUserId: ana.userId,
        organizerId: event.house.organizerId,
        changes: { status: ['valid', 'used'] },
      },
    ]);
  });

  test.each([
    ['as it stands there', (code: string) => code],
    [
      'in two halves, in small letters',
      (code: string) => ` ${code.slice(0, 5)}-${code.slice(5)} `.toLowerCase(),
    ],
    [
      'with O for 0 and I or l for 1',
      (code: string) => code.replaceAll('0', 'O').replace('1', 'I').replaceAll('1', 'l'),
    ],
  ])('is let in by its characters, %s', async (_, typed) => {
    const ticket = await bookTicket(event);
    await database()
      .update(tickets)
      .set({ code: `01${ticket.code.slice(2)}` })
      .where(eq(tickets.id, ticket.id));
    expect((await scan(ana, event, typed(`01${ticket.code.slice(2)}`))).kind).toBe('admitted');
  });

  test('is told a second time when, where and by whom it was used', async () => {
    const ticket = await bookTicket(event);
    await scan(ana, event, signedCode(ticket), { door: 'Side door' });
    const again = await scan(event.house.owner, event, ticket.id);
    expect(again).toMatchObject({ kind: 'already_used', door: 'Side door', by: 'Ana Prata' });
    if (again.kind !== 'already_used') throw new Error(again.kind);
    expect(Math.abs(again.now.getTime() - again.at.getTime())).toBeLessThan(10_000);
  });

  test('a scan that is sent again because its answer was lost is answered as before', async () => {
    const ticket = await bookTicket(event);
    const scanId = randomUUID();
    const one = await scan(ana, event, signedCode(ticket), { scanId });
    expect(await scan(ana, event, signedCode(ticket), { scanId })).toEqual(one);
    expect((await scan(ana, event, signedCode(ticket))).kind).toBe('already_used');
    const other = await bookTicket(event);
    expect(await codeOf(scan(ana, event, signedCode(other), { scanId }))).toBe('invalid_input');
    expect(await ticketStatus(other)).toBe('valid');
  });

  test('goes back to valid within its event, by anybody at the door, and the history stays', async () => {
    const ticket = await bookTicket(event);
    const scanned = await scan(ana, event, signedCode(ticket));
    if (scanned.kind !== 'admitted') throw new Error(scanned.kind);
    const ben = await houseMember(event, 'box_office', 'Ben');
    const other = await anotherNight(event);
    expect(await undoCheckIn(database(), ben, other.eventId, scanned.checkInId)).toBeNull();
    expect(await ticketStatus(ticket)).toBe('used');

    expect(await undoCheckIn(database(), ben, event.eventId, scanned.checkInId)).toMatchObject({
      attendeeName: 'Guest 1',
    });
    expect(await undoCheckIn(database(), ana, event.eventId, scanned.checkInId)).toBeNull();
    expect(await ticketStatus(ticket)).toBe('valid');
    expect((await scan(ana, event, signedCode(ticket))).kind).toBe('admitted');
    expect(
      await database()
        .select({ by: checkIns.admittedBy, undoneBy: checkIns.undoneBy })
        .from(checkIns)
        .where(eq(checkIns.ticketId, ticket.id))
        .orderBy(checkIns.admittedAt),
    ).toEqual([
      { by: ana.userId, undoneBy: ben.userId },
      { by: ana.userId, undoneBy: null },
    ]);
    const log = await database()
      .select({ action: auditLog.action, by: auditLog.actorUserId })
      .from(auditLog)
      .where(eq(auditLog.objectId, ticket.id))
      .orderBy(auditLog.id);
    expect(log).toEqual([
      { action: 'ticket.checked_in', by: ana.userId },
      { action: 'ticket.check_in_undone', by: ben.userId },
      { action: 'ticket.checked_in', by: ana.userId },
    ]);
  });
});

describe('a ticket that opens nothing', () => {
  test('says for which other event of the house it is', async () => {
    const [ticket] = await bookTickets(await anotherNight(event));
    if (!ticket) throw new Error('no ticket');
    expect(await scan(ana, event, signedCode(ticket))).toMatchObject({
      kind: 'wrong_event',
      event: { title: 'Brass Against the Rain', venue: 'Cine Incrível', timezone: 'Europe/Lisbon' },
    });
    expect(await ticketStatus(ticket)).toBe('valid');
  });

  test('of another organizer is nothing at all, however it is shown', async () => {
    const theirs = await app.eventOnSale(tonight);
    const [ticket] = await bookTickets(theirs);
    if (!ticket) throw new Error('no ticket');
    const nothing = { kind: 'unknown' };
    expect(await scan(ana, event, signedCode(ticket))).toEqual(nothing);
    expect(await scan(ana, event, ticket.code)).toEqual(nothing);
    expect(await scan(ana, event, ticket.id)).toEqual(nothing);
    expect(await scan(ana, event, newReference())).toEqual(nothing);
    expect(await scan(ana, event, randomUUID())).toEqual(nothing);
    expect(await scan(ana, event, 'https://example.org/a-poster')).toEqual(nothing);
    expect(await ticketStatus(ticket)).toBe('valid');
  });

  test('was signed by somebody else, or changed', async () => {
    const ticket = await bookTicket(event);
    const code = signedCode(ticket);
    const forged = signTicketCode(
      { eventId: ticket.eventId, ticketId: ticket.id, revision: 0 },
      parseTicketKeys(`t1:${Buffer.alloc(32, 7).toString('base64url')}`),
    );
    expect(await scan(ana, event, forged)).toEqual({ kind: 'unknown' });
    expect(await scan(ana, event, code.replace('.0.', '.1.'))).toEqual({ kind: 'unknown' });
    expect(await scan(ana, event, code.slice(0, -8))).toEqual({ kind: 'unknown' });
    expect(await scan(ana, event, signedCode(ticket, 1))).toEqual({ kind: 'unknown' });
    expect(await ticketStatus(ticket)).toBe('valid');
  });

  test('is for another day, unless somebody says that it is all right', async () => {
    const other = await anotherNight(event, 48);
    const [ticket] = await bookTickets(other);
    if (!ticket) throw new Error('no ticket');
    expect(await scan(ana, other, signedCode(ticket))).toMatchObject({ kind: 'wrong_date' });
    expect(await ticketStatus(ticket)).toBe('valid');
    expect((await scan(ana, other, signedCode(ticket), { anyDay: true })).kind).toBe('admitted');
    const [entry] = await database().select().from(auditLog).where(eq(auditLog.objectId, ticket.id));
    expect(entry?.changes).toEqual({ status: ['valid', 'used'], anyDay: [false, true] });
  });

  test('belongs to an event that was cancelled', async () => {
    const ticket = await bookTicket(event);
    await event.cancel();
    expect((await scan(ana, event, signedCode(ticket), { anyDay: true })).kind).toBe('event_cancelled');
  });

  test('is void, blocked, replaced or of play money, each said by itself', async () => {
    const ticket = await bookTicket(event);
    const become = (changes: Partial<typeof tickets.$inferInsert>) =>
      database().update(tickets).set(changes).where(eq(tickets.id, ticket.id));
    await become({ status: 'void' });
    expect((await scan(ana, event, signedCode(ticket))).kind).toBe('cancelled');
    await app.asOwner(
      `with paid as (
         insert into payments (booking_id, attempt, stripe_payment_intent_id, payments_mode, status, currency, amount,
           captured, refunded, outcome)
         select booking_id, 1, 'pi_door', 'sandbox', 'succeeded', 'EUR', 100, 100, 100, 'fulfilled' from tickets where id = $1
         returning id)
       insert into refunds (payment_id, reason, currency, amount, status)
       select id, 'duplicate', 'EUR', 100, 'succeeded' from paid`,
      [ticket.id],
    );
    expect(await scan(ana, event, signedCode(ticket))).toMatchObject({
      kind: 'refunded',
      at: expect.any(Date) as Date,
    });
    await become({ status: 'blocked' });
    expect((await scan(ana, event, signedCode(ticket))).kind).toBe('blocked');
    await become({ status: 'valid', revision: 1 });
    expect(await scan(ana, event, signedCode(ticket, 0))).toEqual({ kind: 'replaced' });
    await app.asOwner(
      `update bookings set payments_mode = 'live' where id = (select booking_id from tickets where id = $1)`,
      [ticket.id],
    );
    expect(await scan(ana, event, signedCode(ticket, 1))).toMatchObject({ kind: 'other_mode', mode: 'live' });
  });

  test('has not been paid, and somebody let it through', async () => {
    const ticket = await bookTicket(event);
    await app.asOwner(
      `update bookings set confirmed_by = $2, subtotal = 100, total = 100
       where id = (select booking_id from tickets where id = $1)`,
      [ticket.id, event.house.owner.userId],
    );
    await database().update(tickets).set({ status: 'blocked' }).where(eq(tickets.id, ticket.id));
    expect((await scan(ana, event, signedCode(ticket))).kind).toBe('unpaid');
  });
});

describe('who may', () => {
  test('every member, also while the organizer is suspended; nobody else learns that there is a door', async () => {
    const ticket = await bookTicket(event);
    for (const role of ['owner', 'manager', 'box_office'] as const) {
      expect((await scan(await houseMember(event, role), event, newReference())).kind).toBe('unknown');
    }
    const suspended = {
      ...ana,
      memberships: ana.memberships.map((membership) => ({ ...membership, suspended: true })),
    };
    expect((await scan(suspended, event, signedCode(ticket))).kind).toBe('admitted');

    const outsider = (await app.eventOnSale(tonight)).house.owner;
    const everybodyElse = [outsider, { ...ana, memberships: [] }];
    for (const actor of everybodyElse) {
      expect(await codeOf(scan(actor, event, ticket.id))).toBe('not_found');
      expect(await codeOf(undoCheckIn(database(), actor, event.eventId, randomUUID()))).toBe('not_found');
      expect(await codeOf(searchDoorList(database(), actor, event.eventId, 'Guest'))).toBe('not_found');
      expect(await codeOf(doorProgress(database(), actor, event.eventId))).toBe('not_found');
    }
    expect(await codeOf(scan(ana, { eventId: randomUUID() }, ticket.id))).toBe('not_found');
  });
});
