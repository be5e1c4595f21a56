import { z } from 'zod';
import { isPersonName } from '../typed-text.schema.ts';

const personName = z
  .string()
  .trim()
  .min(1, { error: 'required' })
  .max(200, { error: 'too_long' })
  .refine(isPersonName, { error: 'name' });
const email = z
  .string()
  .trim()
  .min(1, { error: 'required' })
  .max(254, { error: 'too_long' })
  .pipe(z.email({ error: 'email' }));

/** What the checkout asks for before payment. Error texts are keys of the `checkout.errors` messages. */
export const startPaymentSchema = z.object({
  buyerName: personName,
  buyerEmail: email,
  /** One for each ticket, grouped by ticket type in any order. */
  attendees: z
    .array(
      z.object({
        ticketTypeId: z.uuid(),
        name: personName,
        /** Left empty: the buyer's. */
        email: z.union([z.literal(''), email]),
      }),
    )
    .min(1)
    .max(500),
  acceptTerms: z.literal(true, { error: 'terms' }),
  marketingConsent: z.boolean(),
});

export type StartPaymentInput = z.infer<typeof startPaymentSchema>;
