import { z } from 'zod';
import { isLine, isText } from '../typed-text.schema.ts';

/** The organization that sells, as it shows itself to buyers. */
export const createOrganizerSchema = z.object({
  name: z.string().trim().min(1).max(120).refine(isLine),
  /** The end of its address; made from the name when left out. */
  slug: z
    .string()
    .max(80)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .optional(),
  description: z.string().trim().max(2000).refine(isText).default(''),
  /** Where buyers' answers go. */
  email: z.email().max(254),
  /** ISO 3166-1 alpha-2. */
  country: z.string().regex(/^[A-Z]{2}$/),
});
