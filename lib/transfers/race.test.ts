import { setTimeout } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { type EventOnSale, useApplication } from '#sandbox/testing/application.ts';
import { freeTickets, houseMember, scan, signedCode } from '#sandbox/testing/door.ts';
import { guestBooks, offerKey } from '#sandbox/testing/holder.ts';
import type { UserActor } from '../auth/actor.ts';
import { inHours } from '../catalog/testing.ts';
import { database } from '../database.ts';
import { DomainError } from '../errors.ts';
import { claimTicket } from './claim-ticket.ts';
import { declineOffer } from './decline-offer.ts';
import { offerTicket } from './offer-ticket.ts';
import { withdrawOffer } from './withdraw-offer.ts';

// As many connections as contenders, so that they race for the ticket and not for a connection.
process.env.DATABASE_POOL_SIZE = '24';
const app = useApplication();
const guest = { kind: 'guest' } as const;

let event: EventOnSale;
let door: UserActor;

beforeEach(async () => {
  event = await app.eventOnSale({ ...freeTickets, startsAt: inHours(3), endsAt: inHours(6) });
  door = await houseMember(event);
});

const ROUNDS = 12;
const to = (index: number) => ({ name: `Taker ${index}`, email: `taker-${index}-${Date.now()}@example.org` });

const code = (error: unknown) => {
  if (!(error instanceof DomainError)) throw error;
  return error.code;
};

async function later<T>(held: boolean, act: () => Promise<T>): Promise<T> {
  if (held) await setTimeout(40);
  return act();
}

test('a claim and a check-in of the old code: one of them, and the other is told why', async () => {
  const outcomes = new Set<string>();
  for (let round = 0; round < ROUNDS; round += 1) {
    const booking = await guestBooks(event);
    const [ticket] = booking.tickets;
    if (!ticket) throw new Error('there is no ticket');
    await offerTicket(ticket.code, booking.access, to(round), 'en');
    const key = await offerKey(ticket.id);
    // Neither is held back in a third of the rounds, each of them in another.
    const [claimed, scanned] = await Promise.all([
      later(round % 3 === 1, () => claimTicket(key, guest, { name: 'Olena' }).then(() => 'claimed', code)),
      later(round % 3 === 2, () => scan(door, event, signedCode(ticket)).then(({ kind }) => kind)),
    ]);
    outcomes.add(`${claimed}/${scanned}`);
    expect(['claimed/replaced', 'ticket_used/admitted']).toContain(`${claimed}/${scanned}`);
    const { rows } = await database().execute<{ status: string; revision: number }>(
      sql`select status, revision from tickets where id = ${ticket.id}`,
    );
    expect(rows[0]).toEqual(
      claimed === 'claimed' ? { status: 'valid', revision: 1 } : { status: 'used', revision: 0 },
    );
  }
  expect(outcomes.size).toBe(2);
});

test('twenty claims by one mail: one takes it, the others are told', async () => {
  const booking = await guestBooks(event);
  const [ticket] = booking.tickets;
  if (!ticket) throw new Error('there is no ticket');
  await offerTicket(ticket.code, booking.access, to(100), 'en');
  const key = await offerKey(ticket.id);
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      claimTicket(key, guest, { name: `Tab ${index}` }).then(() => 'claimed', code),
    ),
  );
  expect(answers.toSorted()).toEqual(['claimed', ...Array.from({ length: 19 }, () => 'offer_over')]);
});

test('twenty offers of one ticket at once: one stands', async () => {
  const booking = await guestBooks(event);
  const [ticket] = booking.tickets;
  if (!ticket) throw new Error('there is no ticket');
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      offerTicket(ticket.code, booking.access, to(200 + index), 'en').then(() => 'offered', code),
    ),
  );
  expect(answers.toSorted()).toEqual([...Array.from({ length: 19 }, () => 'already_offered'), 'offered']);
});

test('taken, declined and taken back at once: one outcome', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const booking = await guestBooks(event);
    const [ticket] = booking.tickets;
    if (!ticket) throw new Error('there is no ticket');
    await offerTicket(ticket.code, booking.access, to(300 + round), 'en');
    const key = await offerKey(ticket.id);
    const answers = await Promise.all([
      claimTicket(key, guest, { name: 'Olena' }).then(() => 'done', code),
      declineOffer(key, guest).then(() => 'done', code),
      // When it has been taken first, the ticket is not theirs any more.
      withdrawOffer(ticket.code, booking.access).then(() => 'done', code),
    ]);
    expect(answers.filter((answer) => answer === 'done')).toHaveLength(1);
    for (const answer of answers) expect(['done', 'offer_over', 'not_found']).toContain(answer);
  }
});
