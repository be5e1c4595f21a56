import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { fieldOf } from '#app/form-answers.ts';
import type { DoorAnswer, DoorPerson, DoorReply } from '#components/door/door-answer.ts';
import type { Actor } from '#lib/auth/actor.ts';
import { database } from '#lib/database.ts';
import { DomainError } from '#lib/errors.ts';
import type { Locale } from '#lib/i18n/routing.ts';
import { type CheckInResult, checkInTicket } from '#lib/tickets/check-in-ticket.ts';
import { type DoorEvent, findDoorEvent } from '#lib/tickets/door-event.ts';
import { doorProgress } from '#lib/tickets/door-progress.ts';
import type { DoorTicket } from '#lib/tickets/door-ticket.ts';
import { undoCheckIn } from '#lib/tickets/undo-check-in.ts';
import { formatTime, localDate } from '#lib/time.ts';

/** What somebody at the door has sent, and in which language they hear of it. */
export type AtDoor = { actor: Actor; locale: Locale; slug: string; data: FormData };

const person = ({ attendeeName, ticketType, reference, number, count }: DoorTicket): DoorPerson => ({
  name: attendeeName,
  ticketType,
  reference,
  number,
  count,
});

/** Writes a result out on the clock of the door's event; another event's times on that one's own. */
function inWords(result: CheckInResult, { timezone }: DoorEvent, locale: Locale): DoorAnswer {
  switch (result.kind) {
    case 'admitted':
      return { kind: result.kind, checkInId: result.checkInId, who: person(result.ticket) };
    case 'already_used': {
      const { checkInId, at, now, door, by } = result;
      const sameDay = localDate(at, timezone) === localDate(now, timezone);
      const minutes = Math.floor((now.getTime() - at.getTime()) / 60_000);
      const time = formatTime(at, timezone, locale, sameDay ? 'time' : 'dayTime');
      return { kind: result.kind, who: person(result.ticket), checkInId, at: time, door, by, minutes };
    }
    case 'wrong_event':
    case 'wrong_date': {
      const { title, startsAt, venue } = result.event;
      const when = formatTime(startsAt, result.event.timezone, locale, 'dayTime');
      const who = person(result.ticket);
      return result.kind === 'wrong_date'
        ? { kind: result.kind, who, when }
        : { kind: result.kind, who, when, event: title, place: venue };
    }
    case 'refunded': {
      const when = result.at && formatTime(result.at, timezone, locale, 'dayTime');
      return { kind: result.kind, who: person(result.ticket), when };
    }
    case 'other_mode':
      return { kind: result.kind, who: person(result.ticket), mode: result.mode };
    case 'replaced':
    case 'unknown':
      return { kind: result.kind };
    default:
      return { kind: result.kind, who: person(result.ticket) };
  }
}

// messages: errors.*
/** Does what a door's form asks for; whatever a person should hear about becomes an answer, and its status. */
async function reply(
  { actor, locale, slug, data }: AtDoor,
  act: (event: DoorEvent) => Promise<DoorAnswer>,
): Promise<{ reply: DoorReply; status: number }> {
  const ticket = fieldOf(data, 'ticket');
  try {
    const event = await findDoorEvent(database(), actor, slug);
    const answer = await act(event);
    const progress = await doorProgress(database(), actor, event.id);
    return { reply: { answer, progress, ticket }, status: 200 };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const t = await getTranslations({ locale, namespace: 'errors' });
    const message = t(error.code, error.values);
    return { reply: { answer: { kind: 'refused', message }, progress: null, ticket }, status: error.status };
  }
}

/** Lets somebody in, or says why not. */
export function answerCheckIn(at: AtDoor) {
  return reply(at, async (event) => {
    const result = await checkInTicket(database(), at.actor, event.id, {
      ticket: fieldOf(at.data, 'ticket'),
      door: fieldOf(at.data, 'door'),
      scanId: fieldOf(at.data, 'scanId'),
      anyDay: fieldOf(at.data, 'anyDay') === '1',
    });
    return inWords(result, event, at.locale);
  });
}

/** Takes a check-in back. */
export function answerUndo(at: AtDoor) {
  return reply(at, async (event) => {
    const checkInId = z.uuid().safeParse(fieldOf(at.data, 'checkInId'));
    if (!checkInId.success) throw new DomainError('invalid_input', { field: 'checkInId' });
    const ticket = await undoCheckIn(database(), at.actor, event.id, checkInId.data);
    return ticket ? { kind: 'undone', who: person(ticket) } : { kind: 'nothing_to_undo' };
  });
}
