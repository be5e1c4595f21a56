import { isOpen, type SalesState } from './sales-state.ts';

/** The arithmetic of the picker, apart from its looks. A choice is the number of tickets by ticket type. */
export type Choice = Readonly<Record<string, number>>;

export type Limits = {
  /** The least a booking takes of this type, once it takes any. */
  min: number;
  /** The most a booking may have: the type's own limit, or what is left. */
  max: number;
};

/** One more: from none straight to the least. */
export function oneMore(quantity: number, { min, max }: Limits): number {
  return Math.min(max, Math.max(min, quantity + 1));
}

/** One less: from the least straight to none. */
export function oneLess(quantity: number, { min }: Limits): number {
  return quantity <= min ? 0 : quantity - 1;
}

/** What somebody typed, as a number that can be booked. */
export function typedQuantity(typed: string, { min, max }: Limits): number {
  const number = Math.trunc(Number(typed));
  if (!Number.isFinite(number) || number <= 0) return 0;
  return Math.min(max, Math.max(min, number));
}

/**
 * What to offer when fewer are left than were asked for. The other types stay as chosen, unless this one alone would
 * fit: then a pool is shared, the others are what is too much, and the offer is this type by itself.
 */
export function offerInstead(choice: Choice, ticketTypeId: string, left: number): Choice {
  const wanted = choice[ticketTypeId] ?? 0;
  return wanted > left ? { ...choice, [ticketTypeId]: left } : { [ticketTypeId]: Math.min(wanted, left) };
}

/**
 * What of a choice can still be had. A refusal brings what is left now, and a type may have closed or shrunk since its
 * number was chosen: without a stepper on the page, that number must not be counted either.
 */
export function stillToBeHad(
  choice: Choice,
  types: readonly { id: string; state: SalesState; minPerBooking: number; most: number }[],
): Choice {
  return Object.fromEntries(
    types.flatMap(({ id, state, minPerBooking: min, most: max }) => {
      const wanted = choice[id] ?? 0;
      if (wanted === 0 || !isOpen(state) || max < min) return [];
      return [[id, Math.min(max, Math.max(min, wanted))]];
    }),
  );
}

/** How many tickets a choice has in all. */
export function countTickets(choice: Choice): number {
  return Object.values(choice).reduce((sum, quantity) => sum + quantity, 0);
}
