import { z } from 'zod';
import { changeMemberRoleSchema } from './change-member-role.schema.ts';

/** Who is asked to join, and as what. The messages are codes: keys of `problems` in team.json. */
export const inviteMemberSchema = z.object({
  email: z.string().trim().min(1, 'email_missing').max(254, 'email_invalid').pipe(z.email('email_invalid')),
  role: changeMemberRoleSchema.shape.role,
});
