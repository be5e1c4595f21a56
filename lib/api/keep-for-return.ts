import type { ServerResponse } from 'node:http';

/*
 * Next says `no-store` of every page that is rendered per request. The pages that only show something are the same for
 * everybody, so a browser may keep them for the way back, where it restores the page as it was left, without asking. It
 * still asks each time it is opened anew, and nobody between keeps it: its scripts carry the nonce of one request.
 */
const KEPT = 'private, no-cache';

/** Lets a browser keep a page for the way back, if the answer turns out to be one. Call it before anything is written. */
export function keepForReturn(response: ServerResponse): void {
  const writeHead = response.writeHead.bind(response);
  Object.defineProperty(response, 'writeHead', {
    value: (...given: Parameters<typeof writeHead>) => {
      const html = String(response.getHeader('content-type') ?? '').startsWith('text/html');
      if (html && given[0] === 200) response.setHeader('cache-control', KEPT);
      return writeHead(...given);
    },
  });
}
