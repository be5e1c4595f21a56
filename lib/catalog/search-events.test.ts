import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { capacityPools, events } from '#db/schema/index.ts';
import { useApplication } from '#sandbox/testing/application.ts';
import { database } from '../database.ts';
import { formatTime, localDate } from '../time.ts';
import { cancelEvent } from './cancel-event.ts';
import type { CreateEventInput } from './create-event.schema.ts';
import { createEvent } from './create-event.ts';
import { listCategories } from './list-categories.ts';
import { listCities } from './list-cities.ts';
import { publishEvent } from './publish-event.ts';
import { parseSearch } from './search-events.schema.ts';
import { searchEvents } from './search-events.ts';
import { suggestWords } from './suggest-words.ts';
import { buildHouse, exampleEvent, type House, inHours } from './testing.ts';

useApplication();

const houses: Record<string, House> = {};

async function publish(place: string, changes: Partial<CreateEventInput>) {
  const house = houses[place];
  if (!house) throw new Error(`no house in ${place}`);
  const made = await createEvent(database(), house.owner, house.organizerId, exampleEvent(house, changes));
  await publishEvent(database(), house.owner, house.organizerId, made.eventId);
  return { ...made, house };
}

const sellOut = (eventId: string, column: 'sold' | 'held') =>
  database()
    .update(capacityPools)
    .set({ [column]: 100 })
    .where(eq(capacityPools.eventId, eventId));

/** Titles of all that a search finds, in its order. */
async function titles(params: Record<string, string | string[]>, size = 100) {
  const { events: found } = await searchEvents(database(), parseSearch(params), 'en', size);
  return found.map((event) => event.title);
}

beforeAll(async () => {
  const db = database();
  houses.saoPaulo = await buildHouse(db, {
    city: 'São Paulo',
    timezone: 'America/Sao_Paulo',
    name: 'Casa da Árvore',
    venueName: 'Teatro do Açúcar',
  });
  houses.lisbon = await buildHouse(db, { city: 'Lisbon' });
  houses.leipzig = await buildHouse(db, {
    city: 'Leipzig',
    timezone: 'Europe/Berlin',
    name: 'Kanalhaus',
    venueName: 'Saal an der Straße',
  });

  await publish('saoPaulo', {
    title: 'Žižek reads',
    ticketTypes: [{ name: 'A', price: 5000, fee: 500, quantity: 100 }],
    startsAt: inHours(50),
    endsAt: inHours(52),
    currency: 'BRL',
  });
  await publish('lisbon', {
    title: 'Salt & Static',
    startsAt: inHours(48),
    endsAt: inHours(50),
    ticketTypes: [
      { name: 'Standing', price: 2200, fee: 200, quantity: 100 },
      { name: 'Balcony', price: 3000, fee: 200, quantity: 100 },
      { name: 'Early bird', price: 1000, quantity: 100, salesEndAt: inHours(-1) },
    ],
  });
  await publish('lisbon', {
    title: 'Free talk, 100%_sure',
    startsAt: inHours(49),
    endsAt: inHours(51),
    ticketTypes: [{ name: 'Seat', price: 0, quantity: 100 }],
  });
  await publish('leipzig', {
    title: 'Über das Öl',
    startsAt: inHours(72),
    endsAt: inHours(75),
    currency: 'JPY',
    ticketTypes: [{ name: 'Sitz', price: 3000, fee: 500, quantity: 100 }],
  });
  await publish('lisbon', {
    title: 'Online evening',
    venueId: undefined,
    online: true,
    timezone: 'Europe/Berlin',
    startsAt: inHours(96),
    endsAt: inHours(98),
    ticketTypes: [{ name: 'Link', price: 900, quantity: 100 }],
  });
  const soldOut = await publish('leipzig', {
    title: 'Sold out show',
    startsAt: inHours(100),
    endsAt: inHours(102),
  });
  await sellOut(soldOut.eventId, 'sold');
  const inCarts = await publish('leipzig', {
    title: 'All in carts',
    startsAt: inHours(101),
    endsAt: inHours(103),
  });
  await sellOut(inCarts.eventId, 'held');

  // What no search may show.
  const { house, eventId } = await publish('lisbon', { title: 'Called off' });
  await cancelEvent(db, house.owner, house.organizerId, eventId, { reason: 'Rain.' });
  await createEvent(db, house.owner, house.organizerId, exampleEvent(house, { title: 'Only a draft' }));
  const past = await publish('lisbon', { title: 'Long ago' });
  await db
    .update(events)
    .set({ startsAt: inHours(-48), endsAt: inHours(-46) })
    .where(eq(events.id, past.eventId));
});

