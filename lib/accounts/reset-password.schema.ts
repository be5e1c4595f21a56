import * as z from 'zod/mini';
import { newPassword } from './register.schema.ts';

/** What choosing a new password takes: the key from the mail, and the password. */
export const resetPasswordSchema = z.object({
  key: z.string().check(z.maxLength(200, 'invalid')),
  password: newPassword,
});

export type ResetPasswordInput = z.infer<typeof resetPasswordSchema>;
