import { z } from 'zod';
import { isText } from './typed-text.schema.ts';

/** Why somebody does something that others have to live with: in a few words, for those who read it later. */
const reason = z
  .string()
  .trim()
  .min(1, 'reason_missing')
  .max(500, 'reason_too_long')
  .refine(isText, 'reason_invalid');

/** For verbs that ask for nothing else. */
export const reasonSchema = z.object({ reason });

export type Reason = z.input<typeof reasonSchema>;
