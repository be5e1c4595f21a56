import type { ServerResponse } from 'node:http';

/** Leaves out of an answer which page gives it inside: nobody's business, and as long as the address. */
export function hideRewrites(response: ServerResponse): void {
  const writeHead = response.writeHead.bind(response);
  Object.defineProperty(response, 'writeHead', {
    value: (...given: Parameters<typeof writeHead>) => {
      response.removeHeader('x-middleware-rewrite');
      return writeHead(...given);
    },
  });
}
