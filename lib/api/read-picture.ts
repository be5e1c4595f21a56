import { DomainError } from '../errors.ts';
import { inTurn } from '../in-turn.ts';
import { LARGEST_PICTURE } from '../media/picture-path.ts';
import { readBytes } from './read-body.ts';

/** What a form adds to its file: boundaries, names, other fields. */
const FORM_AROUND = 16 * 1024;

/** Each may lie in memory twice, as it came and taken apart: with ten megabytes a picture that is 100 MB at worst. */
const LINE = { name: 'picture-uploads', atOnce: 5, mostWaiting: 20 };

/** Milliseconds from its turn on: ten megabytes over 1 Mbit/s. Who is slower keeps a place from others. */
const LONGEST = 90_000;

/**
 * The file in the field `picture` of a form. It is counted while it arrives, and taken apart only once it is there: no more
 * is ever kept than a picture may hold.
 *
 * @throws DomainError `picture_missing`, `picture_too_large`; `busy` when many send one, or it takes too long
 */
export async function readPicture(request: Request): Promise<Buffer> {
  const done = await inTurn(LINE, () => read(request));
  if (!done) throw new DomainError('busy');
  return done.value;
}

async function read({ headers, body }: Request): Promise<Buffer> {
  const inTime = body?.pipeThrough(new TransformStream(), { signal: AbortSignal.timeout(LONGEST) }) ?? null;
  const bytes = await readBytes({ headers, body: inTime }, LARGEST_PICTURE + FORM_AROUND).catch(() => {
    throw new DomainError('busy');
  });
  if (bytes === null) throw new DomainError('picture_too_large');
  const form = await new Response(new Uint8Array(bytes), {
    headers: { 'content-type': headers.get('content-type') ?? '' },
  })
    .formData()
    .catch(() => null);
  const file = form?.get('picture');
  if (!(file instanceof File) || file.size === 0) throw new DomainError('picture_missing');
  return Buffer.from(await file.arrayBuffer());
}
