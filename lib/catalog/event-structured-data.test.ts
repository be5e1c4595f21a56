import { describe, expect, test } from 'vitest';
import { scriptText } from '../structured-data.ts';
import type { Availability } from './availability.ts';
import { type DescribedEvent, eventStructuredData } from './event-structured-data.ts';
import type { OfferedTicketType } from './find-event.ts';
import type { SalesState } from './sales-state.ts';

const at = (text: string) => new Date(text);

const type = (changes: Partial<OfferedTicketType> = {}): OfferedTicketType => ({
  id: 'standing',
  name: 'Standing',
  note: '',
  price: 2400,
  fee: 200,
  salesStartAt: null,
  salesEndAt: at('2027-03-12T20:00:00Z'),
  minPerBooking: 1,
  maxPerBooking: 6,
  ...changes,
});

const venue = {
  slug: 'cine-incrivel',
  name: 'Cine Incrível',
  address: 'Rua da Boavista 84',
  postcode: '1200-068',
  city: 'Lisbon',
  country: 'PT',
  latitude: 38.7083,
  longitude: -9.1487,
};

const event = (changes: Partial<DescribedEvent> = {}): DescribedEvent => ({
  title: 'Salt & Static',
  summary: 'Three synthesisers and a choir.',
  language: 'en',
  status: 'published',
  online: false,
  venue,
  doorsAt: at('2027-03-12T19:00:00Z'),
  startsAt: at('2027-03-12T20:00:00Z'),
  endsAt: at('2027-03-12T22:30:00Z'),
  timezone: 'Europe/Lisbon',
  currency: 'EUR',
  organizer: {
    slug: 'mare-baixa',
    name: 'Maré Baixa',
    description: 'Concerts by the river.',
    suspended: false,
  },
  ticketTypes: [type()],
  ...changes,
});

const now = (state: SalesState, ...types: SalesState[]): Availability => ({
  now: at('2027-03-01T12:00:00Z'),
  state,
  nextBackAt: null,
  ticketTypes: (types.length > 0 ? types : [state]).map((one, index) => ({
    id: index === 0 ? 'standing' : `type-${index}`,
    state: one,
    left: 1,
  })),
});

const addresses = {
  event: 'https://tickets.example.org/de/events/salt-and-static',
  organizer: 'https://tickets.example.org/de/organizers/mare-baixa',
  venue: 'https://tickets.example.org/de/venues/cine-incrivel',
  images: ['https://tickets.example.org/posters/salt-and-static.og.png?v=1'],
};

const ON_SALE = { kind: 'on_sale' } as const;

