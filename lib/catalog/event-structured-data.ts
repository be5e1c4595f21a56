import { decimalMoney } from '../money.ts';
import {
  organizerThing,
  placeThing,
  type StructuredData,
  schemaOrg,
  standalone,
} from '../structured-data.ts';
import { localDateTime } from '../time.ts';
import type { Availability } from './availability.ts';
import type { EventDetail } from './find-event.ts';
import type { SalesState } from './sales-state.ts';

/** Where the things of an event are, in the language of the page; all absolute. */
export type EventAddresses = {
  event: string;
  organizer: string;
  /** Null for an event without a venue. */
  venue: string | null;
  /** Posters, the widest first. */
  images: readonly string[];
};

/** What of an event is put into schema.org's words. */
export type DescribedEvent = Pick<
  EventDetail,
  | ('title' | 'summary' | 'language' | 'status' | 'online' | 'venue' | 'doorsAt' | 'startsAt' | 'endsAt')
  | ('timezone' | 'currency' | 'organizer' | 'ticketTypes')
>;

/** https://schema.org/EventStatusType. An event that is over was held as scheduled. */
const statuses: Record<EventDetail['status'], string> = {
  published: 'EventScheduled',
  postponed: 'EventPostponed',
  cancelled: 'EventCancelled',
};

/** https://schema.org/ItemAvailability. "Out of stock" may come back, "discontinued" does not. */
const availabilities: Record<SalesState['kind'], string> = {
  on_sale: 'InStock',
  few_left: 'LimitedAvailability',
  not_yet: 'PreOrder',
  all_in_carts: 'OutOfStock',
  postponed: 'OutOfStock',
  stopped: 'OutOfStock',
  sold_out: 'SoldOut',
  ended: 'Discontinued',
  cancelled: 'Discontinued',
  past: 'Discontinued',
};

function whereItIs({ venue, online }: DescribedEvent, addresses: EventAddresses) {
  const place = venue && addresses.venue ? placeThing(venue, addresses.venue) : null;
  // The link itself is for those with a ticket, so the page is where one gets in.
  const stream = { '@type': 'VirtualLocation', url: addresses.event };
  if (place && online) return { mode: 'MixedEventAttendanceMode', location: [place, stream] };
  return place
    ? { mode: 'OfflineEventAttendanceMode', location: place }
    : { mode: 'OnlineEventAttendanceMode', location: stream };
}

/** One offer a ticket type, as long as the page shows prices: not for what is cancelled or over. */
function offersOf(event: DescribedEvent, { state, ticketTypes }: Availability, url: string) {
  if (state.kind === 'cancelled' || state.kind === 'past') return [];
  const states = new Map(ticketTypes.map((type) => [type.id, type.state]));
  const at = (instant: Date) => localDateTime(instant, event.timezone);
  return event.ticketTypes.map((type) => ({
    '@type': 'Offer',
    name: type.name,
    ...(type.note ? { description: type.note } : {}),
    price: decimalMoney(type.price, event.currency),
    priceCurrency: event.currency,
    availability: schemaOrg(availabilities[(states.get(type.id) ?? state).kind]),
    ...(type.salesStartAt ? { validFrom: at(type.salesStartAt) } : {}),
    validThrough: at(type.salesEndAt),
    url,
  }));
}

/**
 * The event as schema.org describes it, with nothing in it that its page does not say: prices with fees, in decimals
 * of the currency; times on the event's own clock.
 *
 * https://schema.org/Event, https://developers.google.com/search/docs/appearance/structured-data/event
 *
 * @param now the same availability the page is drawn from, so that the two cannot disagree
 */
export function eventStructuredData(
  event: DescribedEvent,
  now: Availability,
  addresses: EventAddresses,
): StructuredData {
  const at = (instant: Date) => localDateTime(instant, event.timezone);
  const { mode, location } = whereItIs(event, addresses);
  const offers = offersOf(event, now, addresses.event);
  return standalone({
    '@type': 'Event',
    '@id': `${addresses.event}#event`,
    url: addresses.event,
    name: event.title,
    description: event.summary,
    image: addresses.images,
    inLanguage: event.language,
    startDate: at(event.startsAt),
    endDate: at(event.endsAt),
    ...(event.doorsAt ? { doorTime: at(event.doorsAt) } : {}),
    eventStatus: schemaOrg(statuses[event.status]),
    eventAttendanceMode: schemaOrg(mode),
    location,
    organizer: organizerThing(event.organizer, addresses.organizer),
    ...(offers.length > 0
      ? { isAccessibleForFree: event.ticketTypes.every((type) => type.price === 0), offers }
      : {}),
  });
}
