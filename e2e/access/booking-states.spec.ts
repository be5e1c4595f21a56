import { expect, test } from 'playwright/test';
import { useVerbs } from '../stage/application.ts';
import { ask } from '../stage/database.ts';
import { house } from '../stage/house.ts';
import { type Outcome, openAs } from './ask-route.ts';
import { type Reader, readers } from './readers.ts';
import { buildWorld, type World } from './world.ts';

// What becomes of a booking changes what its buyer gets of it, and never who else gets anything.

useVerbs();
let world: World;
test.beforeAll(async () => {
  world = await buildWorld();
});

/** Parts of a booking, by what they are. */
const parts = {
  page: () => '',
  tickets: () => '/tickets',
  ticket: ({ booking }: World) => `/tickets/${booking.tickets[0]?.code}`,
  calendar: () => '/calendar',
  receipt: () => '/receipt',
} as const;

type Part = keyof typeof parts;

/** Who may see a booking of the buyer's at all; see lib/auth/policy.ts. */
const insiders: ReadonlySet<Reader> = new Set(['buyer', 'box_office', 'manager', 'owner', 'admin']);

/** What is done to the booking, in the tables, and which parts there are of it then. */
const states: Record<string, { change: string; parts: readonly Part[] }> = {
  confirmed: {
    change: 'select 1 where $1::uuid is not null',
    parts: ['page', 'tickets', 'ticket', 'calendar', 'receipt'],
  },
  'with tickets that are blocked': {
    change: `update tickets set status = 'blocked' where booking_id = $1`,
    parts: ['page', 'calendar', 'receipt'],
  },
  'with tickets that are void': {
    change: `update tickets set status = 'void' where booking_id = $1`,
    parts: ['page', 'calendar', 'receipt'],
  },
  'of an event that is cancelled': {
    change: `update events set status = 'cancelled', cancelled_at = app_now() where id = (select event_id from bookings where id = $1)`,
    parts: ['page', 'calendar', 'receipt'],
  },
  cancelled: {
    change: `update bookings set status = 'cancelled' where id = $1`,
    parts: ['page', 'calendar', 'receipt'],
  },
  refunded: {
    change: `update bookings set status = 'refunded' where id = $1`,
    parts: ['page', 'calendar', 'receipt'],
  },
};

// So that each state stands alone, and the house ends as its rules want it.
test.afterEach(async () => {
  const { booking, event } = world;
  await ask(`update bookings set status = 'confirmed' where id = $1`, [booking.id]);
  await ask(`update tickets set status = 'valid' where booking_id = $1`, [booking.id]);
  await ask(`update events set status = 'published', cancelled_at = null where id = $1`, [event.id]);
});

for (const [state, { change, parts: there }] of Object.entries(states)) {
  test(`a booking ${state}`, async () => {
    await ask(change, [world.booking.id]);
    const found: Record<string, Record<string, Outcome>> = {};
    const wanted: typeof found = {};
    for (const part of Object.keys(parts) as Part[]) {
      const path = `/bookings/${world.booking.reference}${parts[part](world)}`;
      const outcomes = await Promise.all(
        readers.map(async (reader) => {
          const cookie = reader === 'guest' ? null : world.people[reader].cookie;
          return [reader, await openAs(house().appUrl, path, cookie)] as const;
        }),
      );
      found[part] = Object.fromEntries(outcomes);
      wanted[part] = Object.fromEntries(
        readers.map((reader) => [reader, insiders.has(reader) && there.includes(part) ? 'shown' : 'missing']),
      );
    }
    expect(found).toEqual(wanted);
  });
}
