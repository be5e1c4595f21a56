import { z } from 'zod';
import { isLine } from '../typed-text.schema.ts';

/** What the people there call a door: "Main door", "Side door, Ana’s phone". */
export const doorName = z.string().trim().min(1).max(60).refine(isLine);

export const checkInTicketSchema = z.object({
  /** A signed code, its ten characters however somebody types them, or the id of a ticket from the list. */
  ticket: z.string().min(1).max(500).refine(isLine),
  door: doorName,
  /**
   * Chosen by the device, anew for each scan. When its answer is lost on the way, the same scan sent again is answered as
   * it was the first time, instead of finding itself at the door already.
   */
  scanId: z.uuid(),
  /** Also lets in whose ticket is for another day of this event, because somebody at the door says so. */
  anyDay: z.boolean().default(false),
});
