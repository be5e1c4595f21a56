import * as z from 'zod/mini';

/** What erasing oneself takes: one's own address, typed; and the password, or the key from a mail where there is none. */
export const erasePersonSchema = z.object({
  confirmation: z
    .string()
    .check(z.trim(), z.minLength(1, 'confirmation_missing'), z.maxLength(320, 'invalid')),
  current: z.string().check(z.maxLength(200, 'password_too_long')),
  key: z.string().check(z.maxLength(200, 'invalid')),
});

export type ErasePersonInput = z.infer<typeof erasePersonSchema>;
