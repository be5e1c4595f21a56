import * as z from 'zod/mini';
import { isPersonName } from '../typed-text.schema.ts';

export const PASSWORD_MIN = 10;

/** The messages are codes: keys of `problems` in auth.json. */
export const emailAddress = z
  .string()
  .check(
    z.trim(),
    z.minLength(1, 'email_missing'),
    z.maxLength(320, 'email_invalid'),
    z.email('email_invalid'),
  );

export const newPassword = z
  .string()
  .check(z.minLength(PASSWORD_MIN, 'password_too_short'), z.maxLength(200, 'password_too_long'));

export const personName = z
  .string()
  .check(
    z.trim(),
    z.minLength(1, 'name_missing'),
    z.maxLength(200, 'name_too_long'),
    z.refine(isPersonName, 'invalid'),
  );

/** What an account takes. */
export const registerSchema = z.object({
  name: personName,
  email: emailAddress,
  password: newPassword,
  acceptTerms: z.boolean().check(z.refine((accepted) => accepted, 'terms_missing')),
  marketingConsent: z.boolean(),
});

export type RegisterInput = z.infer<typeof registerSchema>;
