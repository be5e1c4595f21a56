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
  const booking = section === 'bookings' || section === 'checkout';
  return `${start}/missing${booking ? '?what=booking' : ''}`;
}

/** True for a browser that asks for a public page as a whole. What a script of ours asks for, it fills by itself. */
function asksForPage({ method, headers }: IncomingMessage, path: string): boolean {
  return (
    headers[OURSELVES] === undefined &&
    (method === 'GET' || method === 'HEAD') &&
    headers.rsc === undefined &&
    !path.startsWith('/_next/') &&
    !path.startsWith('/api/') &&
    areaOf(path) === 'public'
  );
}

/** Marks what is fetched here, so that a page which says that something is broken is not waited for when it is, too. */
const OURSELVES = 'x-foyer-page-instead';

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
  const isShell = () =>
    !response.headersSent &&
    instead() !== null &&
    String(response.getHeader('content-type') ?? '').startsWith('text/html');

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
      try {
        const page = await fetch(new URL(instead() ?? '/', origin), { headers: { [OURSELVES]: '1' } });
        const html = page.ok ? await page.text() : '';
        response.removeHeader('content-length');
        for (const name of TAKEN) response.setHeader(name, page.headers.get(name) ?? '');
        end(html, done);
      } catch (error) {
        log().error({ err: error, path }, 'no page for what was not found or broke');
        end(done);
      }
    };
    void finish();
    return response;
  };
}

const isCallback = (one: unknown): one is () => void => typeof one === 'function';
