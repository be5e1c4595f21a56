import { eq, sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { events } from '#db/schema/index.ts';
import { useApplication } from '#sandbox/testing/application.ts';
import { anAdmin } from '../auth/testing.ts';
import { createEvent } from '../catalog/create-event.ts';
import { buildHouse, exampleEvent, type House, inHours } from '../catalog/testing.ts';
import { database } from '../database.ts';
import { eventsFromNow } from './events-from-now.ts';
import { listOrganizerEvents } from './list-organizer-events.ts';
import { lookUpEvents } from './look-up-events.ts';

const app = useApplication();

const MONTH = 30 * 24;

/** Hours from now when each starts and ends, in the order they should be listed in but for the ties. */
const PROGRAMME = {
  'A run of two months': [-MONTH, MONTH],
  'On stage': [-1, 1],
  'Tonight, small room': [3, 5],
  'Tonight, large room': [3, 6],
  'Next year': [8000, 8002],
  'Just over': [-3, -2],
  'Last week, small room': [-170, -168],
  'Last week, large room': [-170, -160],
  'A run that never ends': [-5 * MONTH, 9000],
} as const;

const TITLES = Object.keys(PROGRAMME);
/** Which of two that start together comes first is up to their ids; all pages have to agree on it. */
const withoutRoom = (titles: readonly string[]) => titles.map((title) => title.replace(/, .*/, ''));

async function houseWithProgramme(): Promise<House> {
  const db = database();
  const house = await buildHouse(db);
  for (const [title, [from, to]] of Object.entries(PROGRAMME).toReversed()) {
    const { eventId } = await createEvent(db, house.owner, house.organizerId, exampleEvent(house, { title }));
    await db
      .update(events)
      .set({ startsAt: inHours(from), endsAt: inHours(to) })
      .where(eq(events.id, eventId));
  }
  return house;
}

type Page = { titles: string[]; next: string | null };

/** Turns the pages until the last; `between` happens after each. */
async function turn(
  read: (after: string | undefined) => Promise<Page>,
  between?: () => Promise<void>,
): Promise<string[]> {
  const seen: string[] = [];
  let after: string | undefined;
  for (let page = 0; page < 100; page += 1) {
    const { titles, next } = await read(after);
    seen.push(...titles);
    if (next === null) return seen;
    after = next;
    await between?.();
  }
  throw new Error('the pages do not end');
}

const ofOrganizer =
  ({ owner, organizerId }: House, size: number) =>
  async (after: string | undefined): Promise<Page> => {
    const page = await listOrganizerEvents(database(), owner, organizerId, { after }, size);
    return { titles: page.events.map(({ title }) => title), next: page.next };
  };

describe('from now', () => {
  test.each([1, 2, 3, 4, 5, 6, 9, 50])('pages of %i show everything once, in one order', async (size) => {
    const house = await houseWithProgramme();
    const whole = await turn(ofOrganizer(house, 50));
    expect(withoutRoom(whole)).toEqual(withoutRoom(TITLES));
    expect(await turn(ofOrganizer(house, size))).toEqual(whole);
  });

  test('admins read everybody’s in the same order', async () => {
    const admin = await anAdmin(database());
    const { organizerId } = await houseWithProgramme();
    const all = await turn(async (after) => {
      const page = await lookUpEvents(database(), admin, { after }, 2);
      return { titles: page.events.map(({ id }) => id), next: page.next };
    });
    expect(new Set(all).size).toBe(all.length);
    const mine = await database()
      .select({ id: events.id, title: events.title })
      .from(events)
      .where(eq(events.organizerId, organizerId));
    const titles = all.flatMap((id) => mine.find((event) => event.id === id)?.title ?? []);
    expect(withoutRoom(titles)).toEqual(withoutRoom(TITLES));
  });

  test('what ends while somebody turns the pages comes neither twice nor never', async () => {
    const house = await houseWithProgramme();
    const whole = await turn(ofOrganizer(house, 50));
    let minutes = 0;
    try {
      // Within the walk, what is on stage ends, and tonight begins and ends.
      const seen = await turn(ofOrganizer(house, 1), async () => {
        minutes += 90;
        await app.setClock(minutes);
      });
      expect(seen).toEqual(whole);
    } finally {
      await app.setClock(0);
    }
  });

  test.each(['', 'upcoming', 'past_x_y', `upcoming_${'9'.repeat(27)}_x`])('%j begins anew', async (after) => {
    const house = await houseWithProgramme();
    expect((await ofOrganizer(house, 1)(after)).titles).toEqual([TITLES[0]]);
  });

  test('both parts come out of an index in their order, from where the page before ended', async () => {
    const { organizerId } = await buildHouse(database());
    const plans: string[] = [];
    const explained = (where: ReturnType<typeof sql>) =>
      eventsFromNow<{ id: string; key: string }>(database(), undefined, 50, ({ condition, order, limit }) =>
        database().transaction(async (tx) => {
          await tx.execute(sql`set local enable_seqscan = off`);
          await tx.execute(sql`set local enable_bitmapscan = off`);
          const { rows } = await tx.execute<{ 'QUERY PLAN': string }>(sql`
            explain select 1 from ${events} where ${where} and ${condition}
            order by ${sql.join(order, sql`, `)} limit ${limit}`);
          plans.push(rows.map((row) => row['QUERY PLAN']).join('\n'));
          return [];
        }),
      );
    await explained(sql`true`);
    await explained(sql`${events.organizerId} = ${organizerId}`);
    const [everybodysNext, everybodysPast, theirNext, theirPast] = plans;
    expect(everybodysNext).toMatch(/Index Scan using events_by_start.*\n.*Index Cond: .*starts_at > /);
    expect(everybodysPast).toMatch(
      /Index Scan Backward using events_by_start.*\n.*Index Cond: .*starts_at <= /,
    );
    for (const plan of [everybodysNext, everybodysPast]) expect(plan).not.toContain('Sort');
    for (const plan of [theirNext, theirPast]) expect(plan).toMatch(/using events_(organizer|by_start)/);
  });
});
