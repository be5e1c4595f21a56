import * as z from 'zod/mini';
import { emailAddress, personName } from '../typed-person.schema.ts';

export const PASSWORD_MIN = 10;

/** The messages are codes: keys of `problems` in auth.json. */
export const newPassword = z
  .string()
  .check(z.minLength(PASSWORD_MIN, 'password_too_short'), z.maxLength(200, 'password_too_long'));

/** What an account takes. */
export const registerSchema = z.object({
  name: personName,
  email: emailAddress,
  password: newPassword,
  acceptTerms: z.boolean().check(z.refine((accepted) => accepted, 'terms_missing')),
  marketingConsent: z.boolean(),
});

export type RegisterInput = z.infer<typeof registerSchema>;
