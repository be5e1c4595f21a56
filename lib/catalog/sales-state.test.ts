import { describe, expect, test } from 'vitest';
import {
  type EventTimes,
  eventState,
  type PoolStock,
  placesTogether,
  type TicketTypeStock,
  ticketTypeState,
} from './sales-state.ts';

const at = (time: string) => new Date(`2027-03-${time}:00Z`);
const NOW = at('12T12:00');

const event = (changes: Partial<EventTimes> = {}): EventTimes => ({
  status: 'published',
  startsAt: at('20T20:00'),
  endsAt: at('20T23:00'),
  stopped: false,
  ...changes,
});

let poolNumber = 0;
const pool = (capacity: number, sold = 0, held = 0): PoolStock => {
  poolNumber += 1;
  return { id: `pool-${poolNumber}`, capacity, sold, held };
};

const type = (pools: PoolStock[], changes: Partial<TicketTypeStock> = {}): TicketTypeStock => ({
  id: 'type',
  salesStartAt: null,
  salesEndAt: null,
  minPerBooking: 1,
  pools,
  ...changes,
});

describe('the state of a ticket type', () => {
  const cases: [string, Partial<EventTimes>, TicketTypeStock, object][] = [
    ['has places', {}, type([pool(100, 50)]), { kind: 'on_sale' }],
    ['one more than a tenth left is not few', {}, type([pool(100, 89)]), { kind: 'on_sale' }],
    ['a tenth left', {}, type([pool(100, 90)]), { kind: 'few_left', left: 10 }],
    ['a tenth of a big house is not few', {}, type([pool(1000, 900)]), { kind: 'on_sale' }],
    ['twenty of a big house', {}, type([pool(1000, 980)]), { kind: 'few_left', left: 20 }],
    ['a small room that nobody has booked', {}, type([pool(2)]), { kind: 'on_sale' }],
    ['the last of a small room', {}, type([pool(8, 7)]), { kind: 'few_left', left: 1 }],
    [
      'the tightest of several pools counts',
      {},
      type([pool(100), pool(20, 19)]),
      { kind: 'few_left', left: 1 },
    ],
    ['sold out', {}, type([pool(100, 100)]), { kind: 'sold_out' }],
    ['sold out through a shared pool', {}, type([pool(50, 10), pool(100, 100)]), { kind: 'sold_out' }],
    ['the rest is held', {}, type([pool(100, 97, 3)]), { kind: 'all_in_carts' }],
    ['held and sold in different pools', {}, type([pool(10, 0, 10), pool(10, 10)]), { kind: 'sold_out' }],
    ['less left than must be booked', {}, type([pool(100, 99)], { minPerBooking: 2 }), { kind: 'sold_out' }],
    [
      'so much held that too little is left',
      {},
      type([pool(100, 97, 2)], { minPerBooking: 2 }),
      { kind: 'all_in_carts' },
    ],
    ['no pool at all', {}, type([]), { kind: 'sold_out' }],
    [
      'opens later',
      {},
      type([pool(9)], { salesStartAt: at('13T10:00') }),
      { kind: 'not_yet', from: at('13T10:00') },
    ],
    ['opens now', {}, type([pool(9)], { salesStartAt: NOW }), { kind: 'on_sale' }],
    [
      'opens later, with nothing left to open',
      {},
      type([pool(9, 9)], { salesStartAt: at('13T10:00') }),
      { kind: 'sold_out' },
    ],
    ['its window ends now', {}, type([pool(9)], { salesEndAt: NOW }), { kind: 'ended' }],
    ['the event has begun', { startsAt: NOW }, type([pool(9)]), { kind: 'ended' }],
    [
      'begun, but sold until later',
      { startsAt: at('12T11:00') },
      type([pool(90)], { salesEndAt: at('12T22:00') }),
      { kind: 'on_sale' },
    ],
    ['the event is over', { startsAt: at('12T09:00'), endsAt: NOW }, type([pool(9)]), { kind: 'past' }],
    ['cancelled', { status: 'cancelled' }, type([pool(9)]), { kind: 'cancelled' }],
    [
      'cancelled stays cancelled when over',
      { status: 'cancelled', endsAt: NOW },
      type([pool(9)]),
      { kind: 'cancelled' },
    ],
    ['postponed', { status: 'postponed' }, type([pool(9)]), { kind: 'postponed' }],
    ['stopped, whatever is left', { stopped: true }, type([pool(9)]), { kind: 'stopped' }],
    ['stopped while postponed', { stopped: true, status: 'postponed' }, type([pool(9)]), { kind: 'stopped' }],
    ['stopped and over', { stopped: true, endsAt: NOW }, type([pool(9)]), { kind: 'past' }],
  ];
  test.each(cases)('%s', (_name, changes, ticketType, expected) => {
    expect(ticketTypeState(event(changes), ticketType, NOW)).toEqual(expected);
  });
});

describe('the state of an event', () => {
  const room = pool(100, 95);
  const later = (day: string) => ({ salesStartAt: at(`${day}T10:00`) });
  const cases: [string, TicketTypeStock[], object][] = [
    ['one type still has places', [type([pool(10, 10)]), type([pool(50, 1)])], { kind: 'on_sale' }],
    ['few in all, shared pool counted once', [type([room]), type([room])], { kind: 'few_left', left: 5 }],
    ['few of each of many add up', [type([pool(100, 95)]), type([pool(100, 80)])], { kind: 'on_sale' }],
    [
      'carts before later sales',
      [type([pool(9, 5, 4)]), type([pool(9)], later('14'))],
      { kind: 'all_in_carts' },
    ],
    [
      'later sales before sold out',
      [type([pool(9, 9)]), type([pool(9)], later('14'))],
      { kind: 'not_yet', from: at('14T10:00') },
    ],
    [
      'the first opening counts',
      [type([pool(9)], later('15')), type([pool(9)], later('13'))],
      { kind: 'not_yet', from: at('13T10:00') },
    ],
    [
      'sold out before ended',
      [type([pool(9)], { salesEndAt: NOW }), type([pool(9, 9)])],
      { kind: 'sold_out' },
    ],
    ['every window closed', [type([pool(9)], { salesEndAt: NOW })], { kind: 'ended' }],
    ['nothing offered', [], { kind: 'ended' }],
  ];
  test.each(cases)('%s', (_name, types, expected) => {
    expect(eventState(event(), types, NOW)).toEqual(expected);
  });
});

test('places of types that share a room are not counted twice', () => {
  const room = pool(100);
  const standing = type([room, pool(80)]);
  const balcony = type([room, pool(40)]);
  expect(placesTogether([standing, balcony], (one) => one.capacity)).toBe(100);
  expect(placesTogether([standing], (one) => one.capacity)).toBe(80);
});
