import type { Hold } from './hold-batch.ts';
import { holdInTurn } from './hold-queue.ts';
import type { HoldTicketsInput } from './hold-tickets.schema.ts';

/**
 * A flow: holds places for ten minutes, all that were asked for or none. Guests can do it.
 *
 * @param buyer who is signed in, for limits per buyer; those of guests are checked when they give their address
 * @returns the booking's reference, and the secret that opens it, which is shown to nobody but its buyer
 * @throws DomainError with the rule that stands in the way, and how many are left where that is the matter
 */
export async function holdTickets(input: HoldTicketsInput, buyer: { userId: string | null }): Promise<Hold> {
  return holdInTurn({ input, userId: buyer.userId });
}
