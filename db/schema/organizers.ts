import { sql } from 'drizzle-orm';
import {
  check,
  doublePrecision,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { citext, createdAt, id, instant } from './columns.ts';
import { users } from './people.ts';

/** The organization that sells. */
export const organizers = pgTable(
  'organizers',
  {
    id: id(),
    slug: text().notNull().unique(),
    name: text().notNull(),
    description: text().notNull().default(''),
    /** Where buyers' answers go: the Reply-To of every mail. */
    email: citext().notNull(),
    /** ISO 3166-1 alpha-2. */
    country: text().notNull(),
    /** Who sells, as receipts have to say it: the name in the register, where it is, its number with the tax office. Empty when not given. */
    legalName: text().notNull().default(''),
    legalAddress: text().notNull().default(''),
    taxNumber: text().notNull().default(''),
    verifiedAt: instant(),
    suspendedAt: instant(),
    /** Why, in the words of the admin who did it. */
    suspendedReason: text(),
    createdAt: createdAt(),
  },
  (t) => [
    // Every list of events leaves out what they sell.
    index('organizers_suspended').on(t.id).where(sql`${t.suspendedAt} is not null`),
    index('organizers_search').using('gin', sql`search_text(${t.name}) gin_trgm_ops`),
  ],
);

export const memberRole = pgEnum('member_role', ['owner', 'manager', 'box_office', 'door']);

/** Who works for an organizer, and as what. */
export const members = pgTable(
  'members',
  {
    organizerId: uuid()
      .notNull()
      .references(() => organizers.id),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    role: memberRole().notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.organizerId, t.userId] }), index('members_user').on(t.userId)],
);

/** Somebody was asked by mail to become a member; they are one once they accept. */
export const memberInvitations = pgTable(
  'member_invitations',
  {
    id: id(),
    organizerId: uuid()
      .notNull()
      .references(() => organizers.id),
    email: citext().notNull(),
    role: memberRole().notNull(),
    locale: text().notNull(),
    invitedBy: uuid().references(() => users.id, { onDelete: 'set null' }),
    createdAt: createdAt(),
    expiresAt: instant().notNull(),
    acceptedAt: instant(),
    acceptedBy: uuid().references(() => users.id, { onDelete: 'set null' }),
    /** When it was taken back, declined, or replaced by another. */
    endedAt: instant(),
  },
  (t) => [
    uniqueIndex('member_invitations_one_open')
      .on(t.organizerId, t.email)
      .where(sql`${t.acceptedAt} is null and ${t.endedAt} is null`),
    index('member_invitations_email').on(t.email),
  ],
);

export const venues = pgTable(
  'venues',
  {
    id: id(),
    organizerId: uuid()
      .notNull()
      .references(() => organizers.id),
    slug: text().notNull().unique(),
    name: text().notNull(),
    /** Street and number, as they are written there. */
    address: text().notNull(),
    postcode: text().notNull().default(''),
    city: text().notNull(),
    /** ISO 3166-1 alpha-2. */
    country: text().notNull(),
    /** WGS 84, degrees. */
    latitude: doublePrecision().notNull(),
    longitude: doublePrecision().notNull(),
    /** IANA name, such as Europe/Lisbon. */
    timezone: text().notNull(),
    /** How many people the room takes by law. */
    capacity: integer().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    unique('venues_of_organizer').on(t.id, t.organizerId),
    index('venues_place').on(t.country, t.city),
    check('venues_on_earth', sql`${t.latitude} between -90 and 90 and ${t.longitude} between -180 and 180`),
    check('venues_capacity_positive', sql`${t.capacity} > 0`),
  ],
);
