/**
 * The text of a request's body, or null as soon as it turns out to be larger than that. Nothing beyond the limit is
 * kept: a length that is announced is believed, one that is not is counted.
 *
 * @param most bytes
 */
export async function readBody(request: Request, most: number): Promise<string | null> {
  if (Number(request.headers.get('content-length') ?? 0) > most) return null;
  const parts: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop cancels the stream.
  for await (const part of request.body ?? []) {
    size += part.byteLength;
    if (size > most) return null;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
