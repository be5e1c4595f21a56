import { z } from 'zod';
import { organizerFields } from './organizer-fields.schema.ts';

/** The organization that sells, as it shows itself to buyers. */
export const createOrganizerSchema = z.object({
  ...organizerFields,
  /** The end of its address; made from the name when left out. */
  slug: z
    .string()
    .max(80, 'slug_invalid')
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'slug_invalid')
    .optional(),
});
