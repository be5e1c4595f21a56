import { z } from 'zod';

/** Why it does not take place, in the organizer's words, for everyone to read. */
export const cancelEventSchema = z.object({ reason: z.string().trim().min(1).max(500) });
