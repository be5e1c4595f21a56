import type { IncomingMessage } from 'node:http';

export type Refusal = { status: number; words: string; headers?: Record<string, string> };

/** Longer than any address of ours; each letter of it comes back in some headers, which proxies allow a few kB for. */
const LONGEST_PATH = 1_500;
/**
 * As much as Next takes of a form, in bytes. What lies under `/api/` reads for itself, up to a limit of its own: a picture
 * may have ten times as much (`read-picture.ts`).
 */
const LARGEST_FORM = 1024 * 1024;
/** What is only there to be read. No page has such an ending. */
const IS_FILE = /\.[a-z\d]{1,12}$/i;
const METHODS = ['GET', 'HEAD', 'OPTIONS', 'POST'];

/**
 * Why a request is not worth asking anybody, in what clients are told: what Next would answer as a defect of ours.
 *
 * @param path of the address, without its query
 * @returns null for a request that may be answered
 */
export function whyNot(
  { url, method = '', headers }: Pick<IncomingMessage, 'url' | 'method' | 'headers'>,
  path: string,
): Refusal | null {
  if (!isReadable(url)) return { status: 400, words: 'This address cannot be read.' };
  if (path.length > LONGEST_PATH) return { status: 414, words: 'This address is too long.' };
  if (!METHODS.includes(method))
    return { status: 405, words: 'Not here.', headers: { allow: METHODS.join(', ') } };
  if (path.startsWith('/api/')) return null;
  // Asked by hand or by a scanner: no page of another site may send anything here.
  if (method === 'OPTIONS') return { status: 204, words: '', headers: { allow: METHODS.join(', ') } };
  if (method !== 'POST') return null;
  if (IS_FILE.test(path)) return { status: 405, words: 'Not here.', headers: { allow: 'GET, HEAD' } };
  if (Number(headers['content-length'] ?? 0) > LARGEST_FORM)
    return { status: 413, words: 'This is more than a form may hold.' };
  const type = headers['content-type'] ?? '';
  if (type.startsWith('multipart/form-data') && !type.includes('boundary='))
    return { status: 400, words: 'This form cannot be read.' };
  return null;
}

/**
 * False for an address that is none of ours: a whole one (`http://elsewhere/`), which is meant for proxies and which
 * Next would answer with a way there, or one with broken escapes, which it would answer as a defect.
 */
function isReadable(url: string | undefined): boolean {
  if (!url?.startsWith('/')) return false;
  try {
    return !decodeURIComponent(url.split('?', 1)[0] ?? '').includes('\0');
  } catch {
    return false;
  }
}

/**
 * True for a readable path whose escapes stand for what cannot be read once more, such as `%25`. Next would take the
 * escapes out a second time, and fail; nothing here has such an address.
 */
export function isTwiceEscaped(path: string): boolean {
  try {
    decodeURIComponent(decodeURIComponent(path));
    return false;
  } catch {
    return true;
  }
}
