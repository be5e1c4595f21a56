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
