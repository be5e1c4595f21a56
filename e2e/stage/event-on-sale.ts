import type { CreateEventInput } from '#lib/catalog/create-event.schema.ts';
import { createEvent } from '#lib/catalog/create-event.ts';
import { publishEvent } from '#lib/catalog/publish-event.ts';
import { buildHouse, exampleEvent } from '#lib/catalog/testing.ts';
import { database } from '#lib/database.ts';

/** A published event of an organizer of its own, for tests that use up its places. Needs `useVerbs`. */
export async function eventOnSale(
  changes: Partial<CreateEventInput>,
): Promise<{ slug: string; eventId: string }> {
  const db = database();
  const house = await buildHouse(db);
  const { eventId, slug } = await createEvent(
    db,
    house.owner,
    house.organizerId,
    exampleEvent(house, { title: 'One of Many Nights', ...changes }),
  );
  await publishEvent(db, house.owner, house.organizerId, eventId);
  return { slug, eventId };
}
