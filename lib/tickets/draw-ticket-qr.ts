import { env } from '../env.ts';
import { parseTicketKeys, signTicketCode } from './ticket-code.ts';
import { ticketQrSvg } from './ticket-qr.ts';

/** The signed QR code of a ticket as an SVG document, for its page. */
export async function drawTicketQr(ticket: {
  eventId: string;
  ticketId: string;
  revision: number;
}): Promise<string> {
  return ticketQrSvg(signTicketCode(ticket, parseTicketKeys(env().ticketSigningKeys)));
}
