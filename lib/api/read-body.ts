/**
 * A request's body, or null as soon as it turns out to be larger than that. Nothing beyond the limit is kept: a length that is
 * announced is believed, one that is not is counted.
 *
 * @param most bytes
 */
export async function readBytes({ headers, body }: Body, most: number): Promise<Buffer | null> {
  if (Number(headers.get('content-length') ?? 0) > most) return null;
  const parts: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop cancels the stream.
  for await (const part of body ?? []) {
    size += part.byteLength;
    if (size > most) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

type Body = Pick<Request, 'headers' | 'body'>;

/** The text of a request's body, likewise. */
export async function readBody(request: Body, most: number): Promise<string | null> {
  return (await readBytes(request, most))?.toString('utf8') ?? null;
}
