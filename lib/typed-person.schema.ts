import * as z from 'zod/mini';
import { isPersonName } from './typed-text.schema.ts';

/** The messages are codes: keys of `problems` in auth.json. */
export const emailAddress = z
  .string()
  .check(
    z.trim(),
    z.minLength(1, 'email_missing'),
    z.maxLength(320, 'email_invalid'),
    z.email('email_invalid'),
  );

export const personName = z
  .string()
  .check(
    z.trim(),
    z.minLength(1, 'name_missing'),
    z.maxLength(200, 'name_too_long'),
    z.refine(isPersonName, 'invalid'),
  );
