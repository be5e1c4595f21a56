/**
 * True when a POST comes from a page of ours, so that no other site can make a browser send it. For route handlers;
 * Next looks itself at the origin of server actions. Browsers say it in Sec-Fetch-Site, older ones only in Origin.
 */
export function isSameOrigin(headers: { get: (name: string) => string | null }): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  const origin = headers.get('origin');
  const host = headers.get('host');
  return origin !== null && host !== null && URL.parse(origin)?.host === host;
}
