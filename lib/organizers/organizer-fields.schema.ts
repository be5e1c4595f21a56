import { z } from 'zod';
import { holdsNoLink, isName, isText } from '../typed-text.schema.ts';

/**
 * What an organizer says of itself to buyers. The messages are codes: keys of `problems` in team.json. Its name stands in
 * mails to people who never heard of it, so it must not carry a link, no more than a person's may.
 */
export const organizerFields = {
  name: z
    .string()
    .trim()
    .min(1, 'name_missing')
    .max(120, 'name_too_long')
    .refine(isName, 'invalid')
    .refine(holdsNoLink, 'name_is_link'),
  description: z.string().trim().max(2000, 'description_too_long').refine(isText, 'invalid').default(''),
  /** Where buyers' answers go. */
  email: z.string().trim().min(1, 'email_missing').max(254, 'email_invalid').pipe(z.email('email_invalid')),
  /** ISO 3166-1 alpha-2. */
  country: z.string().regex(/^[A-Z]{2}$/, 'country_missing'),
};
