import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { citext, createdAt, id, instant, minorUnits } from './columns.ts';
import { organizers, venues } from './organizers.ts';

export const categories = pgTable('categories', {
  id: id(),
  slug: text().notNull().unique(),
  /** The name in each language, by its tag: { en: 'Concerts', de: 'Konzerte' }. */
  names: jsonb().$type<Record<string, string>>().notNull(),
  /** What one event of the kind is called, where that is another word: { en: 'Reading', de: 'Lesung' }. */
  singulars: jsonb().$type<Record<string, string>>().notNull().default({}),
  position: integer().notNull().default(0),
  /** Where its events went when it was merged into another; its address leads there. */
  mergedInto: uuid().references((): AnyPgColumn => categories.id),
});

export const eventStatus = pgEnum('event_status', ['draft', 'published', 'postponed', 'cancelled']);

/** One date of something, at a venue or online. */
export const events = pgTable(
  'events',
  {
    id: id(),
    organizerId: uuid()
      .notNull()
      .references(() => organizers.id),
    venueId: uuid(),
    categoryId: uuid()
      .notNull()
      .references(() => categories.id),
    slug: text().notNull().unique(),
    title: text().notNull(),
    summary: text().notNull(),
    /** Markdown. */
    description: text().notNull(),
    /** Language of title and texts, a BCP 47 tag. */
    language: text().notNull().default('en'),
    status: eventStatus().notNull().default('draft'),
    online: boolean().notNull().default(false),
    /** Shown to ticket holders only. */
    onlineUrl: text(),
    doorsAt: instant(),
    startsAt: instant().notNull(),
    endsAt: instant().notNull(),
    /** IANA name. */
    timezone: text().notNull(),
    /** ISO 4217. */
    currency: text().notNull(),
    /** Tax contained in every price, in hundredths of a percent: 1900 is 19 %. */
    taxRate: integer().notNull().default(0),
    ageNote: text(),
    accessNote: text(),
    /** In the organizer's words and language. */
    refundPolicy: text().notNull(),
    /** The same as a rule, for readers of other languages: until how many hours before the start all money goes back, null: never. */
    refundRule: jsonb().$type<{ hoursBefore: number | null }>(),
    /** The running order, local wall times: [{ at: '19:00', what: 'Doors' }]. */
    programme: jsonb().$type<{ at: string; what: string }[]>().notNull().default([]),
    /** How many tickets one person, known by e-mail address, may have in all. */
    maxPerBuyer: integer(),
    /** Why it was cancelled or postponed, in the organizer's words. */
    statusReason: text(),
    /** Until when holders may change the names on their tickets; null: until it starts. */
    namesChangeableUntil: instant(),
    /** Whether holders may hand tickets on. */
    transfersAllowed: boolean().notNull().default(true),
    /** When an admin took it off the public pages, and why. While it is set, nobody can publish it. */
    takenDownAt: instant(),
    takenDownReason: text(),
    /** Rises with every change that ticket holders must hear of (SEQUENCE of the calendar file). */
    revision: integer().notNull().default(0),
    publishedAt: instant(),
    cancelledAt: instant(),
    createdAt: createdAt(),
  },
  (t) => [
    unique('events_of_organizer').on(t.id, t.organizerId),
    foreignKey({
      name: 'events_venue_of_organizer',
      columns: [t.venueId, t.organizerId],
      foreignColumns: [venues.id, venues.organizerId],
    }),
    index('events_by_start').on(t.startsAt, t.id),
    index('events_organizer').on(t.organizerId, t.startsAt),
    index('events_venue').on(t.venueId),
    index('events_category').on(t.categoryId, t.startsAt),
    index('events_taken_down').on(t.takenDownAt).where(sql`${t.takenDownAt} is not null`),
    index('events_search').using('gin', sql`search_text(${t.title} || ' ' || ${t.summary}) gin_trgm_ops`),
    check('events_end_after_start', sql`${t.endsAt} > ${t.startsAt}`),
    check('events_doors_before_start', sql`${t.doorsAt} is null or ${t.doorsAt} <= ${t.startsAt}`),
    check('events_somewhere', sql`${t.online} or ${t.venueId} is not null`),
    check('events_tax_rate', sql`${t.taxRate} between 0 and 10000`),
    check('events_currency_iso', sql`${t.currency} ~ '^[A-Z]{3}$'`),
    check('events_max_per_buyer', sql`${t.maxPerBuyer} is null or ${t.maxPerBuyer} > 0`),
    check('events_published_at', sql`${t.status} = 'draft' or ${t.publishedAt} is not null`),
  ],
);

