import { ticketKey } from '../tickets/ticket-key.ts';
import { publicAddress } from './mail-words.ts';

/**
 * The address in a mail that opens a ticket which was handed on: it carries a key that the route behind it exchanges for
 * a cookie. Handing the ticket on again makes it worthless.
 */
export function ticketLink(ticket: { id: string; code: string; revision: number }, locale: string): string {
  return publicAddress(`/tickets/${ticket.code}/open?key=${ticketKey(ticket)}`, locale);
}
