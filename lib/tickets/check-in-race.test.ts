import { eq, sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { checkIns, tickets } from '#db/schema/index.ts';
import { type EventOnSale, useApplication } from '#sandbox/testing/application.ts';
import {
  bookTicket,
  freeTickets,
  houseMember,
  scan,
  signedCode,
  ticketStatus,
} from '#sandbox/testing/door.ts';
import type { UserActor } from '../auth/actor.ts';
import { inHours } from '../catalog/testing.ts';
import { database } from '../database.ts';
import { undoCheckIn } from './undo-check-in.ts';

// As many connections as devices, so that they race for the ticket and not for a connection.
process.env.DATABASE_POOL_SIZE = '24';
const app = useApplication();

const tonight = { ...freeTickets, startsAt: inHours(3), endsAt: inHours(6) };

let event: EventOnSale;
let ana: UserActor;

beforeEach(async () => {
  event = await app.eventOnSale(tonight);
  ana = await houseMember(event);
});

const DEVICES = 20;

test('twenty devices scan one ticket: one admits, nineteen say when and where', async () => {
  for (let round = 0; round < 5; round += 1) {
    const ticket = await bookTicket(event);
    const answers = await Promise.all(
      Array.from({ length: DEVICES }, (_, device) =>
        scan(ana, event, signedCode(ticket), { door: `Door ${device}` }),
      ),
    );
    const admitted = answers.findIndex(({ kind }) => kind === 'admitted');
    expect(answers.filter(({ kind }) => kind === 'admitted')).toHaveLength(1);
    const others = answers.filter((answer) => answer.kind === 'already_used');
    expect(others).toHaveLength(DEVICES - 1);
    for (const other of others) expect(other).toMatchObject({ door: `Door ${admitted}`, by: 'Ana Prata' });
  }
});

test('and without the condition of the update they would not', async () => {
  const ticket = await bookTicket(event);
  const naive = () =>
    database().transaction(async (tx) => {
      const { rows } = await tx.execute<{ status: string }>(sql`
          select status from tickets where id = ${ticket.id}`);
      await tx.execute(sql`update tickets set status = 'used' where id = ${ticket.id}`);
      return rows[0]?.status === 'valid';
    });
  const together = await Promise.all(Array.from({ length: DEVICES }, naive));
  expect(together.filter(Boolean).length).toBeGreaterThan(1);
  await database().update(tickets).set({ status: 'valid' }).where(eq(tickets.id, ticket.id));
});

test('scans and undos of one ticket leave it either used with one check-in that stands, or valid with none', async () => {
  const ticket = await bookTicket(event);
  const scanned = await scan(ana, event, ticket.id);
  if (scanned.kind !== 'admitted') throw new Error(scanned.kind);
  await Promise.all(
    Array.from({ length: DEVICES }, (_, index) =>
      index % 2 === 0
        ? scan(ana, event, signedCode(ticket))
        : undoCheckIn(database(), ana, event.eventId, scanned.checkInId),
    ),
  );
  const standing = await database()
    .select()
    .from(checkIns)
    .where(sql`${checkIns.ticketId} = ${ticket.id} and ${checkIns.undoneAt} is null`);
  expect(standing).toHaveLength((await ticketStatus(ticket)) === 'used' ? 1 : 0);
});

test('many rounds of it: an undo takes back its own check-in and no other', async () => {
  for (let round = 0; round < 12; round += 1) {
    const ticket = await bookTicket(event);
    const scanned = await scan(ana, event, ticket.id);
    if (scanned.kind !== 'admitted') throw new Error(scanned.kind);
    const undos = Array.from({ length: 6 }, () =>
      undoCheckIn(database(), ana, event.eventId, scanned.checkInId),
    );
    const scans = Array.from({ length: 6 }, () => scan(ana, event, signedCode(ticket)));
    const [undone, admitted] = await Promise.all([Promise.all(undos), Promise.all(scans)]);
    expect(undone.filter(Boolean)).toHaveLength(1);
    const again = admitted.filter(({ kind }) => kind === 'admitted').length;
    expect(again).toBeLessThanOrEqual(1);
    expect(await ticketStatus(ticket)).toBe(again === 1 ? 'used' : 'valid');
  }
});
