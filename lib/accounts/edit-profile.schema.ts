import * as z from 'zod/mini';
import { isTimezone } from '../time.ts';
import { personName } from '../typed-person.schema.ts';

/** What somebody may change about themselves. The messages are codes: keys of `problems` in account.json. */
export const editProfileSchema = z.object({
  name: personName,
  /** A language that the house speaks. */
  locale: z.enum(['en', 'de'], 'invalid'),
  /** IANA name; empty: that of the place or the device. */
  timezone: z.string().check(z.refine((zone) => zone === '' || isTimezone(zone), 'invalid')),
  marketingConsent: z.boolean(),
});

export type EditProfileInput = z.infer<typeof editProfileSchema>;