describe('searchEvents', () => {
  test('without filters: published, not over, by start', async () => {
    expect(await titles({})).toEqual([
      'Salt & Static',
      'Free talk, 100%_sure',
      'Žižek reads',
      'Über das Öl',
      'Online evening',
      'Sold out show',
      'All in carts',
    ]);
  });

  test('a card has everything a list shows, the fee in its price, from what can still be had', async () => {
    const { events: found } = await searchEvents(database(), parseSearch({ q: 'Salt' }), 'de');
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      title: 'Salt & Static',
      category: { slug: houses.lisbon?.category, name: 'Konzerte' },
      organizerName: 'Maré Baixa',
      venue: { name: 'Cine Incrível', city: 'Lisbon', country: 'PT' },
      timezone: 'Europe/Lisbon',
      currency: 'EUR',
      priceFrom: 2400,
      priceTo: 3200,
      state: { kind: 'on_sale' },
    });
  });

  test.each([
    ['zizek', ['Žižek reads']],
    ['ŽIŽEK', ['Žižek reads']],
    ['sao paulo', ['Žižek reads']],
    ['são', ['Žižek reads']],
    ['acucar', ['Žižek reads']],
    ['arvore', ['Žižek reads']],
    ['strasse uber', ['Über das Öl']],
    ['kanalhaus sold', ['Sold out show']],
    ['konzert salt', ['Salt & Static']],
    ['100%_', ['Free talk, 100%_sure']],
    ['1%0', []],
    ['back\\', []],
    ['nothing of the kind', []],
  ])('finds %s', async (q, expected) => {
    expect(await titles({ q })).toEqual(expected);
  });

  test('by kind, by city with or without accents, and online', async () => {
    expect(
      await titles({ category: [houses.lisbon?.category ?? '', houses.saoPaulo?.category ?? ''] }),
    ).toEqual(['Salt & Static', 'Free talk, 100%_sure', 'Žižek reads', 'Online evening']);
    expect(await titles({ city: 'Sao Paulo' })).toEqual(['Žižek reads']);
    expect(await titles({ city: 'online' })).toEqual(['Online evening']);
    expect(await titles({ city: 'Paris' })).toEqual([]);
  });

  test('by price, in whole units of each currency, fees in', async () => {
    expect(await titles({ price: 'free' })).toEqual(['Free talk, 100%_sure']);
    // The early bird would be cheaper, but is over.
    expect(await titles({ price: '23', city: 'Lisbon' })).toEqual(['Free talk, 100%_sure']);
    expect(await titles({ price: '24', city: 'Lisbon' })).toEqual(['Salt & Static', 'Free talk, 100%_sure']);
    expect(await titles({ price: '3499', q: 'Über' })).toEqual([]);
    expect(await titles({ price: '3500', q: 'Über' })).toEqual(['Über das Öl']);
    const paid = await titles({ price: 'paid' });
    expect(paid).toContain('Salt & Static');
    expect(paid).not.toContain('Free talk, 100%_sure');
  });

  test('can leave out what is sold out; carts may come back', async () => {
    expect(await titles({ city: 'Leipzig', available: '1' })).toEqual(['Über das Öl', 'All in carts']);
    const { events: found } = await searchEvents(database(), parseSearch({ city: 'Leipzig' }), 'en');
    expect(found.map((event) => event.state.kind)).toEqual(['on_sale', 'sold_out', 'all_in_carts']);
  });

  test('counts each filter without itself, and with the others', async () => {
    const { total, facets } = await searchEvents(
      database(),
      parseSearch({ city: 'Leipzig', available: '1' }),
      'en',
    );
    expect(total).toBe(2);
    expect(facets.cities).toEqual([
      { city: 'Leipzig', country: 'PT', count: 2 },
      { city: 'Lisbon', country: 'PT', count: 2 },
      { city: 'São Paulo', country: 'PT', count: 1 },
    ]);
    expect(facets.online).toBe(1);
    expect(facets.currencies).toEqual(['EUR', 'JPY']);
    const { facets: one } = await searchEvents(database(), parseSearch({ q: 'Über' }), 'en');
    expect(one.currencies).toEqual(['JPY']);
    expect(facets.categories).toEqual([{ slug: houses.leipzig?.category, name: 'Concerts', count: 2 }]);
  });

  test('pages are complete and without duplicates, also where starts are equal', async () => {
    const startsAt = inHours(500);
    for (let number = 0; number < 7; number += 1) {
      await publish('lisbon', { title: `Parallel ${number}`, startsAt, endsAt: inHours(501) });
    }
    const all = await titles({});
    const paged: string[] = [];
    let after: string | null = null;
    let pages = 0;
    do {
      const result: Awaited<ReturnType<typeof searchEvents>> = await searchEvents(
        database(),
        parseSearch(after ? { after } : {}),
        'en',
        3,
      );
      expect(result.total).toBe(all.length);
      paged.push(...result.events.map((event) => event.title));
      after = result.next;
      pages += 1;
    } while (after && pages < 20);
    expect(all).toHaveLength(14);
    expect(paged).toEqual(all);
    expect(pages).toBe(5);
  });
});

