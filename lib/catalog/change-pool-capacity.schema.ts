import { z } from 'zod';

/** How many places a pool has; 0 closes it. */
export const poolCapacitySchema = z.object({ capacity: z.number().int().min(0).max(1_000_000) });
