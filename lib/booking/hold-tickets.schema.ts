import { z } from 'zod';
import { isLine } from '../typed-text.schema.ts';

/** A promo code as somebody typed it. */
export const promoCodeSchema = z.string().trim().min(1).max(64).refine(isLine);

/** What somebody wants to hold. Shared by the picker, its action and the API. */
export const holdTicketsSchema = z.object({
  eventId: z.uuid(),
  items: z
    .array(z.object({ ticketTypeId: z.uuid(), quantity: z.number().int().min(1).max(100) }))
    .min(1)
    .max(50)
    .refine((items) => new Set(items.map((item) => item.ticketTypeId)).size === items.length, {
      error: 'each ticket type once',
    }),
  promoCode: promoCodeSchema.optional(),
  locale: z.enum(['en', 'de']),
});

export type HoldTicketsInput = z.infer<typeof holdTicketsSchema>;
