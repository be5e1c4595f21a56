/** An origin no site can have; what is still on it after parsing never left our own. */
const NOWHERE = 'http://foyer.invalid';

/**
 * The path to go on to after signing in, if it is one of ours: `?next=` comes from the address, so anybody may have
 * written it. Null for whatever a browser would take elsewhere, for the API, and for the sign-in pages themselves.
 */
export function nextPath(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > 2000) return null;
  // Browsers read a backslash as a slash and drop tabs and line breaks.
  if (!value.startsWith('/') || value.startsWith('//') || /[\\\p{Cc}]/u.test(value)) return null;
  const url = URL.parse(value, NOWHERE);
  if (!url || url.origin !== NOWHERE || url.pathname.startsWith('//')) return null;
  if (/^\/api(\/|$)|^\/(de\/)?sign-(in|up)(\/|$)/.test(url.pathname)) return null;
  return url.pathname + url.search + url.hash;
}
