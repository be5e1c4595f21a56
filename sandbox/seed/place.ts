import { type City, type CountryCode, cities } from './cities.ts';
import type { SeedEvent } from './types.ts';
import { type SeedVenue, venues } from './venues.ts';

/** The venue of an event with its city; undefined for one that is online. */
export function venueOf(event: SeedEvent): (SeedVenue & { in: City }) | undefined {
  if ('online' in event.place) return undefined;
  const venue = venues[event.place.venue];
  return { ...venue, in: cities[venue.city] };
}

/** The IANA zone an event takes place in. */
export function zoneOf(event: SeedEvent): string {
  return 'online' in event.place ? event.place.online.zone : cities[venues[event.place.venue].city].zone;
}

/** The country whose currency and tax an event has. */
export function countryOf(event: SeedEvent): CountryCode {
  return 'online' in event.place
    ? event.place.online.country
    : cities[venues[event.place.venue].city].country;
}
