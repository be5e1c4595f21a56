import { connection } from 'next/server';
import { env } from '#lib/env.ts';
import { parseTicketKeys, publicKeysDocument } from '#lib/tickets/ticket-code.ts';

/** The public keys of ticket codes, so that anyone can verify one without asking us. Read anew: keys are rotated. */
export async function GET(): Promise<Response> {
  // Not while building, which has no keys.
  await connection();
  const keys = publicKeysDocument(parseTicketKeys(env().ticketSigningKeys));
  return Response.json(keys, {
    headers: { 'cache-control': 'public, max-age=300', 'access-control-allow-origin': '*' },
  });
}
