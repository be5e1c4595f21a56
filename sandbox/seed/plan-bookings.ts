import { type Buyer, inventBuyer } from './buyers.ts';
import { resolveMoment, resolveStart } from './calendar.ts';
import type { countries } from './cities.ts';
import { attendee } from './people.ts';
import { countryOf, zoneOf } from './place.ts';
import { type Random, randomFrom } from './random.ts';
import type { SeedEvent, SeedTicketType } from './types.ts';

/** One purchase that the seed makes, with real steps, at a moment of the past. */
export type PlannedBooking = {
  eventSlug: string;
  ticketType: string;
  quantity: number;
  buyer: Buyer;
  /** Who comes, the buyer first. */
  attendees: string[];
  /** True for the demo's attendee, who is signed in. */
  signedIn: boolean;
  promoCode?: string;
};

/** Bookings that happen at the same moment; the clock moves from wave to wave. */
export type Wave = { at: Date; bookings: PlannedBooking[] };

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** What the demo's attendee has: two for what comes, one of them free, two for what was, one that was called off;
 * and one in the small seed. */
const ofAttendee: readonly { slug: string; ticketType: string; quantity: number }[] = [
  { slug: 'salt-and-static', ticketType: 'Standing', quantity: 2 },
  { slug: 'paper-weather', ticketType: 'Entry', quantity: 2 },
  { slug: 'three-pianos-one-cellar', ticketType: 'Seat', quantity: 1 },
  { slug: 'fado-for-people-who-talk', ticketType: 'Table seat', quantity: 2 },
  { slug: 'bicycle-film-bring-a-lock', ticketType: 'Seat', quantity: 2 },
  { slug: 'the-lighthouse-keepers-daughters', ticketType: 'Standing', quantity: 2 },
  { slug: 'paid-concert', ticketType: 'Standing', quantity: 2 },
];

/**
 * Spreads all sales over the weeks before `now`. The same events and the same day give the same plan.
 *
 * @returns waves, oldest first; none later than an hour ago
 */
export function planBookings(events: readonly SeedEvent[], now: Date): Wave[] {
  const waves = waveTimes(now).map((at): Wave => ({ at, bookings: [] }));
  for (const event of events) {
    const random = randomFrom(event.slug);
    const promoCodes = (event.promoCodes ?? []).map((promo) => ({ promo, left: promo.used ?? 0 }));
    const emails = new Set<string>();
    for (const ticketType of event.tickets) {
      const { from, until } = salesWindow(event, ticketType, now);
      const inWindow = waves.filter(({ at }) => at.getTime() > from && at.getTime() < until);
      for (const planned of bookingsOf(event, ticketType, random, emails)) {
        const promo = promoCodes.find(
          ({ promo, left }) =>
            left > 0 &&
            !planned.signedIn &&
            (promo.ticketTypes?.includes(ticketType.name) ?? ticketType.price > 0),
        );
        if (promo) promo.left -= 1;
        random.pick(inWindow).bookings.push(promo ? { ...planned, promoCode: promo.promo.code } : planned);
      }
    }
  }
  return waves.filter((wave) => wave.bookings.length > 0);
}

/**
 * When an event went public: its own number of days ago, or some weeks; for one that is over, so long before it took
 * place. At ten in the morning, as offices do.
 */
export function publishedAt(event: SeedEvent, now: Date): Date {
  const zone = zoneOf(event);
  const starts = resolveStart(event.starts, now, zone);
  const days = event.announced ?? randomFrom(`${event.slug} announced`).between(32, 56);
  return resolveMoment({ days: -days, at: '10:00' }, starts < now ? starts : now, zone);
}

/** Every moment at which somebody buys: two a day at changing hours, more of them in the last week. */
function waveTimes(now: Date): Date[] {
  const random = randomFrom('waves');
  const times: Date[] = [];
  const midnight = Math.floor(now.getTime() / DAY) * DAY;
  for (let day = 80; day >= 1; day -= day > 30 ? 5 : day > 10 ? 2 : 1) {
    times.push(
      new Date(midnight - day * DAY + random.between(7, 20) * HOUR + random.between(0, 59) * 60_000),
    );
  }
  times.push(new Date(now.getTime() - 5 * HOUR), new Date(now.getTime() - HOUR));
  return times;
}

/**
 * From when until when this type was sold, an hour off at both ends; a cancelled event sold nothing in the day before
 * it was called off.
 */
function salesWindow(
  event: SeedEvent,
  ticketType: SeedTicketType,
  now: Date,
): { from: number; until: number } {
  const zone = zoneOf(event);
  const opens = ticketType.opens ? resolveMoment(ticketType.opens, now, zone) : publishedAt(event, now);
  const closes = ticketType.closes
    ? resolveMoment(ticketType.closes, now, zone)
    : resolveStart(event.starts, now, zone);
  const calledOff = event.cancelled
    ? now.getTime() - (event.cancelled.daysAgo + 1) * DAY
    : Number.POSITIVE_INFINITY;
  return { from: opens.getTime() + HOUR, until: Math.min(closes.getTime() - HOUR, calledOff) };
}

function bookingsOf(
  event: SeedEvent,
  ticketType: SeedTicketType,
  random: Random,
  emails: Set<string>,
): PlannedBooking[] {
  const minimum = ticketType.minPerBooking ?? 1;
  const maximum = Math.min(ticketType.maxPerBooking ?? 8, event.maxPerBuyer ?? 100);
  const country = countryOf(event);
  const planned: PlannedBooking[] = [];
  const base = { eventSlug: event.slug, ticketType: ticketType.name };
  let left = ticketType.sold ?? 0;
  for (const own of ofAttendee) {
    if (own.slug !== event.slug || own.ticketType !== ticketType.name) continue;
    left -= own.quantity;
    const buyer = { ...attendee, country };
    const attendees = [attendee.name, ...companions(own.quantity - 1, random, country)];
    planned.push({ ...base, quantity: own.quantity, buyer, attendees, signedIn: true });
  }
  while (left > 0) {
    const size = Math.max(minimum, Math.min(maximum, random.pick([1, 2, 4, 4, 6, 6, 8, 8])));
    // The rest of a type that is sold in pairs must not be one.
    const quantity = left - size < minimum ? Math.min(left, maximum) : size;
    left -= quantity;
    const invented = inventBuyer(random, country);
    const buyer = { ...invented, email: unused(invented.email, emails) };
    const attendees = [buyer.name, ...companions(quantity - 1, random, buyer.country)];
    planned.push({ ...base, quantity, buyer, attendees, signedIn: false });
  }
  return planned;
}

function companions(count: number, random: Random, country: keyof typeof countries): string[] {
  return Array.from({ length: count }, () => inventBuyer(random, country).name);
}

/** Two people of one name are two people: the second gets a number. */
function unused(email: string, taken: Set<string>): string {
  let candidate = email;
  for (let n = 2; taken.has(candidate); n += 1) candidate = email.replace('@', `${n}@`);
  taken.add(candidate);
  return candidate;
}
