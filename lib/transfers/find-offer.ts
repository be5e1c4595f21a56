import { sql } from 'drizzle-orm';
import { openMailKey } from '../auth/mail-keys.ts';
import type { Queryable } from '../database.ts';
import { transfersOpen } from '../tickets/holder-rules.ts';

/** An offer, as whoever it was made to sees it. */
export type FoundOffer = {
  id: string;
  ticketId: string;
  /** `closed`: nobody can take it any more, though nobody has answered it. */
  state: 'open' | 'claimed' | 'declined' | 'withdrawn' | 'expired' | 'closed';
  fromName: string;
  toName: string;
  toEmail: string;
  expiresAt: Date;
  ticketType: string;
  organizerId: string;
  event: {
    slug: string;
    category: { slug: string };
    title: string;
    language: string;
    startsAt: Date;
    timezone: string;
    venue: { name: string; city: string } | null;
    ageNote: string | null;
    refundPolicy: string;
  };
};

type Row = Omit<FoundOffer, 'event' | 'expiresAt' | 'state'> & {
  status: 'offered' | Exclude<FoundOffer['state'], 'open' | 'closed'>;
  due: boolean;
  passable: boolean;
  expiresAt: Date | string;
  event: Omit<FoundOffer['event'], 'startsAt'> & { startsAt: string };
};

/**
 * The offer that a key from a mail leads to, whatever has become of it; null for a key that leads nowhere. Opening
 * spends nothing: mail scanners follow links.
 */
export async function findOffer(db: Queryable, key: string): Promise<FoundOffer | null> {
  const id = await openMailKey(db, 'transfer', key);
  if (!id) return null;
  const { rows } = await db.execute<Row>(sql`
    select f.id, f.ticket_id as "ticketId", f.status, f.expires_at <= app_now() as due, f.from_name as "fromName",
      f.to_name as "toName", f.to_email as "toEmail", f.expires_at as "expiresAt", k.name as "ticketType",
      e.organizer_id as "organizerId",
      ${transfersOpen} and t.status = 'valid' and b.status = 'confirmed' as passable,
      json_build_object('slug', e.slug, 'title', e.title, 'language', e.language, 'startsAt', e.starts_at,
        'timezone', e.timezone, 'ageNote', e.age_note, 'refundPolicy', e.refund_policy,
        'category', (select json_build_object('slug', c.slug) from categories c where c.id = e.category_id),
        'venue', (select json_build_object('name', v.name, 'city', v.city) from venues v where v.id = e.venue_id)
      ) as event
    from ticket_transfers f
    join tickets t on t.id = f.ticket_id join ticket_types k on k.id = t.ticket_type_id
    join bookings b on b.id = t.booking_id join events e on e.id = t.event_id
    where f.id = ${id}`);
  const [row] = rows;
  if (!row) return null;
  const { status, due, passable, event, expiresAt, ...offer } = row;
  return {
    ...offer,
    state: status === 'offered' ? (due ? 'expired' : passable ? 'open' : 'closed') : status,
    expiresAt: new Date(expiresAt),
    event: { ...event, startsAt: new Date(event.startsAt) },
  };
}
