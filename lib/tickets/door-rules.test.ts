import { describe, expect, test } from 'vitest';
import { hoursOf, type Judged, judge, type Shown, type Verdict } from './door-rules.ts';

const ticket: Judged = {
  organizerId: 'ours',
  eventId: 'tonight',
  eventCancelled: false,
  hours: 'open',
  status: 'valid',
  revision: 2,
  paymentsMode: 'live',
  refunded: false,
  due: false,
};

const shown: Shown = {
  organizerId: 'ours',
  eventId: 'tonight',
  revision: 2,
  outdated: false,
  paymentsMode: 'live',
  anyDay: false,
};

const cases: [string, Partial<Judged> | null, Partial<Shown>, Verdict][] = [
  ['a valid ticket', {}, {}, 'admit'],
  ['the same, typed or from the list', {}, { revision: null }, 'admit'],
  ['one that was used', { status: 'used' }, {}, 'already_used'],
  ['nothing that exists', null, {}, 'unknown'],
  ['another organizer’s', { organizerId: 'theirs', eventId: 'elsewhere' }, {}, 'unknown'],
  ['another organizer’s, used', { organizerId: 'theirs', status: 'used' }, {}, 'unknown'],
  ['a revision that does not exist yet', { revision: 1 }, {}, 'unknown'],
  ['an older revision', { revision: 3 }, {}, 'replaced'],
  ['an older revision of one that was used', { revision: 3, status: 'used' }, {}, 'replaced'],
  ['characters that are not on it any more', {}, { revision: null, outdated: true }, 'replaced'],
  ['another event of ours', { eventId: 'tomorrow' }, {}, 'wrong_event'],
  ['another event of ours, void', { eventId: 'tomorrow', status: 'void' }, {}, 'wrong_event'],
  ['too early', { hours: 'early' }, {}, 'wrong_date'],
  ['too late', { hours: 'late' }, {}, 'wrong_date'],
  ['too early, let in all the same', { hours: 'early' }, { anyDay: true }, 'admit'],
  ['too early and used', { hours: 'early', status: 'used' }, { anyDay: true }, 'already_used'],
  ['the event is cancelled', { eventCancelled: true }, {}, 'event_cancelled'],
  [
    'the event is cancelled, another day',
    { eventCancelled: true, hours: 'early' },
    { anyDay: true },
    'event_cancelled',
  ],
  ['a void one', { status: 'void' }, {}, 'cancelled'],
  ['a void one whose money went back', { status: 'void', refunded: true }, {}, 'refunded'],
  ['one held back over a dispute', { status: 'blocked' }, {}, 'blocked'],
  ['one that nobody has paid yet', { status: 'blocked', due: true }, {}, 'unpaid'],
  ['a test booking at a live event', { paymentsMode: 'test' }, {}, 'other_mode'],
  ['a sandbox booking at a live event', { paymentsMode: 'sandbox' }, {}, 'other_mode'],
  ['a real booking where money is not real', {}, { paymentsMode: 'sandbox' }, 'other_mode'],
  ['a test booking where all are', { paymentsMode: 'test' }, { paymentsMode: 'test' }, 'admit'],
];

describe('at the door', () => {
  test.each(cases)('%s', (_, changes, circumstances, verdict) => {
    const found = changes === null ? null : { ...ticket, ...changes };
    expect(judge(found, { ...shown, ...circumstances })).toBe(verdict);
  });

  const at = (time: string) => new Date(`2027-03-${time}:00Z`);
  const night = { startsAt: at('12T20:00'), doorsAt: at('12T19:00'), endsAt: at('12T23:00') };

  test.each([
    [night, '12T06:59', 'early'],
    [night, '12T07:00', 'open'],
    [night, '13T11:00', 'open'],
    [night, '13T11:01', 'late'],
    [{ ...night, doorsAt: null }, '12T07:59', 'early'],
    [{ ...night, doorsAt: null }, '12T08:00', 'open'],
  ] as const)('%j at %s is %s', (event, now, hours) => {
    expect(hoursOf(event, at(now))).toBe(hours);
  });
});
