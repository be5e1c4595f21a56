import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { organizers } from '#db/schema/index.ts';
import { useApplication } from '#sandbox/testing/application.ts';
import { database } from '../database.ts';
import { createEvent } from './create-event.ts';
import { nearbyEvents } from './nearby-events.ts';
import { nextEventOfOrganizer } from './next-event-of-organizer.ts';
import { publishEvent } from './publish-event.ts';
import { buildHouse, exampleEvent, type House, inHours } from './testing.ts';

useApplication();

async function announce(house: House, title: string, hours: number) {
  const times = { startsAt: inHours(hours), endsAt: inHours(hours + 2) };
  const { eventId: id, slug } = await createEvent(
    database(),
    house.owner,
    house.organizerId,
    exampleEvent(house, { title, ...times }),
  );
  await publishEvent(database(), house.owner, house.organizerId, id);
  return { id, slug, ...times };
}

const titles = (events: readonly { title: string }[]) => events.map((event) => event.title);

test('around its days in its city, and never the event itself', async () => {
  const here = await buildHouse(database(), { city: 'Évora' });
  const elsewhere = await buildHouse(database(), { city: 'Bath' });
  const event = { ...(await announce(here, 'Asked', 100)), category: { slug: here.category } };
  await announce(here, 'The night before', 76);
  await announce(here, 'The day after', 124);
  await announce(here, 'A week later', 268);
  await announce(elsewhere, 'Far away', 101);
  const found = await nearbyEvents(database(), { ...event, venue: { city: 'Évora' } }, 'en');
  expect(found.kind).toBe('same_days');
  expect(titles(found.events)).toEqual(['The night before', 'The day after']);
});

test('too little around its days: what is to come in the city or of the kind, soonest first', async () => {
  const here = await buildHouse(database(), { city: 'Ghent' });
  const elsewhere = await buildHouse(database(), { city: 'Perth' });
  const event = { ...(await announce(here, 'Asked', 100)), category: { slug: elsewhere.category } };
  await announce(here, 'A month later', 800);
  await announce(elsewhere, 'Of the kind', 300);
  const found = await nearbyEvents(database(), { ...event, venue: { city: 'Ghent' } }, 'en');
  expect(found.kind).toBe('to_come');
  expect(titles(found.events)).toEqual(['Of the kind', 'A month later']);
});

test('the next of an organizer is its own and the soonest', async () => {
  const house = await buildHouse(database());
  const other = await buildHouse(database());
  await announce(other, 'Of another', 10);
  await announce(house, 'Later', 90);
  const soonest = await announce(house, 'Soonest', 50);
  const [organizer] = await database()
    .select({ slug: organizers.slug })
    .from(organizers)
    .where(eq(organizers.id, house.organizerId));
  const next = await nextEventOfOrganizer(database(), organizer?.slug ?? '', 'en');
  expect(next?.slug).toBe(soonest.slug);
  expect(await nextEventOfOrganizer(database(), 'nobody-at-all', 'en')).toBeNull();
});
