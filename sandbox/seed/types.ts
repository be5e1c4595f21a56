/**
 * The shape of the seed's data. Everything in time is relative to the day on which the seed runs, so that the
 * demo never looks abandoned: a rule says "the first Friday at least five days from now", calendar.ts resolves it.
 */
import type { CategorySlug } from './categories.ts';
import type { CountryCode } from './cities.ts';
import type { VenueKey } from './venues.ts';

export type Weekday = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';

/** A wall-clock time, `HH:MM`, in the event's zone. */
export type WallTime = `${number}:${number}`;

export type StartRule =
  /** The first such weekday at least `days` days from today; with negative days the last one at least so long ago. */
  | { weekday: Weekday; days: number; at: WallTime }
  /**
   * The next time a clock there shows `at`, if that is hours away, and `days` days after it: today or tomorrow for 0.
   * Such events on three sides of the world leave one that is still to come today wherever the sun stands.
   */
  | { soonest: true; days: number; at: WallTime }
  /** The evening before the zone's next change of clocks, at least `days` days from today. */
  | { clockChangeEve: true; days: number; at: WallTime };

/** A moment counted from today, not from the event: "ended ten days ago" stays true whenever the seed runs. */
export type RelativeMoment = { days: number; at: WallTime };

/** Hours before the start until which a buyer gets everything back; null when there are no refunds. */
export type RefundPolicy = { hoursBefore: number | null };

export type OrganizerKey = 'mareBaixa' | 'kanalhaus' | 'pell';

export type Language = 'en' | 'de';

export type SeedPool = { key: string; name: string; capacity: number };

export type SeedTicketType = {
  name: string;
  note?: string;
  /** Minor units, everything included: what the buyer pays for one ticket. */
  price: number;
  /** A quantity of its own, beside the shared pools it draws from. */
  own?: number;
  /** Keys of the event's shared pools. */
  pools?: readonly string[];
  minPerBooking?: number;
  maxPerBooking?: number;
  opens?: RelativeMoment;
  closes?: RelativeMoment;
  /** Tickets of this type that the seed sells, today included. */
  sold?: number;
  /** Tickets of this type that lie in carts when the seed ends. */
  held?: number;
};

export type SeedPromoCode = {
  code: string;
  discount: { percent: number } | { amount: number };
  limit: number;
  /** Names of ticket types; all when left out. */
  ticketTypes?: readonly string[];
  closes?: RelativeMoment;
  /** How many of the seed's bookings use it. */
  used?: number;
};

export type SeedPlace = { venue: VenueKey } | { online: { country: CountryCode; zone: string; url: string } };

export type SeedEvent = {
  slug: string;
  title: string;
  /** Language of title and text; English when left out. */
  language?: Language;
  category: CategorySlug;
  organizer: OrganizerKey;
  place: SeedPlace;
  starts: StartRule;
  minutes: number;
  /** Minutes before the start at which the doors open. */
  doors?: number;
  /** Days before today on which it was published; past events went out this long before they took place. */
  announced?: number;
  summary: string;
  /** Markdown, one entry a paragraph. */
  description: readonly string[];
  programme?: readonly (readonly [WallTime, string])[];
  age?: string;
  /** Instead of the venue's own note. */
  access?: string;
  /** Tickets one person may have in all. */
  maxPerBuyer?: number;
  refunds: RefundPolicy;
  pools?: readonly SeedPool[];
  tickets: readonly SeedTicketType[];
  promoCodes?: readonly SeedPromoCode[];
  cancelled?: { daysAgo: number; reason: string };
};
