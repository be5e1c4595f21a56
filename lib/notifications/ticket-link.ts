import { type LinkedTicket, ticketKey } from '../tickets/ticket-key.ts';
import { publicAddress } from './mail-words.ts';

/**
 * The address in a mail that opens a ticket for whoever it was handed on to, or comes with it: it carries a key that the
 * route behind it exchanges for a cookie. Handing the ticket on makes it worthless.
 */
export function ticketLink(ticket: LinkedTicket, locale: string): string {
  return publicAddress(`/tickets/${ticket.code}/open?key=${ticketKey(ticket)}`, locale);
}
