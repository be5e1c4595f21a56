import { z } from 'zod';

/** An empty field of a form stands for nothing. */
const wallClock = z
  .string()
  .trim()
  .regex(/^([12]\d{3}-\d{2}-\d{2}T\d{2}:\d{2})?$/, 'time_invalid')
  .refine((text) => text === '' || z.iso.datetime().safeParse(`${text}:00Z`).success, 'time_invalid');

/** What holders of tickets may do with them. */
export const editTicketRulesSchema = z.object({
  /** On the event's own clock, as 2027-03-12T20:00; empty: until it starts. */
  namesChangeableUntil: wallClock,
  transfersAllowed: z.boolean(),
});
