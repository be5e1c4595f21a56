/*
 * Who gets in, and what is said to those who do not: pure, so that it reads and is tested as a table.
 */

const HOUR = 3_600_000;

/** How long before its doors and after its end an event's tickets still count as tickets of that day. */
const MARGIN_HOURS = 12;

export type DoorHours = 'early' | 'open' | 'late';

/** Whether a ticket of this event is for today: from twelve hours before doors to twelve hours after the end. */
export function hoursOf(event: { startsAt: Date; doorsAt: Date | null; endsAt: Date }, now: Date): DoorHours {
  const opens = (event.doorsAt ?? event.startsAt).getTime() - MARGIN_HOURS * HOUR;
  if (now.getTime() < opens) return 'early';
  return now.getTime() > event.endsAt.getTime() + MARGIN_HOURS * HOUR ? 'late' : 'open';
}

/** Why nobody gets in with this, or that they do. */
export type Verdict =
  | 'admit'
  | 'already_used'
  /** For another event of this organizer. */
  | 'wrong_event'
  /** For this event, on another day. */
  | 'wrong_date'
  | 'event_cancelled'
  | 'cancelled'
  | 'refunded'
  /** Somebody let it through, and the money has not come yet. */
  | 'unpaid'
  /** Held back while a payment is disputed. */
  | 'blocked'
  /** It was passed on or issued anew: this code is the old one. */
  | 'replaced'
  /** Bought while no money was real, or the other way round. */
  | 'other_mode'
  /** Nothing that this organizer has sold: made up, damaged, or somebody else's. */
  | 'unknown';

/** A ticket as the door has to know it to judge. */
export type Judged = {
  organizerId: string;
  eventId: string;
  eventCancelled: boolean;
  hours: DoorHours;
  status: 'valid' | 'used' | 'blocked' | 'void';
  revision: number;
  paymentsMode: string;
  /** Whether the booking's money went back. */
  refunded: boolean;
  /** Whether money for the booking has yet to come. */
  due: boolean;
};

/** What was shown, and where. */
export type Shown = {
  organizerId: string;
  eventId: string;
  /** The revision in the code; null for what carries none: typed characters, a row of the list. */
  revision: number | null;
  /** True for characters that stood on this ticket once and do not any more. */
  outdated: boolean;
  paymentsMode: string;
  /** True when whoever stands at the door lets tickets of another day in. */
  anyDay: boolean;
};

/**
 * Decides on one ticket. What belongs to another organizer is `unknown`, the same as what does not exist, so that nobody
 * learns anything of it.
 */
export function judge(ticket: Judged | null, shown: Shown): Verdict {
  if (!ticket || ticket.organizerId !== shown.organizerId) return 'unknown';
  // A code from the future was not made by this database.
  if (shown.revision !== null && shown.revision > ticket.revision) return 'unknown';
  if (ticket.eventId !== shown.eventId) return 'wrong_event';
  if (ticket.paymentsMode !== shown.paymentsMode) return 'other_mode';
  if (ticket.eventCancelled) return 'event_cancelled';
  if (shown.outdated || (shown.revision !== null && shown.revision < ticket.revision)) return 'replaced';
  switch (ticket.status) {
    case 'void':
      return ticket.refunded ? 'refunded' : 'cancelled';
    case 'blocked':
      return ticket.due ? 'unpaid' : 'blocked';
    case 'used':
      return 'already_used';
    case 'valid':
      return ticket.hours === 'open' || shown.anyDay ? 'admit' : 'wrong_date';
  }
}
