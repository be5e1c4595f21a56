import { categories, members, organizers, users, venues } from '#db/schema/index.ts';
import type { UserActor } from '../auth/actor.ts';
import type { Queryable } from '../database.ts';
import { newReference } from '../reference.ts';
import type { CreateEventInput } from './create-event.schema.ts';

/** What tests build on: an organizer with a venue and its owner, and an event to vary. */

const HOUR = 3_600_000;

/** An instant so many hours from now, on the full second. */
export const inHours = (hours: number) => new Date(Math.floor(Date.now() / 1000) * 1000 + hours * HOUR);

export type House = { organizerId: string; venueId: string; category: string; owner: UserActor };

/** Inserts an organizer with an owner, a venue and a category; every call makes new ones. */
export async function buildHouse(
  db: Queryable,
  place: { name?: string; city?: string; timezone?: string; venueName?: string } = {},
): Promise<House> {
  const mark = newReference().toLowerCase();
  const [user] = await db
    .insert(users)
    .values({ email: `owner-${mark}@example.org`, name: 'Inês Quental' })
    .returning({ id: users.id });
  const [organizer] = await db
    .insert(organizers)
    .values({
      slug: `organizer-${mark}`,
      name: place.name ?? 'Maré Baixa',
      email: 'ola@example.org',
      country: 'PT',
    })
    .returning({ id: organizers.id });
  if (!user || !organizer) throw new Error('the house was not built');
  await db.insert(members).values({ organizerId: organizer.id, userId: user.id, role: 'owner' });
  const [venue] = await db
    .insert(venues)
    .values({
      organizerId: organizer.id,
      slug: `venue-${mark}`,
      name: place.venueName ?? 'Cine Incrível',
      address: 'Rua da Boavista 84',
      city: place.city ?? 'Lisbon',
      country: 'PT',
      latitude: 38.7083,
      longitude: -9.1487,
      timezone: place.timezone ?? 'Europe/Lisbon',
      capacity: 480,
    })
    .returning({ id: venues.id });
  if (!venue) throw new Error('the house was not built');
  const category = `kind-${mark}`;
  await db
    .insert(categories)
    .values({ slug: category, names: { en: 'Concerts', de: 'Konzerte' }, singulars: { en: 'Concert' } });
  return {
    organizerId: organizer.id,
    venueId: venue.id,
    category,
    owner: {
      kind: 'user',
      userId: user.id,
      role: 'attendee',
      sessionId: 'none',
      memberships: [{ organizerId: organizer.id, role: 'owner' }],
    },
  };
}

/** An event at the house in two days, with one ticket type of 100 places; `changes` replace what a test is about. */
export function exampleEvent(house: House, changes: Partial<CreateEventInput> = {}): CreateEventInput {
  return {
    title: 'Salt & Static',
    summary: 'Three modular synthesisers and a choir of nine.',
    description: 'For eleven nights the trio left at dusk.',
    category: house.category,
    venueId: house.venueId,
    startsAt: inHours(48),
    endsAt: inHours(51),
    currency: 'EUR',
    refundPolicy: 'In full until the day before.',
    ticketTypes: [{ name: 'Standing', price: 2200, fee: 200, quantity: 100 }],
    ...changes,
  };
}
