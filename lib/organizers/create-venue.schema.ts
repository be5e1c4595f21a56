import { z } from 'zod';
import { isTimezone } from '../time.ts';
import { isName, isNameOrEmpty } from '../typed-text.schema.ts';

const line = (most: number) => z.string().trim().min(1).max(most).refine(isName);

/** A place where events happen. */
export const createVenueSchema = z.object({
  name: line(120),
  /** The end of its address; made from name and city when left out. */
  slug: z
    .string()
    .max(80)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .optional(),
  /** Street and number, as they are written there. */
  address: line(300),
  postcode: z.string().trim().max(20).refine(isNameOrEmpty).default(''),
  city: line(100),
  /** ISO 3166-1 alpha-2. */
  country: z.string().regex(/^[A-Z]{2}$/),
  /** WGS 84, degrees. */
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  /** IANA name. */
  timezone: z.string().refine(isTimezone),
  /** How many people the room takes by law. */
  capacity: z.number().int().min(1).max(1_000_000),
});
