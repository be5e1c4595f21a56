import { z } from 'zod';
import { chargeStep, isCurrency } from '../money.ts';
import { isTimezone } from '../time.ts';
import { isName, isText } from '../typed-text.schema.ts';

const line = (most: number) => z.string().trim().min(1).max(most).refine(isName);
const text = (most: number) => z.string().trim().min(1).max(most).refine(isText);
const slug = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const minorUnits = z.number().int().min(0).max(1_000_000_000_000);
const places = z.number().int().min(1).max(1_000_000);

const pool = z.object({ key: line(40), name: line(80), capacity: places });

const ticketType = z
  .object({
    name: line(80),
    note: z.string().trim().max(200).refine(isText).default(''),
    /** Minor units, tax included, without the fee. */
    price: minorUnits,
    /** Minor units a ticket, tax included; what is free has none. */
    fee: minorUnits.default(0),
    /** Gives the type a pool of its own, beside the shared ones it names. */
    quantity: places.optional(),
    pools: z.array(z.string()).default([]),
    salesStartAt: z.date().optional(),
    salesEndAt: z.date().optional(),
    minPerBooking: z.number().int().min(1).max(100).default(1),
    maxPerBooking: z.number().int().min(1).max(100).default(10),
  })
  .refine((type) => type.quantity !== undefined || type.pools.length > 0, { path: ['quantity'] })
  .refine((type) => new Set(type.pools).size === type.pools.length, { path: ['pools'] })
  .refine((type) => type.price > 0 || type.fee === 0, { path: ['fee'] })
  .refine((type) => type.minPerBooking <= type.maxPerBooking, { path: ['maxPerBooking'] })
  .refine((type) => !type.salesStartAt || !type.salesEndAt || type.salesStartAt < type.salesEndAt, {
    path: ['salesEndAt'],
  });

const promoCode = z
  .object({
    code: z
      .string()
      .trim()
      .regex(/^[\p{L}\p{N}_-]{2,40}$/u),
    /** Hundredths of a percent: 2000 is 20 %. */
    percentOff: z.number().int().min(1).max(10_000).optional(),
    /** Minor units off each ticket. */
    amountOff: minorUnits.min(1).optional(),
    startsAt: z.date().optional(),
    endsAt: z.date().optional(),
    usageLimit: z.number().int().min(1).optional(),
    /** Names of the ticket types it is for; all when left out. */
    ticketTypes: z.array(z.string()).default([]),
  })
  .refine((promo) => (promo.percentOff === undefined) !== (promo.amountOff === undefined), {
    path: ['percentOff'],
  });

const allDifferent = (values: readonly string[]) =>
  new Set(values.map((value) => value.toLowerCase())).size === values.length;

/** An event with everything it sells, as its organizer describes it. */
export const createEventSchema = z
  .object({
    title: line(140),
    /** The end of its address; made from the title when left out. */
    slug: slug.optional(),
    summary: text(300),
    /** Markdown. */
    description: text(20_000),
    /** BCP 47 tag of title and texts. */
    language: z
      .string()
      .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
      .default('en'),
    /** Slug of a category. */
    category: z.string(),
    venueId: z.uuid().optional(),
    online: z.boolean().default(false),
    onlineUrl: z.url({ protocol: /^https$/ }).optional(),
    /** IANA name. A venue brings its own, so it is given for an event without one only. */
    timezone: z.string().refine(isTimezone).optional(),
    doorsAt: z.date().optional(),
    startsAt: z.date(),
    endsAt: z.date(),
    /** ISO 4217. */
    currency: z.string().refine(isCurrency),
    /** Tax contained in every price, in hundredths of a percent. */
    taxRate: z.number().int().min(0).max(10_000).default(0),
    ageNote: text(200).optional(),
    accessNote: text(500).optional(),
    refundPolicy: text(500),
    /** What the words say, for readers of other languages: until how many hours before the start, or never. */
    refundRule: z.object({ hoursBefore: z.number().int().min(0).max(8760).nullable() }).optional(),
    programme: z
      .array(z.object({ at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/), what: line(140) }))
      .max(60)
      .default([]),
    maxPerBuyer: z.number().int().min(1).max(1000).optional(),
    /** Until when names on tickets can be changed; until it starts when left out. */
    namesChangeableUntil: z.date().optional(),
    /** Whether tickets can be handed on. */
    transfersAllowed: z.boolean().default(true),
    pools: z.array(pool).max(20).default([]),
    ticketTypes: z.array(ticketType).max(50).default([]),
    promoCodes: z.array(promoCode).max(100).default([]),
  })
  .refine((event) => event.endsAt > event.startsAt, { path: ['endsAt'] })
  .refine((event) => !event.doorsAt || event.doorsAt <= event.startsAt, { path: ['doorsAt'] })
  .refine((event) => event.online || event.venueId !== undefined, { path: ['venueId'] })
  .refine((event) => (event.venueId === undefined) === (event.timezone !== undefined), { path: ['timezone'] })
  .refine((event) => allDifferent(event.pools.map((one) => one.key)), { path: ['pools'] })
  .refine((event) => allDifferent(event.ticketTypes.map((type) => type.name)), { path: ['ticketTypes'] })
  .refine((event) => allDifferent(event.promoCodes.map((promo) => promo.code)), { path: ['promoCodes'] })
  .superRefine((event, context) => {
    const keys = new Set(event.pools.map((one) => one.key));
    const names = new Set(event.ticketTypes.map((type) => type.name));
    const step = isCurrency(event.currency) ? chargeStep(event.currency) : 1;
    for (const [index, type] of event.ticketTypes.entries()) {
      if (type.price % step !== 0)
        context.addIssue({ code: 'custom', path: ['ticketTypes', index, 'price'] });
      if (type.fee % step !== 0) context.addIssue({ code: 'custom', path: ['ticketTypes', index, 'fee'] });
      if (type.pools.some((key) => !keys.has(key))) {
        context.addIssue({ code: 'custom', path: ['ticketTypes', index, 'pools'] });
      }
    }
    for (const [index, promo] of event.promoCodes.entries()) {
      if (promo.ticketTypes.some((name) => !names.has(name))) {
        context.addIssue({ code: 'custom', path: ['promoCodes', index, 'ticketTypes'] });
      }
    }
  });

export type CreateEventInput = z.input<typeof createEventSchema>;
