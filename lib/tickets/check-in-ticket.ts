/*
 * A flow: lets somebody in. One conditional update decides, so that of any number of doors that scan a ticket at the same
 * moment one admits and the others are told when and where.
 */
import { sql } from 'drizzle-orm';
import type { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import type { Actor } from '../auth/actor.ts';
import type { Database, Transaction } from '../database.ts';
import { env } from '../env.ts';
import { DomainError, parseInput } from '../errors.ts';
import { checkInTicketSchema } from './check-in-ticket.schema.ts';
import { assertAtDoor } from './door-event.ts';
import { judge, type Verdict } from './door-rules.ts';
import { type DoorTicket, type FoundTicket, findDoorTicket, shownTicket } from './door-ticket.ts';
import { readDoorCode } from './read-door-code.ts';
import { parseTicketKeys } from './ticket-code.ts';

type Occasion = FoundTicket['event'];

/** What came of a scan, with what has to be said about it. */
export type CheckInResult =
  | { kind: 'admitted'; checkInId: string; ticket: DoorTicket }
  | {
      kind: 'already_used';
      checkInId: string;
      ticket: DoorTicket;
      at: Date;
      door: string;
      /** Null when the account is gone, or it was no person. */
      by: string | null;
      now: Date;
    }
  | { kind: 'wrong_event'; ticket: DoorTicket; event: Occasion }
  | { kind: 'wrong_date'; ticket: DoorTicket; event: Occasion }
  | { kind: 'refunded'; ticket: DoorTicket; at: Date | null }
  | { kind: 'other_mode'; ticket: DoorTicket; mode: string }
  | { kind: 'event_cancelled' | 'cancelled' | 'unpaid' | 'blocked'; ticket: DoorTicket }
  /** Whose it is now is nobody's business who only has the old code. */
  | { kind: 'replaced' }
  | { kind: 'unknown' };

/** Reading and writing meet in between at most this often: whoever changes a ticket does it once. */
const ROUNDS = 5;

/**
 * Lets whoever holds up a ticket in, or says why not. Nothing but an admission changes anything.
 *
 * @throws DomainError `invalid_input`, `not_found`, and what `assertMay` throws
 */
export async function checkInTicket(
  db: Database,
  actor: Actor,
  eventId: string,
  input: z.input<typeof checkInTicketSchema>,
): Promise<CheckInResult> {
  const { ticket, door, scanId, anyDay } = parseInput(checkInTicketSchema, input);
  const organizerId = await assertAtDoor(db, actor, 'door.check_in', eventId);
  const { ticketSigningKeys, payments } = env();
  const code = readDoorCode(ticket, parseTicketKeys(ticketSigningKeys).publicKeys);
  if (!code) return { kind: 'unknown' };
  const shown = {
    organizerId,
    eventId,
    revision: code.by === 'signed' ? code.revision : null,
    paymentsMode: payments.mode,
    anyDay,
  };
  return db.transaction(async (tx) => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const found = await findDoorTicket(tx, code);
      const verdict = judge(found, { ...shown, outdated: found?.outdated ?? false });
      if (!found || verdict === 'unknown') return { kind: 'unknown' };
      if (verdict !== 'admit') return refusal(verdict, found, scanId);
      const admitted = await admit(tx, actor, found, { door, scanId });
      if (admitted) return admitted;
    }
    throw new Error('a ticket kept changing while it was checked in');
  });
}

/** Marks the ticket as used, if it still is what it was when it was read; null when somebody was first. */
async function admit(
  tx: Transaction,
  actor: Actor,
  found: FoundTicket,
  { door, scanId }: { door: string; scanId: string },
): Promise<CheckInResult | null> {
  const marked = await tx.execute(sql`
    update tickets set status = 'used'
    where id = ${found.id} and status = 'valid' and revision = ${found.revision}`);
  if (marked.rowCount === 0) return null;
  const written = await tx.execute(sql`
    insert into check_ins (id, ticket_id, event_id, admitted_by, door)
    values (${scanId}, ${found.id}, ${found.eventId}, ${actor.kind === 'user' ? actor.userId : null}, ${door})
    on conflict (id) do nothing`);
  // The id of another scan: a device that repeats itself, or somebody who makes ids up.
  if (written.rowCount === 0) throw new DomainError('invalid_input', { field: 'scanId' });
  await recordAudit(tx, {
    actor,
    organizerId: found.organizerId,
    action: 'ticket.checked_in',
    object: { type: 'ticket', id: found.id },
    changes: {
      status: ['valid', 'used'],
      ...(found.hours === 'open' ? {} : { anyDay: [false, true] }),
    },
  });
  return { kind: 'admitted', checkInId: scanId, ticket: shownTicket(found) };
}

function refusal(
  verdict: Exclude<Verdict, 'admit' | 'unknown'>,
  found: FoundTicket,
  scanId: string,
): CheckInResult {
  const ticket = shownTicket(found);
  switch (verdict) {
    case 'already_used': {
      const { checkIn, now } = found;
      if (!checkIn) throw new Error(`ticket ${found.id} is used and nobody let it in`);
      const { id: checkInId, at, door, by } = checkIn;
      if (checkInId === scanId) return { kind: 'admitted', checkInId, ticket };
      return { kind: verdict, checkInId, ticket, at, door, by, now };
    }
    case 'wrong_event':
    case 'wrong_date':
      return { kind: verdict, ticket, event: found.event };
    case 'refunded':
      return { kind: verdict, ticket, at: found.refundedAt };
    case 'other_mode':
      return { kind: verdict, ticket, mode: found.paymentsMode };
    case 'replaced':
      return { kind: verdict };
    default:
      return { kind: verdict, ticket };
  }
}
