import { and, asc, eq, isNull, ne, sql } from 'drizzle-orm';
import { categories, events, organizers, ticketTypes, venues } from '#db/schema/index.ts';
import type { Queryable } from '../database.ts';
import { DomainError } from '../errors.ts';
import { categoryName, kindName, thisEvent } from './event-cards.ts';

export type EventDetail = {
  id: string;
  slug: string;
  title: string;
  summary: string;
  /** Markdown. */
  description: string;
  language: string;
  status: 'published' | 'postponed' | 'cancelled';
  statusReason: string | null;
  cancelledAt: Date | null;
  /** While they are suspended, they have no page, and neither has the venue. */
  organizer: { slug: string; name: string; description: string; suspended: boolean };
  /** `kind`: what one event of it is called. */
  category: { slug: string; name: string; kind: string };
  online: boolean;
  venue: {
    slug: string;
    name: string;
    address: string;
    /** Empty when not given. */
    postcode: string;
    city: string;
    country: string;
    latitude: number;
    longitude: number;
  } | null;
  doorsAt: Date | null;
  startsAt: Date;
  endsAt: Date;
  timezone: string;
  currency: string;
  /** Tax contained in the prices, in hundredths of a percent. */
  taxRate: number;
  ageNote: string | null;
  accessNote: string | null;
  refundPolicy: string;
  /** What these words say, where the organizer has said it as a rule; null hours: nothing goes back. */
  refundRule: { hoursBefore: number | null } | null;
  programme: { at: string; what: string }[];
  maxPerBuyer: number | null;
  /** Rises with every change that ticket holders must hear of. */
  revision: number;
  /** In the organizer's order. */
  ticketTypes: OfferedTicketType[];
  /** Whether it is worth asking for a promo code: one exists that has not ended. */
  takesPromoCodes: boolean;
};

export type OfferedTicketType = {
  id: string;
  name: string;
  note: string;
  /** What one ticket costs, the fee included, in minor units. */
  price: number;
  /** The part of the price that is fee. */
  fee: number;
  salesStartAt: Date | null;
  salesEndAt: Date;
  minPerBooking: number;
  maxPerBooking: number;
};

/**
 * Reads everything the page of an event shows; what is left of it comes from `availability`.
 *
 * @throws DomainError `not_found` for an unknown address, for a draft, and for what an admin has taken down.
 */
export async function findEvent(db: Queryable, slug: string, locale: string): Promise<EventDetail> {
  // What cannot be a slug, a NUL among others, would be an error to PostgreSQL.
  if (!/^[a-z0-9-]{1,100}$/.test(slug)) throw new DomainError('not_found');
  const [row] = await db
    .select({
      id: events.id,
      slug: events.slug,
      title: events.title,
      summary: events.summary,
      description: events.description,
      language: events.language,
      status: events.status,
      statusReason: events.statusReason,
      cancelledAt: events.cancelledAt,
      organizer: {
        slug: organizers.slug,
        name: organizers.name,
        description: organizers.description,
        suspended: sql<boolean>`${organizers.suspendedAt} is not null`,
      },
      category: { slug: categories.slug, name: categoryName(locale), kind: kindName(locale) },
      online: events.online,
      venue: {
        slug: venues.slug,
        name: venues.name,
        address: venues.address,
        postcode: venues.postcode,
        city: venues.city,
        country: venues.country,
        latitude: venues.latitude,
        longitude: venues.longitude,
      },
      doorsAt: events.doorsAt,
      startsAt: events.startsAt,
      endsAt: events.endsAt,
      timezone: events.timezone,
      currency: events.currency,
      taxRate: events.taxRate,
      ageNote: events.ageNote,
      accessNote: events.accessNote,
      refundPolicy: events.refundPolicy,
      refundRule: events.refundRule,
      programme: events.programme,
      maxPerBuyer: events.maxPerBuyer,
      revision: events.revision,
      takesPromoCodes: sql<boolean>`exists (
        select from promo_codes c
        where c.event_id = ${thisEvent} and (c.ends_at is null or c.ends_at > app_now()))`,
    })
    .from(events)
    .innerJoin(organizers, eq(organizers.id, events.organizerId))
    .innerJoin(categories, eq(categories.id, events.categoryId))
    .leftJoin(venues, eq(venues.id, events.venueId))
    .where(and(eq(events.slug, slug), ne(events.status, 'draft'), isNull(events.takenDownAt)));
  if (!row || row.status === 'draft') throw new DomainError('not_found');
  const { status, ...event } = row;
  const types = await db
    .select({
      id: ticketTypes.id,
      name: ticketTypes.name,
      note: ticketTypes.note,
      price: ticketTypes.price,
      fee: ticketTypes.fee,
      salesStartAt: ticketTypes.salesStartAt,
      salesEndAt: ticketTypes.salesEndAt,
      minPerBooking: ticketTypes.minPerBooking,
      maxPerBooking: ticketTypes.maxPerBooking,
    })
    .from(ticketTypes)
    .where(eq(ticketTypes.eventId, event.id))
    .orderBy(asc(ticketTypes.position), asc(ticketTypes.id));
  return {
    ...event,
    status,
    ticketTypes: types.map((type) => ({
      ...type,
      price: type.price + type.fee,
      salesEndAt: type.salesEndAt ?? event.startsAt,
    })),
  };
}