describe('an event in the words of schema.org', () => {
  test('says what, when, where, by whom and for how much', () => {
    expect(eventStructuredData(event(), now(ON_SALE), addresses)).toEqual({
      '@context': 'https://schema.org',
      '@type': 'Event',
      '@id': `${addresses.event}#event`,
      url: addresses.event,
      name: 'Salt & Static',
      description: 'Three synthesisers and a choir.',
      image: addresses.images,
      inLanguage: 'en',
      doorTime: '2027-03-12T19:00:00+00:00',
      startDate: '2027-03-12T20:00:00+00:00',
      endDate: '2027-03-12T22:30:00+00:00',
      eventStatus: 'https://schema.org/EventScheduled',
      eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
      location: {
        '@type': 'Place',
        '@id': `${addresses.venue}#place`,
        name: 'Cine Incrível',
        url: addresses.venue,
        address: {
          '@type': 'PostalAddress',
          streetAddress: 'Rua da Boavista 84',
          postalCode: '1200-068',
          addressLocality: 'Lisbon',
          addressCountry: 'PT',
        },
        geo: { '@type': 'GeoCoordinates', latitude: 38.7083, longitude: -9.1487 },
      },
      organizer: {
        '@type': 'Organization',
        '@id': `${addresses.organizer}#organizer`,
        name: 'Maré Baixa',
        url: addresses.organizer,
        description: 'Concerts by the river.',
      },
      isAccessibleForFree: false,
      offers: [
        {
          '@type': 'Offer',
          name: 'Standing',
          price: '24.00',
          priceCurrency: 'EUR',
          availability: 'https://schema.org/InStock',
          validThrough: '2027-03-12T20:00:00+00:00',
          url: addresses.event,
        },
      ],
    });
  });

  test('times carry the offset of their own moment, on both sides of a change of the clocks', () => {
    const data = eventStructuredData(
      event({
        timezone: 'Europe/Berlin',
        startsAt: at('2027-10-30T23:30:00Z'),
        endsAt: at('2027-10-31T02:30:00Z'),
      }),
      now(ON_SALE),
      addresses,
    );
    expect(data.startDate).toBe('2027-10-31T01:30:00+02:00');
    expect(data.endDate).toBe('2027-10-31T03:30:00+01:00');
  });

  test('times of a zone that is off by less than an hour, and before midnight there', () => {
    const data = eventStructuredData(
      event({ timezone: 'Asia/Kathmandu', startsAt: at('2027-03-12T18:15:00Z') }),
      now(ON_SALE),
      addresses,
    );
    expect(data.startDate).toBe('2027-03-13T00:00:00+05:45');
  });

  test.each([
    ['EUR', 50, '0.50'],
    ['JPY', 3500, '3500'],
    ['KWD', 12_250, '12.250'],
    ['EUR', 0, '0.00'],
  ])('prices have the decimals of %s', (currency, price, expected) => {
    const data = eventStructuredData(
      event({ currency, ticketTypes: [type({ price, fee: 0 })] }),
      now(ON_SALE),
      addresses,
    );
    expect(data.offers).toMatchObject([{ price: expected, priceCurrency: currency }]);
    expect(data.isAccessibleForFree).toBe(price === 0);
  });

  test.each<[SalesState, string]>([
    [{ kind: 'on_sale' }, 'InStock'],
    [{ kind: 'few_left', left: 3 }, 'LimitedAvailability'],
    [{ kind: 'not_yet', from: at('2027-03-05T10:00:00Z') }, 'PreOrder'],
    [{ kind: 'all_in_carts' }, 'OutOfStock'],
    [{ kind: 'sold_out' }, 'SoldOut'],
    [{ kind: 'ended' }, 'Discontinued'],
  ])('each ticket type has its own state: %o', (state, availability) => {
    const data = eventStructuredData(
      event({ ticketTypes: [type(), type({ id: 'type-1', name: 'Seat' })] }),
      now(ON_SALE, ON_SALE, state),
      addresses,
    );
    expect(data.offers).toMatchObject([
      { name: 'Standing', availability: 'https://schema.org/InStock' },
      { name: 'Seat', availability: `https://schema.org/${availability}` },
    ]);
  });

  test('says from when a ticket can be had', () => {
    const salesStartAt = at('2027-03-05T10:00:00Z');
    const data = eventStructuredData(
      event({ ticketTypes: [type({ salesStartAt })] }),
      now({ kind: 'not_yet', from: salesStartAt }),
      addresses,
    );
    expect(data.offers).toMatchObject([{ validFrom: '2027-03-05T10:00:00+00:00' }]);
  });

  test('a cancelled one says so and offers nothing, as its page does', () => {
    const data = eventStructuredData(event({ status: 'cancelled' }), now({ kind: 'cancelled' }), addresses);
    expect(data.eventStatus).toBe('https://schema.org/EventCancelled');
    expect(data).not.toHaveProperty('offers');
  });

  test('a postponed one keeps its date and its prices, and sells nothing', () => {
    const data = eventStructuredData(event({ status: 'postponed' }), now({ kind: 'postponed' }), addresses);
    expect(data.eventStatus).toBe('https://schema.org/EventPostponed');
    expect(data.startDate).toBe('2027-03-12T20:00:00+00:00');
    expect(data.offers).toMatchObject([{ price: '24.00', availability: 'https://schema.org/OutOfStock' }]);
  });

  test('one that is over was held as scheduled and offers nothing', () => {
    const data = eventStructuredData(event(), now({ kind: 'past' }), addresses);
    expect(data.eventStatus).toBe('https://schema.org/EventScheduled');
    expect(data).not.toHaveProperty('offers');
  });

  test('online it is where its page is, and in both places when it has a room too', () => {
    const stream = { '@type': 'VirtualLocation', url: addresses.event };
    const online = eventStructuredData(event({ online: true, venue: null }), now(ON_SALE), {
      ...addresses,
      venue: null,
    });
    expect(online).toMatchObject({
      eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode',
      location: stream,
    });
    const both = eventStructuredData(event({ online: true }), now(ON_SALE), addresses);
    expect(both).toMatchObject({
      eventAttendanceMode: 'https://schema.org/MixedEventAttendanceMode',
      location: [{ '@type': 'Place', name: 'Cine Incrível' }, stream],
    });
  });

  test('no title can end the element it stands in', () => {
    const title = '</script><script>alert(1)</script><!--';
    const text = scriptText(eventStructuredData(event({ title }), now(ON_SALE), addresses));
    expect(text).not.toContain('<');
    expect(JSON.parse(text)).toMatchObject({ name: title });
  });
});
