import { z } from 'zod';
import { isName } from '../typed-text.schema.ts';

const name = z.string().trim().min(1).max(60).refine(isName);

/** A kind of event, with its name in each language. */
export const createCategorySchema = z.object({
  slug: z
    .string()
    .max(40)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  names: z.object({ en: name }).catchall(name),
  /** What one event of the kind is called, in the languages in which that is another word. */
  singulars: z.record(z.string(), name).default({}),
  position: z.number().int().min(0).default(0),
});