/** What is offered: a name, a price, a sales window, limits. */
export const ticketTypes = pgTable(
  'ticket_types',
  {
    id: id(),
    eventId: uuid()
      .notNull()
      .references(() => events.id),
    name: text().notNull(),
    note: text().notNull().default(''),
    /** What the organizer asks for one ticket, tax included. */
    price: minorUnits().notNull(),
    /** What comes on top for every ticket that costs anything, tax included. Shown as part of the price. */
    fee: minorUnits().notNull().default(0),
    salesStartAt: instant(),
    /** Null: until the event starts. */
    salesEndAt: instant(),
    minPerBooking: integer().notNull().default(1),
    maxPerBooking: integer().notNull().default(10),
    position: integer().notNull().default(0),
    createdAt: createdAt(),
  },
  (t) => [
    unique('ticket_types_of_event').on(t.id, t.eventId),
    index('ticket_types_event').on(t.eventId, t.position),
    check('ticket_types_price', sql`${t.price} >= 0 and ${t.fee} >= 0`),
    check('ticket_types_free_has_no_fee', sql`${t.price} > 0 or ${t.fee} = 0`),
    check(
      'ticket_types_limits',
      sql`${t.minPerBooking} >= 1 and ${t.maxPerBooking} between ${t.minPerBooking} and 100`,
    ),
    check(
      'ticket_types_window',
      sql`${t.salesStartAt} is null or ${t.salesEndAt} is null or ${t.salesEndAt} > ${t.salesStartAt}`,
    ),
  ],
);

/** A number of places that one or more ticket types draw from. The counters are the stock. */
export const capacityPools = pgTable(
  'capacity_pools',
  {
    id: id(),
    eventId: uuid()
      .notNull()
      .references(() => events.id),
    name: text().notNull(),
    capacity: integer().notNull(),
    /** Places in bookings that are held, paying or awaiting payment. */
    held: integer().notNull().default(0),
    /** Places of tickets that are not void. */
    sold: integer().notNull().default(0),
  },
  (t) => [
    unique('capacity_pools_of_event').on(t.id, t.eventId),
    index('capacity_pools_event').on(t.eventId),
    check('capacity_pools_held', sql`${t.held} >= 0`),
    check('capacity_pools_sold', sql`${t.sold} >= 0`),
    check('capacity_pools_never_too_many', sql`${t.held} + ${t.sold} <= ${t.capacity}`),
  ],
);

/** Which pools a ticket takes a place from: one of each. */
export const ticketTypePools = pgTable(
  'ticket_type_pools',
  {
    ticketTypeId: uuid().notNull(),
    poolId: uuid().notNull(),
    eventId: uuid().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.ticketTypeId, t.poolId] }),
    index('ticket_type_pools_event').on(t.eventId),
    index('ticket_type_pools_pool').on(t.poolId),
    foreignKey({
      name: 'ticket_type_pools_type',
      columns: [t.ticketTypeId, t.eventId],
      foreignColumns: [ticketTypes.id, ticketTypes.eventId],
    }),
    foreignKey({
      name: 'ticket_type_pools_pool_of_event',
      columns: [t.poolId, t.eventId],
      foreignColumns: [capacityPools.id, capacityPools.eventId],
    }),
  ],
);

/** A word that lowers the price. One booking is one use. */
export const promoCodes = pgTable(
  'promo_codes',
  {
    id: id(),
    eventId: uuid()
      .notNull()
      .references(() => events.id),
    code: citext().notNull(),
    /** Hundredths of a percent: 2000 is 20 %. Either this or `amountOff`. */
    percentOff: integer(),
    /** Off each ticket it applies to. */
    amountOff: minorUnits(),
    startsAt: instant(),
    endsAt: instant(),
    /** How many bookings may use it; null: any number. */
    usageLimit: integer(),
    /** Uses by bookings that are held, paying or awaiting payment. */
    reserved: integer().notNull().default(0),
    /** Uses by confirmed bookings. */
    used: integer().notNull().default(0),
  },
  (t) => [
    unique('promo_codes_code').on(t.eventId, t.code),
    unique('promo_codes_of_event').on(t.id, t.eventId),
    check(
      'promo_codes_one_kind',
      sql`(${t.percentOff} is null) <> (${t.amountOff} is null) and coalesce(${t.percentOff}, 1) between 1 and 10000 and coalesce(${t.amountOff}, 1) > 0`,
    ),
    check('promo_codes_counters', sql`${t.reserved} >= 0 and ${t.used} >= 0`),
    check(
      'promo_codes_never_too_often',
      sql`${t.usageLimit} is null or ${t.reserved} + ${t.used} <= ${t.usageLimit}`,
    ),
  ],
);

/** The ticket types a promo code is for. No rows: all of the event's. */
export const promoCodeTicketTypes = pgTable(
  'promo_code_ticket_types',
  {
    promoCodeId: uuid().notNull(),
    ticketTypeId: uuid().notNull(),
    eventId: uuid().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.promoCodeId, t.ticketTypeId] }),
    foreignKey({
      name: 'promo_code_ticket_types_code',
      columns: [t.promoCodeId, t.eventId],
      foreignColumns: [promoCodes.id, promoCodes.eventId],
    }),
    foreignKey({
      name: 'promo_code_ticket_types_type',
      columns: [t.ticketTypeId, t.eventId],
      foreignColumns: [ticketTypes.id, ticketTypes.eventId],
    }),
  ],
);
