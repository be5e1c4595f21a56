import { and, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import {
  capacityPools,
  categories,
  events,
  promoCodes,
  promoCodeTicketTypes,
  ticketTypePools,
  ticketTypes,
  venues,
} from '#db/schema/index.ts';
import { recordAudit } from '../audit/record.ts';
import type { Actor } from '../auth/actor.ts';
import { assertMay } from '../auth/policy.ts';
import type { Queryable } from '../database.ts';
import { DomainError, parseInput } from '../errors.ts';
import { type CreateEventInput, createEventSchema } from './create-event.schema.ts';
import { slugCandidates, slugOf } from './slug.ts';

type NewEvent = z.output<typeof createEventSchema>;

export type CreatedEvent = {
  eventId: string;
  slug: string;
  ticketTypes: { id: string; name: string }[];
  pools: { id: string; name: string }[];
  promoCodes: { id: string; code: string }[];
};

/** Times and place are the venue's where there is one: it belongs to the same organizer, or it does not exist. */
async function timezoneOf(tx: Queryable, organizerId: string, input: NewEvent): Promise<string> {
  if (input.timezone !== undefined) return input.timezone;
  const [venue] = await tx
    .select({ timezone: venues.timezone })
    .from(venues)
    .where(and(eq(venues.id, input.venueId ?? ''), eq(venues.organizerId, organizerId)));
  if (!venue) throw new DomainError('not_found');
  return venue.timezone;
}

async function insertEvent(tx: Queryable, organizerId: string, input: NewEvent) {
  const [category] = await tx
    .select({ id: categories.id })
    .from(categories)
    .where(and(eq(categories.slug, input.category), isNull(categories.mergedInto)))
    // Kept as it is until the event is in: who merges it away waits, and then moves this event too.
    .for('share');
  if (!category) throw new DomainError('invalid_input', { field: 'category' });
  const timezone = await timezoneOf(tx, organizerId, input);
  const wanted = input.slug ? [input.slug] : slugCandidates(slugOf(input.title, input.language, 'event'));
  for (const slug of wanted) {
    const [event] = await tx
      .insert(events)
      .values({
        organizerId,
        slug,
        timezone,
        categoryId: category.id,
        venueId: input.venueId,
        title: input.title,
        summary: input.summary,
        description: input.description,
        language: input.language,
        online: input.online,
        onlineUrl: input.onlineUrl,
        doorsAt: input.doorsAt,
        startsAt: input.startsAt,
        endsAt: input.endsAt,
        currency: input.currency,
        taxRate: input.taxRate,
        ageNote: input.ageNote,
        accessNote: input.accessNote,
        refundPolicy: input.refundPolicy,
        refundRule: input.refundRule,
        programme: input.programme,
        maxPerBuyer: input.maxPerBuyer,
        namesChangeableUntil: input.namesChangeableUntil,
        transfersAllowed: input.transfersAllowed,
      })
      .onConflictDoNothing({ target: events.slug })
      .returning({ id: events.id, slug: events.slug });
    if (event) return event;
  }
  throw new DomainError('slug_taken', { slug: input.slug ?? '' });
}

/**
 * Makes a draft of an event with its ticket types, pools and promo codes, all or nothing. A ticket type with a
 * `quantity` gets a pool of its own besides the shared ones it names, so that stock is always a counter on a pool.
 *
 * @throws DomainError `invalid_input` (field), `slug_taken` for a slug that was asked for, `not_found` for a venue of
 * another organizer, and what `assertMay` throws.
 */
export async function createEvent(
  db: Queryable,
  actor: Actor,
  organizerId: string,
  input: CreateEventInput,
): Promise<CreatedEvent> {
  assertMay(actor, 'event.create', { organizerId });
  const given = parseInput(createEventSchema, input);
  return db.transaction(async (tx) => {
    const event = await insertEvent(tx, organizerId, given);
    const eventId = event.id;

    const poolIds = new Map<string, string>();
    const pools: CreatedEvent['pools'] = [];
    const addPool = async (name: string, capacity: number) => {
      const [pool] = await tx
        .insert(capacityPools)
        .values({ eventId, name, capacity })
        .returning({ id: capacityPools.id, name: capacityPools.name });
      if (!pool) throw new Error('a pool was not inserted');
      pools.push(pool);
      return pool.id;
    };
    for (const pool of given.pools) poolIds.set(pool.key, await addPool(pool.name, pool.capacity));

    const typeIds = new Map<string, string>();
    for (const [position, { quantity, pools: keys, ...values }] of given.ticketTypes.entries()) {
      const [type] = await tx
        .insert(ticketTypes)
        .values({ ...values, eventId, position })
        .returning({ id: ticketTypes.id });
      if (!type) throw new Error('a ticket type was not inserted');
      typeIds.set(values.name, type.id);
      const drawsFrom = keys.flatMap((key) => poolIds.get(key) ?? []);
      if (quantity !== undefined) drawsFrom.push(await addPool(values.name, quantity));
      await tx
        .insert(ticketTypePools)
        .values(drawsFrom.map((poolId) => ({ eventId, poolId, ticketTypeId: type.id })));
    }

    const codes: CreatedEvent['promoCodes'] = [];
    for (const { ticketTypes: names, ...values } of given.promoCodes) {
      const [promo] = await tx
        .insert(promoCodes)
        .values({ ...values, eventId })
        .returning({ id: promoCodes.id, code: promoCodes.code });
      if (!promo) throw new Error('a promo code was not inserted');
      codes.push(promo);
      const onlyFor = names.flatMap((name) => typeIds.get(name) ?? []);
      if (onlyFor.length > 0) {
        await tx
          .insert(promoCodeTicketTypes)
          .values(onlyFor.map((ticketTypeId) => ({ eventId, ticketTypeId, promoCodeId: promo.id })));
      }
    }

    await recordAudit(tx, {
      actor,
      organizerId,
      action: 'event.created',
      object: { type: 'event', id: eventId },
      changes: { status: [null, 'draft'], slug: [null, event.slug] },
    });
    return {
      eventId,
      slug: event.slug,
      ticketTypes: [...typeIds].map(([name, id]) => ({ id, name })),
      pools,
      promoCodes: codes,
    };
  });
}
