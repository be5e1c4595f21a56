import type { IncomingMessage, ServerResponse } from 'node:http';

const MAX_BODY_BYTES = 60 * 1024 * 1024;

/** The whole body as text. Throws when it is larger than any mail Resend would take. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    // Without an encoding, a stream gives bytes; its type does not say so.
    if (!Buffer.isBuffer(chunk)) throw new Error('The request body does not come as bytes.');
    size += chunk.length;
    if (size > MAX_BODY_BYTES) throw new Error('The request body is too large.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}

export function sendHtml(response: ServerResponse, status: number, html: string, policy: string): void {
  response
    .writeHead(status, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    })
    .end(html);
}
