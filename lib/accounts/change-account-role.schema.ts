import { z } from 'zod';
import { reasonSchema } from '../reason.schema.ts';

/** What somebody is to be to the whole platform, and why. */
export const changeAccountRoleSchema = reasonSchema.extend({ role: z.enum(['attendee', 'admin']) });
