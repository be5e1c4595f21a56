type Headers = { get: (name: string) => string | null };

/**
 * True when a POST comes from a page of ours, so that no other site can make a browser send it. For route handlers.
 * Browsers say it in Sec-Fetch-Site, older ones only in Origin.
 */
export function isSameOrigin(headers: Headers): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  const origin = headers.get('origin');
  return origin !== null && isOurs(origin, headers);
}

/**
 * True when a browser says that a page of somebody else sends this, or one that hides where it is from (`Origin: null`,
 * such as a frame in a sandbox): it may change nothing, and nobody is signed in for it. Next compares the origin of
 * server actions as well, but takes `null` for none. What names no origin is a link, or no browser at all.
 */
export function isForeign(headers: Headers): boolean {
  const origin = headers.get('origin');
  return origin !== null && !isOurs(origin, headers);
}

/** A proxy in front keeps in X-Forwarded-Host which name the browser used; `server.ts` believes our own proxies only. */
function isOurs(origin: string, headers: Headers): boolean {
  const host = headers.get('x-forwarded-host') ?? headers.get('host');
  return host !== null && URL.parse(origin)?.host === host;
}
