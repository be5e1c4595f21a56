// The package's own types are those of Express, which we do not have. Only what is used here.
declare module 'compression' {
  import type { IncomingMessage, ServerResponse } from 'node:http';
  import type { BrotliOptions } from 'node:zlib';

  type Filter = (request: IncomingMessage, response: ServerResponse) => boolean;

  /** Packs what the browser can unpack, as it is written. Calls `next` before anything has been written. */
  const compression: {
    (options: {
      filter: Filter;
      brotli: BrotliOptions;
    }): (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
    /** Whether the type of an answer is one that gets smaller. */
    filter: Filter;
  };
  export = compression;
}
