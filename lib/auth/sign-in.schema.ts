import * as z from 'zod/mini';
import { isLine } from '../typed-text.schema.ts';

/** What signing in takes. The messages are codes: keys of `problems` in auth.json. */
export const signInSchema = z.object({
  email: z
    .string()
    .check(
      z.trim(),
      z.minLength(1, 'email_missing'),
      z.maxLength(320, 'email_invalid'),
      z.refine(isLine, 'email_invalid'),
    ),
  password: z.string().check(z.minLength(1, 'password_missing'), z.maxLength(200, 'password_too_long')),
});

export type SignInInput = z.infer<typeof signInSchema>;