describe('dates', () => {
  const isoDay = (date: Date, zone: string) => localDate(date, zone);

  test('the event’s own calendar decides', async () => {
    // 23:30 on the 10th in São Paulo is the 11th in Lisbon.
    const startsAt = new Date('2031-05-11T02:30:00Z');
    const endsAt = new Date('2031-05-11T05:00:00Z');
    await publish('saoPaulo', { title: 'Late in Brazil', startsAt, endsAt, currency: 'BRL' });
    await publish('lisbon', { title: 'Late in Portugal', startsAt, endsAt });
    expect(await titles({ from: '2031-05-10', to: '2031-05-10' })).toEqual(['Late in Brazil']);
    expect(await titles({ from: '2031-05-11', to: '2031-05-11' })).toEqual(['Late in Portugal']);
    expect(await titles({ from: '2031-05-10' })).toHaveLength(2);
    expect(await titles({ to: '2031-05-09' })).not.toContain('Late in Brazil');
  });

  test('a night belongs to the day it began, an exhibition to each of its days', async () => {
    await publish('lisbon', {
      title: 'Club night',
      startsAt: new Date('2031-06-06T22:30:00Z'),
      endsAt: new Date('2031-06-07T05:00:00Z'),
    });
    await publish('lisbon', {
      title: 'Exhibition',
      startsAt: new Date('2031-06-02T09:00:00Z'),
      endsAt: new Date('2031-06-20T17:00:00Z'),
    });
    expect(await titles({ from: '2031-06-07', to: '2031-06-08' })).toEqual(['Exhibition']);
    expect(await titles({ from: '2031-06-06', to: '2031-06-06' })).toEqual(['Exhibition', 'Club night']);
    expect(await titles({ from: '2031-06-21' })).not.toContain('Exhibition');
  });

  test('today, weekend and week are counted where the event is', async () => {
    const zone = 'Europe/Lisbon';
    const days = Array.from({ length: 9 }, (_, index) => index);
    for (const day of days) {
      await publish('lisbon', {
        title: `Day ${day}`,
        startsAt: inHours(24 * day + 0.25),
        endsAt: inHours(24 * day + 0.5),
      });
    }
    const dayOf = (index: number) => isoDay(inHours(24 * index + 0.25), zone);
    const today = isoDay(new Date(), zone);
    const weekday = (date: string) => new Date(`${date}T00:00:00Z`).getUTCDay();
    const plus = (date: string, by: number) =>
      new Date(Date.parse(`${date}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10);
    const named = (list: string[]) => list.filter((title) => title.startsWith('Day ')).toSorted();
    const where = (test: (date: string) => boolean) =>
      days.filter((day) => test(dayOf(day))).map((day) => `Day ${day}`);

    expect(named(await titles({ when: 'today' }))).toEqual(where((date) => date === today));
    expect(named(await titles({ when: 'week' }))).toEqual(
      where((date) => date >= today && date <= plus(today, 6)),
    );
    // Friday night belongs to the weekend, Friday noon does not.
    const isNight = Number(formatTime(inHours(0.25), zone, 'en', 'time').slice(0, 2)) >= 17;
    const saturday = weekday(today) === 0 ? plus(today, -1) : plus(today, 6 - weekday(today));
    expect(named(await titles({ when: 'weekend' }))).toEqual(
      where(
        (date) =>
          date >= today &&
          (date === saturday || date === plus(saturday, 1) || (isNight && date === plus(saturday, -1))),
      ),
    );
  });
});

test('categories and cities tell how much is to come', async () => {
  const { facets, total } = await searchEvents(database(), parseSearch({}), 'de');
  const categories = await listCategories(database(), 'de');
  expect(categories.reduce((sum, category) => sum + category.events, 0)).toBe(total);
  expect(categories[0]).toMatchObject({ name: 'Konzerte' });
  const cities = await listCities(database());
  expect(cities.map((city) => [city.city, city.events])).toEqual(
    facets.cities.map((city) => [city.city, city.count]),
  );
});

test('words that were mistyped are understood, and those that stand somewhere are left alone', async () => {
  expect(await suggestWords(database(), 'žižeck')).toBe('Žižek');
  expect(await suggestWords(database(), 'lisbn')).toBe('Lisbon');
  expect(await suggestWords(database(), 'kanalhuas reads')).toBe('Kanalhaus reads');
  expect(await suggestWords(database(), 'zzzzzzzz')).toBeNull();
  expect(await suggestWords(database(), "' or 1=1 %")).toBeNull();
});

test('a full-width sign is no wildcard', async () => {
  expect(await titles({ q: '％' })).toEqual(['Free talk, 100%_sure']);
  expect(await titles({ q: '＿＿' })).toEqual([]);
  expect(await titles({ q: '＼' })).toEqual([]);
});

test('what was cancelled is found by its name until its day, says so, and is not for sale', async () => {
  const made = await publish('lisbon', {
    title: 'Silent Quartet',
    startsAt: inHours(30),
    endsAt: inHours(33),
  });
  await cancelEvent(database(), made.house.owner, made.house.organizerId, made.eventId, { reason: 'Ill.' });
  const { events: found } = await searchEvents(database(), parseSearch({ q: 'silent' }), 'en');
  expect(found.map(({ title, state }) => [title, state.kind])).toEqual([['Silent Quartet', 'cancelled']]);
  expect(await titles({ q: 'silent', available: '1' })).toEqual([]);
  expect(await titles({})).not.toContain('Silent Quartet');
});
