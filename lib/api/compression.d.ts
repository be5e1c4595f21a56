// The package's own types are those of Express, which we do not have. Only what is used here.
declare module 'compression' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  /** Packs what the browser can unpack, as it is written. Calls `next` before anything has been written. */
  function compression(): (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
  export = compression;
}
