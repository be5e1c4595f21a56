import * as z from 'zod/mini';
import { isPersonName } from '../typed-text.schema.ts';

export const PASSWORD_MIN = 10;

/** What an account takes. The messages are codes: keys of `problems` in auth.json. */
export const registerSchema = z.object({
  name: z
    .string()
    .check(
      z.trim(),
      z.minLength(1, 'name_missing'),
      z.maxLength(200, 'name_too_long'),
      z.refine(isPersonName, 'invalid'),
    ),
  email: z
    .string()
    .check(
      z.trim(),
      z.minLength(1, 'email_missing'),
      z.maxLength(320, 'email_invalid'),
      z.email('email_invalid'),
    ),
  password: z
    .string()
    .check(z.minLength(PASSWORD_MIN, 'password_too_short'), z.maxLength(200, 'password_too_long')),
});

export type RegisterInput = z.infer<typeof registerSchema>;
