import * as z from 'zod/mini';
import { emailAddress } from '../typed-person.schema.ts';

/** What asking for a link by mail takes. */
export const requestLetterSchema = z.object({ email: emailAddress });

export type RequestLetterInput = z.infer<typeof requestLetterSchema>;
