import { z } from 'zod';

/** What does not make sense in an address counts as not said. */
const word = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);

/** What an address may say about which entries of the log are shown. */
export const readAuditSchema = z.object({
  /** One person, the members of the organizer, or whoever is no person. */
  who: word(z.union([z.enum(['team', 'guest', 'system', 'stripe']), z.uuid()])),
  /** Such as `event.published`. */
  action: word(z.string().regex(/^[a-z_]+\.[a-z_]+$/)),
  /** First and last day, on the reader's calendar. */
  from: word(z.iso.date().refine((day) => day >= '1900')),
  until: word(z.iso.date().refine((day) => day >= '1900')),
  /** `next` of the page before. */
  after: word(z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER)),
});

export type AuditFilters = z.output<typeof readAuditSchema>;

/** The same for the log of everything, which has more to be narrowed by. */
export const readPlatformAuditSchema = readAuditSchema.extend({
  /** One thing and what belongs to it, as `event.<id>`. */
  on: word(z.string().regex(/^([a-z_]+\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|job\.\d{1,18})$/)),
  /** Words that name a person, an organizer, an event, a booking or a job. */
  q: word(z.string().trim().min(1).max(100)),
});

export type PlatformAuditFilters = z.output<typeof readPlatformAuditSchema>;
