/** What can be done with an event or a ticket type now, as the catalog works it out. */
export type SalesState =
  | {
      kind:
        | 'on_sale'
        | 'all_in_carts'
        | 'sold_out'
        | 'ended'
        | 'stopped'
        | 'cancelled'
        | 'postponed'
        | 'past';
    }
  | { kind: 'few_left'; left: number }
  | { kind: 'not_yet'; from: Date };

/** True when a ticket can be chosen now. */
export function isOpen(state: SalesState): boolean {
  return state.kind === 'on_sale' || state.kind === 'few_left';
}

/** True for an event nobody can get into any more; its poster is drawn grey. */
export function isGone(state: SalesState): boolean {
  return (
    state.kind === 'sold_out' || state.kind === 'cancelled' || state.kind === 'past' || state.kind === 'ended'
  );
}
