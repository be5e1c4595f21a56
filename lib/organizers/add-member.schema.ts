import { z } from 'zod';

/** Somebody who has an account already, and what they may do here. */
export const addMemberSchema = z.object({
  userId: z.uuid(),
  role: z.enum(['owner', 'manager', 'box_office', 'door']),
});
