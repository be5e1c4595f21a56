import { sql } from 'drizzle-orm';
import { database } from '../database.ts';
import { DomainError } from '../errors.ts';
import type { BookingAccess } from './booking-access.ts';
import { findBooking } from './find-booking.ts';
import type { BookingView } from './read-booking.ts';

/** What a receipt says beyond the booking itself. Amounts in minor units of the booking's currency. */
export type Receipt = {
  booking: BookingView;
  /** Unique for ever: a booking has one receipt, and is named by a reference that is given once. */
  number: string;
  /** When the sale was made. */
  issuedAt: Date;
  seller: {
    name: string;
    email: string;
    /** ISO 3166-1 alpha-2. */
    country: string;
    /** As registers have them; empty where the organizer has not said. */
    legalName: string;
    legalAddress: string;
    taxNumber: string;
  };
  /** Null where there was nothing to pay. */
  paidAt: Date | null;
  /** What of the total is tax, and what remains without it. */
  net: number;
  /** What went back, a note each, the first first. */
  creditNotes: { number: string; issuedAt: Date; amount: number; tax: number }[];
};

/**
 * The receipt of a sale, and a credit note for each amount that went back. The seller is the organizer, as it says on the
 * event's page.
 *
 * @throws DomainError `not_found`, also for a booking that never was a sale
 */
export async function findReceipt(reference: string, access: BookingAccess): Promise<Receipt> {
  const booking = await findBooking(reference, access);
  const { rows } = await database().execute<{
    confirmed_at: string | null;
    paid_at: string | null;
    name: string;
    email: string;
    country: string;
    legal_name: string;
    legal_address: string;
    tax_number: string;
    refunds: { amount: number; at: string }[];
  }>(sql`
    select b.confirmed_at, o.name, o.email, o.country, o.legal_name, o.legal_address, o.tax_number,
      (select min(p.succeeded_at) from payments p where p.booking_id = b.id and p.status = 'succeeded') as paid_at,
      (select coalesce(json_agg(json_build_object('amount', r.amount, 'at', r.created_at) order by r.created_at, r.id), '[]')
       from refunds r join payments p on p.id = r.payment_id
       -- What was paid twice, or beyond the price, was never part of the sale.
       where p.booking_id = b.id and r.status not in ('failed', 'canceled')
         and r.reason not in ('duplicate', 'excess')) as refunds
    from bookings b join organizers o on o.id = b.organizer_id where b.id = ${booking.id}`);
  const [row] = rows;
  const issuedAt = row?.confirmed_at ?? row?.paid_at;
  if (!row || !issuedAt) throw new DomainError('not_found');
  const {
    name,
    email,
    country,
    legal_name: legalName,
    legal_address: legalAddress,
    tax_number: taxNumber,
  } = row;
  return {
    booking,
    number: booking.reference,
    issuedAt: new Date(issuedAt),
    seller: { name, email, country, legalName, legalAddress, taxNumber },
    paidAt: row.paid_at === null ? null : new Date(row.paid_at),
    net: booking.total - booking.tax,
    creditNotes: creditNotes(booking, row.refunds),
  };
}

/**
 * The tax in what went back, so that all notes together never hold more than the receipt: each takes its share of the sum
 * so far, less what the ones before it took.
 */
export function creditNotes(
  { reference, total, tax }: Pick<BookingView, 'reference' | 'total' | 'tax'>,
  refunds: readonly { amount: number; at: string }[],
): Receipt['creditNotes'] {
  let returned = 0;
  let taxReturned = 0;
  return refunds.map(({ amount, at }, index) => {
    returned += amount;
    const share = total === 0 ? 0 : Math.round((tax * Math.min(returned, total)) / total) - taxReturned;
    taxReturned += share;
    return { number: `${reference}-C${index + 1}`, issuedAt: new Date(at), amount, tax: share };
  });
}
