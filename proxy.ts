import { randomBytes, randomUUID } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import createMiddleware from 'next-intl/middleware';
import { contentSecurityPolicy } from '#lib/auth/content-security-policy.ts';
import {
  areaOf,
  decideRoute,
  isCheckout,
  needsNewDocument,
  withoutLanguage,
} from '#lib/auth/route-access.ts';
import { isForeign } from '#lib/auth/same-origin.ts';
import { securityHeaders } from '#lib/auth/security-headers.ts';
import { openSession, sessionCookie } from '#lib/auth/session-cookie.ts';
import { findAccount } from '#lib/auth/session-row.ts';
import { env } from '#lib/env.ts';
import { routing } from '#lib/i18n/routing.ts';

const speakLanguage = createMiddleware(routing);

/** Whoever brings a session cookie that still counts. */
async function accountOf(request: NextRequest) {
  const ids = await openSession(request.cookies.get(sessionCookie().name)?.value);
  return ids ? findAccount(ids) : null;
}

/** The first answer: a way in for areas that belong to somebody, the language of a public page for all others. */
async function answer(request: NextRequest): Promise<NextResponse> {
  const { pathname, search } = request.nextUrl;
  // `server.ts` has refused it already; this is for where only Next runs.
  if (request.method === 'POST' && isForeign(request.headers)) return new NextResponse(null, { status: 403 });
  // Next's router takes an answer that is no page of its own as the wish to load the address plainly.
  if (needsNewDocument(request.method, pathname, request.headers))
    return new NextResponse(null, { status: 204 });
  const bare = withoutLanguage(pathname);
  if (bare !== null) return NextResponse.redirect(new URL(bare + search, request.url));
  const area = areaOf(pathname);
  if (area === 'public') return speakLanguage(request);
  const decision = decideRoute(area, pathname + search, await accountOf(request));
  if (decision.kind === 'sign_in') return NextResponse.redirect(new URL(decision.location, request.url));
  // No page answers to this, so it ends as a plain 404, the same as for an area that does not exist.
  if (decision.kind === 'not_found') return NextResponse.rewrite(new URL('/en/not-found', request.url));
  return NextResponse.next({ request: { headers: request.headers } });
}

/** Runs before every page: who gets where, in which language, and what the browser is allowed to do with it. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { appUrl, google, payments, production } = env();
  const { pathname } = request.nextUrl;
  const https = appUrl.startsWith('https:');
  const policy = contentSecurityPolicy({
    nonce: randomBytes(16).toString('base64'),
    checkout: isCheckout(pathname),
    paymentsSandbox: payments.apiBase,
    https,
    development: !production,
    formTargets: google ? ['https://accounts.google.com'] : [],
  });
  // Next finds the nonce for its own scripts in the policy of the request.
  request.headers.set('content-security-policy', policy);
  // `server.ts` gives every request an id; this is for where only Next runs.
  const requestId = request.headers.get('x-request-id') ?? randomUUID();
  request.headers.set('x-request-id', requestId);

  const response = await answer(request);
  response.headers.set('content-security-policy', policy);
  response.headers.set('x-request-id', requestId);
  const headers = securityHeaders({ https, camera: areaOf(pathname) === 'door' });
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

export const config = {
  // Pages only: the API, Next's own files, and whatever has a file's ending are none.
  matcher: ['/((?!api/|_next/|\\.well-known/|.*\\.[a-z0-9]+$).*)'],
};
