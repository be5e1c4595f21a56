import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { capacityPools } from '#db/schema/index.ts';
import { useApplication } from '#sandbox/testing/application.ts';
import { database } from '../database.ts';
import { localDate } from '../time.ts';
import { createEvent } from './create-event.ts';
import type { EventCard } from './event-cards.ts';
import { chooseDiverse, featuredEvents } from './featured-events.ts';
import { publishEvent } from './publish-event.ts';
import { buildHouse, exampleEvent, inHours } from './testing.ts';

const app = useApplication();

let number = 0;
const card = (category: string, city: string, kind: 'on_sale' | 'sold_out' = 'on_sale'): EventCard => {
  number += 1;
  return {
    id: `${number}`,
    slug: `event-${number}`,
    title: `${category} in ${city}`,
    summary: '',
    language: 'en',
    category: { slug: category, name: category },
    organizerName: 'Maré Baixa',
    online: false,
    venue: { name: 'Hall', city, country: 'PT' },
    startsAt: new Date(number * 3_600_000),
    endsAt: new Date(number * 3_600_000 + 1),
    timezone: 'UTC',
    currency: 'EUR',
    priceFrom: 100,
    priceTo: 100,
    state: { kind },
  };
};

test('no kind and no city crowds out the others, and what is gone comes last', () => {
  const cards = [
    card('jazz', 'Lisbon', 'sold_out'),
    card('jazz', 'Lisbon'),
    card('jazz', 'Lisbon'),
    card('jazz', 'Porto'),
    card('film', 'Lisbon'),
    card('film', 'Berlin'),
  ];
  expect(chooseDiverse(cards, 3).map((one) => one.title)).toEqual([
    'jazz in Lisbon',
    'jazz in Porto',
    'film in Berlin',
  ]);
  expect(chooseDiverse(cards, 5).every((one) => one.state.kind === 'on_sale')).toBe(true);
  expect(chooseDiverse(cards, 9)).toHaveLength(6);
  expect(chooseDiverse([], 3)).toEqual([]);
});

test('the chosen stand by the clock of each place, as on the list', () => {
  const lisbon = {
    ...card('jazz', 'Lisbon'),
    startsAt: new Date('2027-03-12T19:00:00Z'),
    timezone: 'Europe/Lisbon',
  };
  const tokyo = {
    ...card('film', 'Tokyo'),
    startsAt: new Date('2027-03-12T11:00:00Z'),
    timezone: 'Asia/Tokyo',
  };
  expect(chooseDiverse([tokyo, lisbon], 2)).toEqual([lisbon, tokyo]);
});

test('every shelf holds its own days, and no event stands on two', async () => {
  const db = database();
  const zone = 'Pacific/Auckland';
  const house = await buildHouse(db, { timezone: zone });
  for (let step = 0; step < 60; step += 1) {
    const startsAt = inHours(step * 4 + 0.1);
    const made = await createEvent(
      db,
      house.owner,
      house.organizerId,
      exampleEvent(house, {
        title: `Step ${step}`,
        startsAt,
        endsAt: new Date(startsAt.getTime() + 3_600_000),
      }),
    );
    await publishEvent(db, house.owner, house.organizerId, made.eventId);
    if (step % 3 === 0)
      await db.update(capacityPools).set({ sold: 100 }).where(eq(capacityPools.eventId, made.eventId));
  }
  const { tonight, weekend, soon } = await featuredEvents(db, 'en', 40);
  const today = localDate(new Date(), zone);
  const weekday = (event: EventCard) => new Date(`${localDate(event.startsAt, zone)}T00:00:00Z`).getUTCDay();
  const ids = [...tonight, ...weekend, ...soon].map((event) => event.id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(tonight.every((event) => localDate(event.startsAt, zone) === today)).toBe(true);
  expect(
    weekend.every((event) => [0, 6].includes(weekday(event)) && localDate(event.startsAt, zone) > today),
  ).toBe(true);
  expect(soon.length).toBeGreaterThan(0);
  const lastOfWeekend = weekend.at(-1)?.startsAt ?? tonight.at(-1)?.startsAt ?? new Date(0);
  expect(soon.every((event) => event.startsAt > lastOfWeekend)).toBe(true);
  expect((await featuredEvents(db, 'en', 2)).soon).toHaveLength(2);
});

test('on each day of a week, whatever is ahead stands on one shelf', async () => {
  const db = database();
  const house = await buildHouse(db, { city: 'Reykjavík', timezone: 'Atlantic/Reykjavik' });
  const wanted = new Set<string>();
  for (let day = 8; day < 17; day += 1) {
    for (const hour of [11, 20]) {
      const startsAt = new Date(Date.UTC(2031, 4, day, hour));
      const title = `${startsAt.toISOString().slice(0, 13)} in the week`;
      const made = await createEvent(
        db,
        house.owner,
        house.organizerId,
        exampleEvent(house, { title, startsAt, endsAt: new Date(startsAt.getTime() + 3_600_000) }),
      );
      await publishEvent(db, house.owner, house.organizerId, made.eventId);
      wanted.add(title);
    }
  }
  try {
    for (let day = 5; day < 12; day += 1) {
      const now = Date.UTC(2031, 4, day, 8);
      await app.setClock(Math.round((now - Date.now()) / 60_000));
      const { tonight, weekend, soon } = await featuredEvents(db, 'en', 60);
      const shown = [tonight, weekend, soon]
        .flat()
        .map(({ title }) => title)
        .filter((title) => wanted.has(title));
      const ahead = Array.from(wanted).filter((title) => Date.parse(`${title.slice(0, 13)}:00Z`) > now);
      expect(shown.toSorted()).toEqual(ahead.toSorted());
      // Friday 9 May, at eight in the evening, is the weekend's; at eleven in the morning it is not.
      const atWeekend = weekend.map(({ title }) => title.slice(0, 13));
      if (day < 9) {
        expect(atWeekend).toContain('2031-05-09T20');
        expect(atWeekend).not.toContain('2031-05-09T11');
      }
    }
  } finally {
    await app.setClock(0);
  }
});
