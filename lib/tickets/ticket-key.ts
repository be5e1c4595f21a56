import { isLinkKey, linkKey } from '../auth/link-key.ts';

/** A ticket whose link is wanted: its new holder's, or one that is still its buyer's and was sent to an address as well. */
export type LinkedTicket = { id: string; code: string; revision: number } & (
  | { transferred: true }
  | {
      transferred: false;
      /** Of whoever comes with it. */
      email: string | null;
      /** Of the booking's secret: what voids the links to that voids this one too. */
      secretHash: Buffer;
    }
);

/** A ticket as it stands in the tables, with its booking's secret. */
export type TicketRow = {
  id: string;
  code: string;
  revision: number;
  transferred: boolean;
  email: string | null;
  secretHash: Buffer;
};

export const asLinked = ({ transferred, ...ticket }: TicketRow): LinkedTicket =>
  transferred ? { ...ticket, transferred } : { ...ticket, transferred };

/** What a link key of a ticket is for. */
const purposeOf = ({ transferred }: LinkedTicket) => (transferred ? 'ticket' : 'companion');

/**
 * Code and revision are new whenever the ticket changes hands, so that no link of before opens it. Before that, the link is
 * worth as much as the address it went to and the booking it belongs to.
 */
function stampOf(ticket: LinkedTicket): Buffer {
  const stamp = Buffer.from(`${ticket.code}:${ticket.revision}`);
  return ticket.transferred
    ? stamp
    : Buffer.concat([stamp, Buffer.from(`:${ticket.email?.toLowerCase()}:`), ticket.secretHash]);
}

/** The key in a link that opens one ticket, for whoever it was handed on to, or comes with it. */
export const ticketKey = (ticket: LinkedTicket): string =>
  linkKey(purposeOf(ticket), ticket.id, stampOf(ticket));

/** True for the key of this ticket, as it is now. Nobody has one of a ticket that went to no address. */
export const isTicketKey = (key: string | null, ticket: LinkedTicket): boolean =>
  key !== null &&
  (ticket.transferred || ticket.email !== null) &&
  isLinkKey(key, purposeOf(ticket), ticket.id, stampOf(ticket));
