/**
 * Which of its states an event or a ticket type is in. Pure: the caller brings the counters and the time, so that the
 * card in a list, the event page and the dashboard cannot disagree.
 */

export type SalesState =
  | { kind: 'on_sale' }
  /** True only when really few are left; `left` is how many one can still get. */
  | { kind: 'few_left'; left: number }
  | { kind: 'not_yet'; from: Date }
  /** Nothing to be had now, but some places are only held and may come back. */
  | { kind: 'all_in_carts' }
  | { kind: 'sold_out' }
  | { kind: 'ended' }
  /** An admin has taken the event down, or suspended its organizer. */
  | { kind: 'stopped' }
  | { kind: 'cancelled' }
  | { kind: 'postponed' }
  | { kind: 'past' };

export type EventStatus = 'draft' | 'published' | 'postponed' | 'cancelled';

export type EventTimes = {
  status: EventStatus;
  startsAt: Date;
  endsAt: Date;
  /** Taken down, or its organizer suspended: nothing of it is sold, whatever its stock. */
  stopped: boolean;
};

export type PoolStock = { id: string; capacity: number; sold: number; held: number };

/** A ticket type with the pools it draws from. */
export type TicketTypeStock = {
  id: string;
  salesStartAt: Date | null;
  /** Null: until the event starts. */
  salesEndAt: Date | null;
  minPerBooking: number;
  pools: PoolStock[];
};

/** "Few" is at most a tenth of the places and at most this many. */
const FEW = 20;

const isFew = (left: number, capacity: number) => left <= Math.min(FEW, Math.ceil(capacity / 10));

/** The smallest value among pools; 0 for a ticket type without any, which can sell nothing. */
function least(pools: readonly PoolStock[], of: (pool: PoolStock) => number): number {
  return pools.length === 0 ? 0 : Math.max(0, Math.min(...pools.map(of)));
}

/** How many of one ticket type can be had now: what its tightest pool has neither sold nor held. */
export function ticketsLeft(type: TicketTypeStock): number {
  return least(type.pools, (pool) => pool.capacity - pool.sold - pool.held);
}

/** What the event's own status says, whatever its stock; null when sales decide. */
function stateOfEventAlone(event: EventTimes, now: Date): SalesState | null {
  if (event.status === 'cancelled') return { kind: 'cancelled' };
  if (now >= event.endsAt) return { kind: 'past' };
  if (event.stopped) return { kind: 'stopped' };
  if (event.status === 'postponed') return { kind: 'postponed' };
  return null;
}

/** The state of one ticket type. A rest smaller than the least one may book counts as none. */
export function ticketTypeState(event: EventTimes, type: TicketTypeStock, now: Date): SalesState {
  const alone = stateOfEventAlone(event, now);
  if (alone) return alone;
  if (now >= (type.salesEndAt ?? event.startsAt)) return { kind: 'ended' };
  const unsold = least(type.pools, (pool) => pool.capacity - pool.sold);
  if (unsold < type.minPerBooking) return { kind: 'sold_out' };
  if (type.salesStartAt && now < type.salesStartAt) return { kind: 'not_yet', from: type.salesStartAt };
  const left = ticketsLeft(type);
  if (left < type.minPerBooking) return { kind: 'all_in_carts' };
  const capacity = least(type.pools, (pool) => pool.capacity);
  return isFew(left, capacity) ? { kind: 'few_left', left } : { kind: 'on_sale' };
}

/**
 * How many places ticket types offer together, without counting a shared pool twice: each type in turn takes what is
 * left of its pools. Exact when pools nest (a type's own quantity inside the room), and never too many.
 *
 * @param places what a pool has to give: its capacity, or what is left of it
 */
export function placesTogether(
  types: readonly Pick<TicketTypeStock, 'pools'>[],
  places: (pool: PoolStock) => number,
): number {
  const rest = new Map<string, number>();
  const restOf = (pool: PoolStock) => rest.get(pool.id) ?? Math.max(0, places(pool));
  let together = 0;
  for (const { pools } of types) {
    const taken = least(pools, restOf);
    for (const pool of pools) rest.set(pool.id, restOf(pool) - taken);
    together += taken;
  }
  return together;
}

const isOpen = (state: SalesState) => state.kind === 'on_sale' || state.kind === 'few_left';

/** The state of an event as a whole: the best that one of its ticket types can offer. */
export function eventState(event: EventTimes, types: readonly TicketTypeStock[], now: Date): SalesState {
  const alone = stateOfEventAlone(event, now);
  if (alone) return alone;
  const states = types.map((type) => ticketTypeState(event, type, now));
  const open = types.filter((_, index) => isOpen(states[index] ?? { kind: 'ended' }));
  if (open.length > 0) {
    const left = placesTogether(open, (pool) => pool.capacity - pool.sold - pool.held);
    const capacity = placesTogether(types, (pool) => pool.capacity);
    return isFew(left, capacity) ? { kind: 'few_left', left } : { kind: 'on_sale' };
  }
  if (states.some((state) => state.kind === 'all_in_carts')) return { kind: 'all_in_carts' };
  const openings = states.flatMap((state) => (state.kind === 'not_yet' ? [state.from.getTime()] : []));
  if (openings.length > 0) return { kind: 'not_yet', from: new Date(Math.min(...openings)) };
  return { kind: states.some((state) => state.kind === 'sold_out') ? 'sold_out' : 'ended' };
}
