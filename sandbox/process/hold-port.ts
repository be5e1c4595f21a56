import { createServer } from 'node:http';

const page = `<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="2"><title>Foyer</title>
<p>Foyer is starting. This page opens it by itself.</p>`;

/**
 * Holds a port for a program that starts later, so that two sandboxes that start at the same moment do not both count
 * on it. Whoever asks there meanwhile is told to wait. `choose` is asked again when its answer has just been taken.
 */
export async function holdPort(
  choose: () => Promise<number>,
): Promise<{ port: number; release: () => Promise<void> }> {
  for (;;) {
    const port = await choose();
    const server = createServer((_request, response) => {
      response
        .writeHead(503, { 'content-type': 'text/html', 'retry-after': '2', connection: 'close' })
        .end(page);
    });
    const held = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false));
      server.listen({ port, exclusive: true }, () => resolve(true));
    });
    if (!held) continue;
    server.unref();
    const release = () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    return { port, release };
  }
}
