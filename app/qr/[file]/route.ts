import { env } from '#lib/env.ts';
import { parseTicketKeys, verifyTicketCode } from '#lib/tickets/ticket-code.ts';
import { ticketQrPng } from '#lib/tickets/ticket-qr.ts';

/**
 * The QR picture of a ticket, for mails that carry no files. Draws only codes that we have signed, so it is no QR
 * printer for others; whoever has the code has the ticket anyway.
 */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ file: string }> },
): Promise<Response> {
  const code = (await params).file.replace(/\.png$/, '');
  if (!verifyTicketCode(code, parseTicketKeys(env().ticketSigningKeys).publicKeys).ok) {
    return new Response('Not found', { status: 404 });
  }
  return new Response(new Uint8Array(await ticketQrPng(code)), {
    headers: { 'content-type': 'image/png', 'cache-control': 'private, max-age=31536000, immutable' },
  });
}
