import { z } from 'zod';

/** Who, and what they are to be. */
export const changeMemberRoleSchema = z.object({
  userId: z.uuid(),
  role: z.enum(['owner', 'manager', 'box_office', 'door']),
});
