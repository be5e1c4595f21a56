import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { resolveMoment, resolveStart, weekdayNumber } from './calendar.ts';
import { categories } from './categories.ts';
import { cities, countries } from './cities.ts';
import { countryOf, venueOf, zoneOf } from './place.ts';
import { planBookings, publishedAt } from './plan-bookings.ts';
import { programme } from './programme.ts';
import { smallProgramme } from './small.ts';
import type { SeedEvent } from './types.ts';
import { venues } from './venues.ts';

const days = ['2026-11-22T12:00:00Z', '2027-03-27T23:30:00Z', '2027-10-30T01:15:00Z', '2028-02-29T08:00:00Z'];
const nows = days.map((day) => new Date(day));
const both = [
  ['demo', programme],
  ['small', smallProgramme],
] as const;

const names = (events: readonly SeedEvent[]) => events.map((event) => event.slug);
const local = (at: Date, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);

describe.each(both)('the %s programme', (_name, events) => {
  it('has no slug twice, and each is fit for an address', () => {
    expect(new Set(names(events)).size).toBe(events.length);
    for (const slug of names(events)) expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  it('sells no more places than there are', () => {
    for (const event of events) {
      const room = venueOf(event)?.capacity ?? Number.POSITIVE_INFINITY;
      for (const pool of event.pools ?? []) {
        const taken = event.tickets
          .filter((type) => type.pools?.includes(pool.key))
          .reduce((sum, type) => sum + (type.sold ?? 0) + (type.held ?? 0), 0);
        expect(taken, `${event.slug}: ${pool.name}`).toBeLessThanOrEqual(pool.capacity);
        expect(pool.capacity, `${event.slug}: ${pool.name}`).toBeLessThanOrEqual(room);
      }
      for (const type of event.tickets) {
        const taken = (type.sold ?? 0) + (type.held ?? 0);
        expect(taken, `${event.slug}: ${type.name}`).toBeLessThanOrEqual(
          type.own ?? Number.POSITIVE_INFINITY,
        );
        expect(type.own !== undefined || (type.pools?.length ?? 0) > 0, `${event.slug}: ${type.name}`).toBe(
          true,
        );
        const keys = (event.pools ?? []).map((pool) => pool.key);
        expect(keys, event.slug).toEqual(expect.arrayContaining([...(type.pools ?? [])]));
      }
    }
  });

  it('asks prices that somebody would pay, and that cover the fee', () => {
    const most = { EUR: 15_000, GBP: 12_000, USD: 15_000, JPY: 15_000 };
    for (const event of events) {
      const { currency, fee } = countries[countryOf(event)];
      for (const { name, price } of event.tickets) {
        if (price === 0) continue;
        expect(price, `${event.slug}: ${name}`).toBeGreaterThan(fee * 2);
        expect(price, `${event.slug}: ${name}`).toBeLessThanOrEqual(most[currency]);
      }
    }
  });

  it('names ticket types and promo codes that exist', () => {
    for (const event of events) {
      const types = event.tickets.map((type) => type.name);
      expect(new Set(types).size, event.slug).toBe(types.length);
      for (const promo of event.promoCodes ?? []) {
        expect(types, `${event.slug}: ${promo.code}`).toEqual(
          expect.arrayContaining([...(promo.ticketTypes ?? [])]),
        );
        expect(promo.used ?? 0, `${event.slug}: ${promo.code}`).toBeLessThanOrEqual(promo.limit);
      }
    }
  });

  it.each(nows)('starts on the weekday and at the hour it says, seen from %s', (now) => {
    for (const event of events) {
      const zone = zoneOf(event);
      const starts = local(resolveStart(event.starts, now, zone), zone);
      const today = local(now, zone).toPlainDate();
      const distance = today.until(starts.toPlainDate()).days;
      // On the night the clocks go forward an hour is missing; no event starts in it.
      expect(starts.toPlainTime().toString().slice(0, 5), event.slug).toBe(event.starts.at);
      if (!('weekday' in event.starts)) continue;
      expect(starts.dayOfWeek, event.slug).toBe(weekdayNumber(event.starts.weekday));
      const late = Math.abs(distance) - Math.abs(event.starts.days);
      expect(late, event.slug).toBeGreaterThanOrEqual(0);
      expect(late, event.slug).toBeLessThan(7);
      expect(Math.sign(distance), event.slug).toBe(Math.sign(event.starts.days));
    }
  });

  it.each(nows)('sells exactly what the data says, within the sales windows, seen from %s', (now) => {
    const waves = planBookings(events, now);
    expect(planBookings(events, now)).toEqual(waves);
    const types = new Map(
      events.flatMap((event) => event.tickets.map((type) => [`${event.slug}/${type.name}`, { event, type }])),
    );
    const sold = new Map<string, number>();
    const wrong: string[] = [];
    for (const { at, bookings } of waves) {
      for (const { eventSlug, ticketType, quantity, attendees } of bookings) {
        const key = `${eventSlug}/${ticketType}`;
        const { event, type } = types.get(key) ?? {};
        if (!event || !type) throw new Error(`${key} is not in the programme`);
        sold.set(key, (sold.get(key) ?? 0) + quantity);
        const zone = zoneOf(event);
        const closes = type.closes
          ? resolveMoment(type.closes, now, zone)
          : resolveStart(event.starts, now, zone);
        if (at >= now) wrong.push(`${key}: in the future`);
        if (at <= publishedAt(event, now)) wrong.push(`${key}: before it was public`);
        if (at >= closes) wrong.push(`${key}: after the sale`);
        if (quantity < (type.minPerBooking ?? 1)) wrong.push(`${key}: too few`);
        if (quantity > (type.maxPerBooking ?? 8)) wrong.push(`${key}: too many`);
        if (attendees.length !== quantity) wrong.push(`${key}: not everyone has a name`);
      }
    }
    expect(wrong).toEqual([]);
    const planned = events.flatMap((event) =>
      event.tickets
        .filter((type) => type.sold)
        .map((type) => [`${event.slug}/${type.name}`, type.sold] as const),
    );
    expect(Object.fromEntries(sold)).toEqual(Object.fromEntries(planned));
  });
});

describe('the demo', () => {
  const kilometres = (
    a: { latitude: number; longitude: number },
    b: { latitude: number; longitude: number },
  ) => {
    const radians = Math.PI / 180;
    const width = (a.longitude - b.longitude) * radians * Math.cos(((a.latitude + b.latitude) / 2) * radians);
    return 6371 * Math.hypot((a.latitude - b.latitude) * radians, width);
  };

  it('has every venue in its city', () => {
    for (const venue of Object.values(venues)) {
      expect(kilometres(venue, cities[venue.city]), venue.name).toBeLessThan(50);
    }
  });

  it('lets each venue to one organizer', () => {
    const organizersOf = new Map<string, Set<string>>();
    for (const event of programme) {
      if ('online' in event.place) continue;
      const before = organizersOf.get(event.place.venue) ?? new Set();
      organizersOf.set(event.place.venue, before.add(event.organizer));
    }
    for (const [venue, organizers] of organizersOf) expect([...organizers], venue).toHaveLength(1);
    expect([...organizersOf.keys()].sort()).toEqual(Object.keys(venues).sort());
  });

  it('is as large and as varied as it should be', () => {
    const used = (of: (event: SeedEvent) => string | undefined) =>
      new Set(programme.map(of).filter((value) => value !== undefined)).size;
    expect(programme.length).toBeGreaterThanOrEqual(60);
    expect(used((event) => event.category)).toBe(categories.length);
    expect(used((event) => venueOf(event)?.in.name)).toBe(20);
    expect(used((event) => countries[countryOf(event)].currency)).toBe(4);
    expect(programme.filter((event) => event.starts.days < 0).length).toBeGreaterThanOrEqual(10);
    expect(programme.filter((event) => event.cancelled).length).toBeGreaterThanOrEqual(2);
    expect(programme.filter((event) => 'online' in event.place).length).toBeGreaterThanOrEqual(2);
    expect(Math.max(...programme.map((event) => event.title.length))).toBe(90);
  });

  it('has something on today, at every hour of a day, and something the day after', () => {
    const soon = programme.filter((event) => 'soonest' in event.starts);
    for (let hour = 0; hour < 24; hour += 1) {
      const now = new Date(Date.UTC(2027, 2, 27, hour, 30));
      const days = soon.map((event) => {
        const zone = zoneOf(event);
        const starts = resolveStart(event.starts, now, zone);
        expect(starts.getTime(), event.slug).toBeGreaterThan(now.getTime() + 3 * 3_600_000 - 1);
        return local(now, zone).toPlainDate().until(local(starts, zone).toPlainDate()).days;
      });
      expect(days, now.toISOString()).toContain(0);
      expect(Math.max(...days), now.toISOString()).toBeGreaterThanOrEqual(1);
      expect(Math.max(...days), now.toISOString()).toBeLessThanOrEqual(2);
    }
  });

  it('crosses a change of clocks once', () => {
    const zone = 'Europe/Lisbon';
    const night = programme.find((event) => 'clockChangeEve' in event.starts);
    if (!night) throw new Error('no event on the eve of a change of clocks');
    for (const now of nows) {
      const starts = local(resolveStart(night.starts, now, zone), zone);
      expect(starts.add({ minutes: night.minutes }).offset).not.toBe(starts.offset);
    }
  });

  it('says nothing twice', () => {
    const seen = new Map<string, string>();
    for (const event of programme) {
      const text = [event.summary, ...event.description].join('\n');
      for (const sentence of text.split(/(?<=[.?!:;”“])\s+|\n/)) {
        const plain = sentence.trim().toLowerCase();
        if (plain.length < 12) continue;
        expect(seen.get(plain), `${event.slug}: ${sentence}`).toBeUndefined();
        seen.set(plain, event.slug);
      }
    }
    expect(seen.size).toBeGreaterThan(300);
  });

  it('writes like a house with manners', () => {
    for (const event of programme) {
      const text = [event.title, event.summary, ...event.description].join('\n');
      expect(text, event.slug).not.toMatch(
        /!|—|\bunforgettable\b|\bimmersive\b|\bjoin us\b|\bvibrant\b|\bjourney\b/i,
      );
      expect(event.summary.length, event.slug).toBeLessThanOrEqual(160);
      expect(event.description.length, event.slug).toBeGreaterThanOrEqual(2);
      expect(event.description.length, event.slug).toBeLessThanOrEqual(5);
    }
  });
});
