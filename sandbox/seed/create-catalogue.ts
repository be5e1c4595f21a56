import { createCategory } from '#lib/catalog/create-category.ts';
import type { CreateEventInput } from '#lib/catalog/create-event.schema.ts';
import { createEvent } from '#lib/catalog/create-event.ts';
import { database } from '#lib/database.ts';
import { createVenue } from '#lib/organizers/create-venue.ts';
import { resolveMoment, resolveStart } from './calendar.ts';
import { categories } from './categories.ts';
import { countries } from './cities.ts';
import type { People } from './create-people.ts';
import { countryOf, venueOf, zoneOf } from './place.ts';
import type { Language, RefundPolicy, SeedEvent } from './types.ts';

/** What the verbs need to know of an event that was made. */
export type CreatedSeedEvent = { eventId: string; ticketTypeIds: ReadonlyMap<string, string> };

/** Adds the categories, the venues that are used, and a draft of every event. */
export async function createCatalogue(
  people: People,
  programme: readonly SeedEvent[],
  now: Date,
): Promise<ReadonlyMap<string, CreatedSeedEvent>> {
  for (const [position, { slug, en, de, one }] of categories.entries()) {
    await createCategory(database(), people.admin, {
      slug,
      names: { en, de },
      singulars: { ...one },
      position,
    });
  }
  const venueIds = new Map<string, string>();
  const created = new Map<string, CreatedSeedEvent>();
  for (const event of programme) {
    const { organizerId, owner } = people.organizers[event.organizer];
    const venueId = await venueFor(event, people, venueIds);
    const made = await createEvent(database(), owner, organizerId, eventInput(event, venueId, now));
    const ticketTypeIds = new Map(made.ticketTypes.map(({ id, name }) => [name, id]));
    created.set(event.slug, { eventId: made.eventId, ticketTypeIds });
  }
  return created;
}

async function venueFor(
  event: SeedEvent,
  people: People,
  known: Map<string, string>,
): Promise<string | undefined> {
  const venue = venueOf(event);
  if (!venue || 'online' in event.place) return undefined;
  const before = known.get(event.place.venue);
  if (before !== undefined) return before;
  const { organizerId, owner } = people.organizers[event.organizer];
  const { venueId } = await createVenue(database(), owner, organizerId, {
    name: venue.name,
    address: venue.address,
    postcode: venue.postcode,
    city: venue.in.name,
    country: venue.in.country,
    latitude: venue.latitude,
    longitude: venue.longitude,
    timezone: venue.in.zone,
    capacity: venue.capacity,
  });
  known.set(event.place.venue, venueId);
  return venueId;
}

function eventInput(event: SeedEvent, venueId: string | undefined, now: Date): CreateEventInput {
  const zone = zoneOf(event);
  const language = event.language ?? 'en';
  const { currency, taxBasisPoints } = countries[countryOf(event)];
  const startsAt = resolveStart(event.starts, now, zone);
  const accessNote = event.access ?? venueOf(event)?.access;
  return {
    slug: event.slug,
    title: event.title,
    summary: event.summary,
    description: event.description.join('\n\n'),
    language,
    category: event.category,
    ...('online' in event.place
      ? { online: true, onlineUrl: event.place.online.url, timezone: zone }
      : { venueId }),
    ...(event.doors === undefined ? {} : { doorsAt: minutesAfter(startsAt, -event.doors) }),
    startsAt,
    endsAt: minutesAfter(startsAt, event.minutes),
    currency,
    taxRate: taxBasisPoints,
    ...(event.age === undefined ? {} : { ageNote: event.age }),
    ...(accessNote === undefined ? {} : { accessNote }),
    ...(event.maxPerBuyer === undefined ? {} : { maxPerBuyer: event.maxPerBuyer }),
    refundPolicy: refundSentence(event, language),
    refundRule: event.refunds,
    programme: (event.programme ?? []).map(([at, what]) => ({ at, what })),
    pools: (event.pools ?? []).map((pool) => ({ ...pool })),
    ticketTypes: ticketTypes(event, now, zone),
    promoCodes: promoCodes(event, now, zone),
  };
}

function ticketTypes(event: SeedEvent, now: Date, zone: string): CreateEventInput['ticketTypes'] {
  const { fee } = countries[countryOf(event)];
  return event.tickets.map((type) => ({
    name: type.name,
    note: type.note ?? '',
    // The data names what a buyer pays; the organizer asks for that less the fee.
    price: type.price === 0 ? 0 : type.price - fee,
    fee: type.price === 0 ? 0 : fee,
    ...(type.own === undefined ? {} : { quantity: type.own }),
    pools: [...(type.pools ?? [])],
    ...(type.opens === undefined ? {} : { salesStartAt: resolveMoment(type.opens, now, zone) }),
    ...(type.closes === undefined ? {} : { salesEndAt: resolveMoment(type.closes, now, zone) }),
    minPerBooking: type.minPerBooking ?? 1,
    maxPerBooking: type.maxPerBooking ?? 8,
  }));
}

function promoCodes(event: SeedEvent, now: Date, zone: string): CreateEventInput['promoCodes'] {
  return (event.promoCodes ?? []).map((promo) => ({
    code: promo.code,
    ...('percent' in promo.discount
      ? { percentOff: promo.discount.percent * 100 }
      : { amountOff: promo.discount.amount }),
    usageLimit: promo.limit,
    ticketTypes: [...(promo.ticketTypes ?? [])],
    ...(promo.closes === undefined ? {} : { endsAt: resolveMoment(promo.closes, now, zone) }),
  }));
}

const HOURS_A_WEEK = 168;

function refundSentence(event: SeedEvent, language: Language): string {
  const german = language === 'de';
  if (event.tickets.every((type) => type.price === 0)) {
    return german
      ? 'Kostenlose Tickets können bis zum Beginn zurückgegeben werden.'
      : 'Free tickets can be given back until it begins.';
  }
  return (german ? germanPolicy : englishPolicy)(event.refunds);
}

function englishPolicy({ hoursBefore }: RefundPolicy): string {
  if (hoursBefore === null) return 'No refunds, but you can pass a ticket on to somebody else.';
  if (hoursBefore === 0) return 'In full until it begins.';
  if (hoursBefore === HOURS_A_WEEK)
    return 'In full until a week before. After that you can pass a ticket on.';
  return `In full until ${hoursBefore} hours before. After that you can pass a ticket on.`;
}

function germanPolicy({ hoursBefore }: RefundPolicy): string {
  if (hoursBefore === null) return 'Keine Erstattung, Tickets können aber weitergegeben werden.';
  if (hoursBefore === 0) return 'Volle Erstattung bis zum Beginn.';
  if (hoursBefore === HOURS_A_WEEK) {
    return 'Volle Erstattung bis eine Woche vorher. Danach können Tickets weitergegeben werden.';
  }
  return `Volle Erstattung bis ${hoursBefore} Stunden vorher. Danach können Tickets weitergegeben werden.`;
}

function minutesAfter(instant: Date, minutes: number): Date {
  return new Date(instant.getTime() + minutes * 60_000);
}
