import * as z from 'zod/mini';
import { newPassword } from './register.schema.ts';

/** What changing one's password takes: the old one, where there is one, and the new one. */
export const changePasswordSchema = z.object({
  current: z.string().check(z.maxLength(200, 'password_too_long')),
  password: newPassword,
});

export type ChangePasswordInput = z.infer<typeof changePasswordSchema>;
