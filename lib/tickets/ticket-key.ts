import { isLinkKey, linkKey } from '../auth/link-key.ts';

/** What a link key of a ticket is for. */
const PURPOSE = 'ticket';

type Stamped = { id: string; code: string; revision: number };

/** Code and revision are new whenever the ticket changes hands, so that no link of before opens it. */
const stampOf = ({ code, revision }: Stamped) => Buffer.from(`${code}:${revision}`);

/** The key in a link that opens one ticket for whoever it was handed on to. */
export const ticketKey = (ticket: Stamped): string => linkKey(PURPOSE, ticket.id, stampOf(ticket));

/** True for the key of this ticket, as it is now. */
export const isTicketKey = (key: string | null, ticket: Stamped): boolean =>
  key !== null && isLinkKey(key, PURPOSE, ticket.id, stampOf(ticket));
