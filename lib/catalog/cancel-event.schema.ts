import { z } from 'zod';
import { isText } from '../typed-text.schema.ts';

/** Why it does not take place, in the organizer's words, for everyone to read. */
export const cancelEventSchema = z.object({ reason: z.string().trim().min(1).max(500).refine(isText) });
