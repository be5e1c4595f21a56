import { type Action, mayAnywhere } from './policy.ts';
import type { Account } from './session-row.ts';

/** What a path is to the proxy: a public page, or an area that belongs to somebody. */
export type Area = 'public' | 'dashboard' | 'admin' | 'door';

export function areaOf(pathname: string): Area {
  const first = pathname.split('/')[1];
  return first === 'dashboard' || first === 'admin' || first === 'door' ? first : 'public';
}

/**
 * The address of an area without a language in front, or null when there is none to take away: the areas speak the
 * account's language, so a typed `/de/dashboard` means `/dashboard`.
 */
export function withoutLanguage(pathname: string): string | null {
  const rest = /^\/[a-z]{2}(\/.+)$/.exec(pathname)?.[1];
  return rest !== undefined && areaOf(rest) !== 'public' ? rest : null;
}

/** True for pages that take payments, in every language. */
export function isCheckout(pathname: string): boolean {
  return /^\/(?:[a-z]{2}\/)?checkout\//.test(pathname);
}

/**
 * True when a page would be drawn into a document that was loaded under another policy: from a page without payments
 * softly into the checkout, where Stripe's script would then be blocked, or out of it. Such a step has to load the page
 * anew. Browsers mark what a script fetches by Sec-Fetch-Dest; what a service worker fetches for a page bears the same
 * mark, and is told apart by what it accepts.
 */
export function needsNewDocument(
  method: string,
  pathname: string,
  headers: { get: (name: string) => string | null },
): boolean {
  if (method !== 'GET' || headers.get('sec-fetch-dest') !== 'empty') return false;
  if (headers.get('accept')?.includes('text/html')) return false;
  const from = URL.parse(headers.get('referer') ?? '');
  return from !== null && isCheckout(from.pathname) !== isCheckout(pathname);
}

/** The row of the policy that opens an area. */
const openedBy: Record<Exclude<Area, 'public'>, Action> = {
  dashboard: 'dashboard.enter',
  door: 'door.enter',
  admin: 'admin.enter',
};

export type RouteDecision = { kind: 'pass' } | { kind: 'sign_in'; location: string } | { kind: 'not_found' };

/**
 * Whether somebody gets as far as the pages of an area. A first answer, quick and friendly; every page and verb asks
 * the policy for itself, because a proxy can be bypassed. The dashboard lets every signed-in person in: who is no
 * member finds a page there that says how to become one.
 *
 * @param path pathname with its query, to come back to after signing in
 */
export function decideRoute(area: Area, path: string, account: Account | null): RouteDecision {
  if (area === 'public') return { kind: 'pass' };
  if (!account) return { kind: 'sign_in', location: `/sign-in?${new URLSearchParams({ next: path })}` };
  return { kind: mayAnywhere(account.actor, openedBy[area]) ? 'pass' : 'not_found' };
}
