import type { Client } from 'pg';
import { mintMailKey } from '#lib/auth/mail-keys.ts';
import { database } from '#lib/database.ts';
import { claimTicket } from '#lib/transfers/claim-ticket.ts';
import type { HolderAccess } from '#lib/transfers/holder-access.ts';
import { offerTicket } from '#lib/transfers/offer-ticket.ts';

/** What there is to see of tickets that change hands. */
export type HandingScenes = {
  /** A booking of four: one offered, one with somebody else, two as they were. */
  booking: string;
  /** The ticket that somebody else has, and the cookie by which they open it. */
  ticket: string;
  cookie: { name: string; value: string };
  /** Keys of letters: of an offer that is open, and of one that was taken. */
  offered: string;
  taken: string;
};

const guest = { kind: 'guest' } as const;

/** Offers one ticket of a confirmed booking, and hands another on. @param key opens the booking */
export async function makeHandedOn(owner: Client, reference: string, key: string): Promise<HandingScenes> {
  const { rows } = await owner.query<{ id: string; code: string }>(
    `select t.id, t.code from tickets t join bookings b on b.id = t.booking_id where b.reference = $1 order by t.position`,
    [reference],
  );
  const [, first, second] = rows;
  if (!first || !second) throw new Error(`${reference} has too few tickets.`);
  const access: HolderAccess = { actor: guest, bookingKey: key, ticketKey: null };
  const offer = async (ticket: { id: string; code: string }, name: string) => {
    await offerTicket(ticket.code, access, { name, email: `${ticket.code.toLowerCase()}@example.org` }, 'en');
    const {
      rows: [made],
    } = await owner.query<{ id: string }>(
      `select id from ticket_transfers where ticket_id = $1 and status = 'offered'`,
      [ticket.id],
    );
    return mintMailKey(database(), 'transfer', made?.id ?? '');
  };
  const offered = await offer(first, 'Олена Шевчук');
  const taken = await offer(second, 'Ada Nwosu');
  const claimed = await claimTicket(taken, guest, { name: 'Ada Nwosu' });
  return {
    booking: reference,
    ticket: claimed.code,
    cookie: { name: `foyer_ticket_${claimed.code}`, value: claimed.key },
    offered,
    taken,
  };
}
