import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { organizers, venues } from '#db/schema/index.ts';
import { useApplication } from '#sandbox/testing/application.ts';
import { database } from '../database.ts';
import { createEvent } from './create-event.ts';
import { findOrganizerPage } from './find-organizer-page.ts';
import { findVenue } from './find-venue.ts';
import { publishEvent } from './publish-event.ts';
import { buildHouse, exampleEvent, type House, inHours } from './testing.ts';

const { asOwner } = useApplication();

/** A published event of a house; `over` puts it two days into the past. */
async function put(house: House, title: string, { online = false, over = false, publish = true } = {}) {
  const db = database();
  const { venueId, ...rest } = exampleEvent(house, { title });
  const event = { ...rest, ...(online ? { online, timezone: 'Europe/Lisbon' } : { venueId }) };
  const { eventId } = await createEvent(db, house.owner, house.organizerId, event);
  if (publish) await publishEvent(db, house.owner, house.organizerId, eventId);
  if (over)
    await asOwner('update events set starts_at = $2, ends_at = $3 where id = $1', [
      eventId,
      inHours(-51),
      inHours(-48),
    ]);
  return eventId;
}

async function slugsOf(house: House) {
  const [venue] = await database()
    .select({ slug: venues.slug, organizer: organizers.slug })
    .from(venues)
    .innerJoin(organizers, eq(organizers.id, venues.organizerId))
    .where(eq(venues.id, house.venueId));
  if (!venue) throw new Error('the house has no venue');
  return venue;
}

test('a venue shows what comes and what was there, and an organizer all of theirs', async () => {
  const house = await buildHouse(database());
  await put(house, 'Coming');
  await put(house, 'Gone by', { over: true });
  const calledOff = await put(house, 'Called off', { over: true });
  await asOwner(`update events set status = 'cancelled' where id = $1`, [calledOff]);
  await put(house, 'Not yet shown', { publish: false });
  await put(house, 'On the wire', { online: true });
  await put(await buildHouse(database()), 'Of somebody else');
  const { slug, organizer } = await slugsOf(house);

  const venue = await findVenue(database(), slug, 'de');
  expect(venue).toMatchObject({ name: 'Cine Incrível', city: 'Lisbon', organizer: { slug: organizer } });
  expect(venue.upcoming.map((event) => event.title)).toEqual(['Coming']);
  expect(venue.past.map((event) => [event.title, event.cancelled])).toEqual(
    expect.arrayContaining([
      ['Called off', true],
      ['Gone by', false],
    ]),
  );
  expect(venue.past).toHaveLength(2);
  // In a language without a word for one of them, the name of the kind stands in.
  expect(venue.past[0]?.category.kind).toBe('Konzerte');
  expect((await findVenue(database(), slug, 'en')).past[0]?.category.kind).toBe('Concert');

  const page = await findOrganizerPage(database(), organizer, 'en');
  expect(page.venues).toEqual([{ slug, name: 'Cine Incrível', city: 'Lisbon' }]);
  expect(page.upcoming.map((event) => event.title).sort()).toEqual(['Coming', 'On the wire']);
  expect(page.past).toHaveLength(2);
  expect((await findOrganizerPage(database(), organizer, 'en', 1)).past).toHaveLength(1);
});

test('neither page exists for an unknown address or a suspended organizer', async () => {
  const house = await buildHouse(database());
  const { slug, organizer } = await slugsOf(house);
  await findVenue(database(), slug, 'en');
  await findOrganizerPage(database(), organizer, 'en');
  await asOwner('update organizers set suspended_at = now() where slug = $1', [organizer]);
  for (const address of [slug, 'nowhere', 'no\0where', '']) {
    await expect(findVenue(database(), address, 'en')).rejects.toMatchObject({ code: 'not_found' });
  }
  for (const address of [organizer, 'nobody', 'no\0body', '']) {
    await expect(findOrganizerPage(database(), address, 'en')).rejects.toMatchObject({ code: 'not_found' });
  }
});

test('a venue tells of its access what the event there with the latest date says', async () => {
  const house = await buildHouse(database());
  const [before, after, draft] = [
    await put(house, 'Before', { over: true }),
    await put(house, 'After'),
    await put(house, 'Not yet shown', { publish: false }),
  ];
  const note = (eventId: string, words: string | null) =>
    asOwner('update events set access_note = $2 where id = $1', [eventId, words]);
  await Promise.all([note(before, 'Three steps.'), note(after, null), note(draft, 'A lift, soon.')]);
  const { slug } = await slugsOf(house);
  const access = async () => (await findVenue(database(), slug, 'de')).access;
  expect(await access()).toEqual({ note: 'Three steps.', language: 'en' });
  await note(after, 'No steps any more.');
  expect((await access())?.note).toBe('No steps any more.');
  await Promise.all([note(before, null), note(after, null)]);
  expect(await access()).toBeNull();
});
