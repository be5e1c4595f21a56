import { sql } from 'drizzle-orm';
import type { Transaction } from '../database.ts';
import { newReference } from '../reference.ts';

/**
 * A step: makes the tickets of a booking from the prices that were fixed when it was held. The unique key on item and
 * position keeps a second run from adding any.
 */
export async function issueTickets(tx: Transaction, bookingId: string, now: Date): Promise<void> {
  const { rows: items } = await tx.execute<{
    id: string;
    event_id: string;
    ticket_type_id: string;
    quantity: number;
    unit_price: string;
    ticket_prices: { discount: number; fee: number; tax: number }[];
    attendees: { name: string; email: string | null }[];
    buyer_name: string;
  }>(sql`
    select i.id, i.event_id, i.ticket_type_id, i.quantity, i.unit_price, i.ticket_prices, i.attendees, b.buyer_name
    from booking_items i join bookings b on b.id = i.booking_id
    where i.booking_id = ${bookingId} order by i.id`);
  const rows = items.flatMap((item) =>
    Array.from({ length: item.quantity }, (_, position) => {
      const attendee = item.attendees[position];
      const price = item.ticket_prices[position];
      if (!price) throw new Error(`booking item ${item.id} has no price for ticket ${position}`);
      return {
        item_id: item.id,
        event_id: item.event_id,
        ticket_type_id: item.ticket_type_id,
        position,
        code: newReference(),
        attendee_name: attendee?.name ?? item.buyer_name,
        attendee_email: attendee?.email ?? null,
        price: Number(item.unit_price),
        ...price,
      };
    }),
  );
  await tx.execute(sql`
    insert into tickets (booking_id, item_id, event_id, ticket_type_id, position, code, attendee_name, attendee_email,
      price, discount, fee, tax, created_at)
    select ${bookingId}, item_id, event_id, ticket_type_id, position, code, attendee_name, attendee_email,
      price, discount, fee, tax, ${now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(item_id uuid, event_id uuid, ticket_type_id uuid,
      position int, code text, attendee_name text, attendee_email citext, price bigint, discount bigint, fee bigint,
      tax bigint)`);
}
