/** Whose ticket it is, as the door may see it. */
export type DoorPerson = {
  name: string;
  ticketType: string;
  reference: string;
  /** Which of how many tickets of the booking. */
  number: number;
  count: number;
};

/** What came of a scan, ready to be said in the reader's language. Times are written out on the event's clock. */
export type DoorAnswer =
  | { kind: 'admitted'; who: DoorPerson; checkInId: string }
  | {
      kind: 'already_used';
      who: DoorPerson;
      checkInId: string;
      /** 19:24, with the day in front when that was not today. */
      at: string;
      door: string;
      by: string | null;
      minutes: number;
    }
  | { kind: 'wrong_event'; who: DoorPerson; event: string; when: string; place: string | null }
  | { kind: 'wrong_date'; who: DoorPerson; when: string }
  | { kind: 'refunded'; who: DoorPerson; when: string | null }
  | { kind: 'other_mode'; who: DoorPerson; mode: string }
  | { kind: 'event_cancelled' | 'cancelled' | 'unpaid' | 'blocked'; who: DoorPerson }
  | { kind: 'replaced' }
  | { kind: 'unknown' }
  /** Taken back: nobody is let in by that ticket any more. */
  | { kind: 'undone'; who: DoorPerson }
  /** Somebody else has taken it back before. */
  | { kind: 'nothing_to_undo' }
  /** It could not be asked at all, in words. */
  | { kind: 'refused'; message: string }
  // What a device says to itself.
  | { kind: 'no_network' }
  | { kind: 'signed_out' };

export type DoorProgress = { admitted: number; expected: number };

/** What a door's form answers: how many are in goes along, so that every scan brings it up to date. */
export type DoorReply = { answer: DoorAnswer; progress: DoorProgress | null; ticket: string };

/** A server action of the door. */
export type DoorAction = (previous: DoorReply | null, data: FormData) => Promise<DoorReply>;
