import type { IncomingMessage, ServerResponse } from 'node:http';
import { areaOf } from '../auth/route-access.ts';
import { routing } from '../i18n/routing.ts';
import { log } from '../log.ts';

/*
 * Next answers what it does not find with an empty shell, which a script then fills. Whoever runs none, or gets an
 * answer whose policy allows none, would see a blank page. So the shell is held back, and a page that says the same is
 * fetched from ourselves and sent in its place, under the same status.
 */

/** Where the page stands that says so: in the language of the address, with words of its own for bookings. */
export function missingPage(path: string): string {
  const [, first = '', ...rest] = path.split('/');
  const language = routing.locales.find((locale) => locale === first && locale !== routing.defaultLocale);
  const section = language ? rest[0] : first;
  const booking = section === 'bookings' || section === 'checkout';
  return `${language ? `/${language}` : ''}/missing${booking ? '?what=booking' : ''}`;
}

/** True for a browser that asks for a public page as a whole. What a script of ours asks for, it fills by itself. */
function asksForPage({ method, headers }: IncomingMessage, path: string): boolean {
  return (
    (method === 'GET' || method === 'HEAD') &&
    headers.rsc === undefined &&
    !path.startsWith('/_next/') &&
    !path.startsWith('/api/') &&
    areaOf(path) === 'public'
  );
}

/** What of the other page's head goes along: how to read it, and what it may do. */
const TAKEN = ['content-type', 'content-security-policy', 'cache-control'];

/**
 * Has an answer become a whole page if it turns out that nothing was found. Call it before anything is written.
 *
 * @param origin where this very server can be reached, such as http://127.0.0.1:3000
 */
export function completeNotFound(request: IncomingMessage, response: ServerResponse, origin: string): void {
  const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
  if (!asksForPage(request, path)) return;
  const write = response.write.bind(response);
  const end = response.end.bind(response);
  const flushHeaders = response.flushHeaders.bind(response);
  const isShell = () =>
    !response.headersSent &&
    response.statusCode === 404 &&
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
        const page = await fetch(new URL(missingPage(path), origin));
        const html = await page.text();
        response.removeHeader('content-length');
        for (const name of TAKEN) response.setHeader(name, page.headers.get(name) ?? '');
        end(html, done);
      } catch (error) {
        log().error({ err: error, path }, 'no page for what was not found');
        end(done);
      }
    };
    void finish();
    return response;
  };
}

const isCallback = (one: unknown): one is () => void => typeof one === 'function';
