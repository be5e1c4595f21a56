import * as z from 'zod/mini';
import { emailAddress } from '../typed-person.schema.ts';

/** What somebody types who wants another address: it, and the password if the account has one. */
export const changeEmailSchema = z.object({
  email: emailAddress,
  /** Left empty where the account has none. */
  current: z.string().check(z.maxLength(200, { error: 'password_too_long' })),
});

export type ChangeEmailInput = z.infer<typeof changeEmailSchema>;
