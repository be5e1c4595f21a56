import type { EventPoster } from '../event/poster.tsx';

/** A booking as lists show it, or a single ticket that somebody handed on. */
export type ListedBooking = {
  at: { booking: string } | { ticket: string };
  status: 'held' | 'paying' | 'awaiting_payment' | 'confirmed' | 'refunded' | 'cancelled';
  /** How many are still theirs, and how many of those are on offer or were let in with. */
  tickets: number;
  offered: number;
  used: number;
  /** Minor units of `currency`; null where they have paid nothing because it was given to them. */
  total: number | null;
  returned: { amount: number; at: Date } | null;
  currency: string;
  event: {
    title: string;
    /** BCP 47 tag of the title. */
    language: string;
    startsAt: Date;
    doorsAt: Date | null;
    timezone: string;
    venue: { name: string; city: string } | null;
    status: 'draft' | 'published' | 'postponed' | 'cancelled';
  };
  shelf: 'upcoming' | 'past' | 'cancelled';
  poster: EventPoster;
};

/** Where it opens. */
export const placeOf = ({ at }: Pick<ListedBooking, 'at'>) =>
  'booking' in at
    ? { pathname: '/bookings/[reference]' as const, params: { reference: at.booking } }
    : { pathname: '/tickets/[code]' as const, params: { code: at.ticket } };
