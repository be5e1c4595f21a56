import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { areaOf } from '../auth/route-access.ts';
import { routing } from '../i18n/routing.ts';
import { log } from '../log.ts';

/*
 * Next answers what it does not find, and what fails, with an empty shell, which a script then fills. Whoever runs none,
 * or gets an answer whose policy allows none, would see a blank page. So the shell is held back, and a page that says the
 * same is fetched from ourselves and sent in its place, under the same status.
 */

/**
 * Where the page stands that says so: in the language of the address, with words of its own for bookings. Null for an
 * answer that is a page already.
 *
 * @param requestId what a log line of a failure can be found by
 */
export function pageInstead(status: number, path: string, requestId: string): string | null {
  const [, first = '', ...rest] = path.split('/');
  const language = routing.locales.find((locale) => locale === first && locale !== routing.defaultLocale);
  const start = language ? `/${language}` : '';
  if (status === 500) return `${start}/broken?reference=${encodeURIComponent(requestId)}`;
  if (status !== 404) return null;
  const section = language ? rest[0] : first;
  const booking = section === 'bookings' || section === 'checkout' || section === 'tickets';
  return `${start}/missing${booking ? '?what=booking' : ''}`;
}

/** True for a browser that asks for a public page as a whole. What a script of ours asks for, it fills by itself. */
function asksForPage({ method, headers }: IncomingMessage, path: string): boolean {
  return (
    headers[OURSELVES] === undefined &&
    (method === 'GET' || method === 'HEAD' || method === 'POST') &&
    headers.rsc === undefined &&
    // What a script sends, a script reads.
    headers['next-action'] === undefined &&
    !path.startsWith('/_next/') &&
    !path.startsWith('/api/') &&
    areaOf(path) === 'public'
  );
}

/** Marks what is fetched here, so that a page which says that something is broken is not waited for when it is, too. */
const OURSELVES = 'x-foyer-page-instead';

/** The pages that stand in for others. */
const STAND_INS = /^(?:\/[a-z]{2})?\/(?:missing|broken)\/?$/;

/** True where somebody else asks for a page that stands in for others: by itself there is no such page. */
export const isStandIn = ({ headers }: IncomingMessage, path: string): boolean =>
  headers[OURSELVES] === undefined && STAND_INS.test(unescaped(path));

/** As routes read it: an address may be written with any letter escaped. */
function unescaped(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** What of the other page's head goes along: how to read it, and what it may do. */
const TAKEN = ['content-type', 'content-security-policy', 'cache-control'];

/**
 * Has an answer become a whole page if it turns out that nothing was found or something broke. Call it before anything is
 * written.
 *
 * @param origin where this very server can be reached, such as http://127.0.0.1:3000
 */
export function completePage(request: IncomingMessage, response: ServerResponse, origin: string): void {
  const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
  if (!asksForPage(request, path)) return;
  const write = response.write.bind(response);
  const end = response.end.bind(response);
  const flushHeaders = response.flushHeaders.bind(response);
  const instead = () =>
    pageInstead(response.statusCode, path, String(response.getHeader('x-request-id') ?? ''));
  // What fails before a page is begun is a line of plain text.
  const isShell = () =>
    !response.headersSent &&
    instead() !== null &&
    (response.statusCode === 500 || String(response.getHeader('content-type') ?? '').startsWith('text/html'));

  response.flushHeaders = () => {
    if (!isShell()) flushHeaders();
  };
  response.write = (chunk: string | Uint8Array, ...more: unknown[]): boolean =>
    isShell() ? true : write(chunk, more.find(isCallback));
  response.end = (...given: unknown[]): ServerResponse => {
    const done = given.find(isCallback);
    const [chunk] = given;
    const last = typeof chunk === 'string' || chunk instanceof Uint8Array ? chunk : undefined;
    if (!isShell()) return last === undefined ? end(done) : end(last, done);
    const finish = async () => {
      const page = await pageFor(instead() ?? '/', origin).catch((error: unknown) => {
        log().error({ err: error, path }, 'no page for what was not found or broke');
        return null;
      });
      response.removeHeader('content-length');
      const { headers, html } = page ?? inWords(response.statusCode);
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
      end(html, done);
    };
    void finish();
    return response;
  };
}

type Page = { html: string; headers: Record<string, string> };

/** What is said when no page can be had. */
const inWords = (status: number): Page => ({
  html: status === 404 ? 'Not found.' : 'Something went wrong.',
  headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
});

/** How long a page that says that something is missing may be told again, in milliseconds. */
const KEPT = 60_000;
/** How long we wait for our own page. */
const PATIENCE = 5_000;

/** By its address: pages under way and those just read. There are as many as languages and kinds of what is missing. */
const pages = new Map<string, { page: Promise<Page | null>; until: number }>();

/**
 * The page in place of a shell. What was not found is the same for everybody but for its nonce, so it is read once a minute,
 * however many strangers try addresses at once; what broke names its own log line and is read each time.
 */
async function pageFor(address: string, origin: string): Promise<Page | null> {
  if (address.includes('reference=')) return read(address, origin);
  const known = pages.get(origin + address);
  const fresh =
    known && known.until > Date.now() ? known : { page: read(address, origin), until: Date.now() + KEPT };
  pages.set(origin + address, fresh);
  try {
    const page = await fresh.page;
    if (page) return withNewNonce(page);
  } catch (error) {
    pages.delete(origin + address);
    throw error;
  }
  pages.delete(origin + address);
  return null;
}

/** Null when that page is broken as well. */
async function read(address: string, origin: string): Promise<Page | null> {
  const response = await fetch(new URL(address, origin), {
    headers: { [OURSELVES]: '1' },
    signal: AbortSignal.timeout(PATIENCE),
  });
  const html = await response.text();
  if (!response.ok) return null;
  return { html, headers: Object.fromEntries(TAKEN.map((name) => [name, response.headers.get(name) ?? ''])) };
}

/** A nonce may be used once: each reader gets one of their own, in the policy as in the page. */
function withNewNonce({ html, headers }: Page): Page {
  const policy = headers['content-security-policy'] ?? '';
  const old = /'nonce-([^']+)'/.exec(policy)?.[1];
  if (!old) return { html, headers };
  const fresh = randomBytes(16).toString('base64');
  return {
    html: html.replaceAll(old, fresh),
    headers: { ...headers, 'content-security-policy': policy.replaceAll(old, fresh) },
  };
}

const isCallback = (one: unknown): one is () => void => typeof one === 'function';
