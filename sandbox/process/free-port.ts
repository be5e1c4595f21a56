import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Whether nothing listens on this port right now, neither on loopback nor on all addresses. */
export async function isPortFree(port: number): Promise<boolean> {
  return (await canListen({ port, host: '127.0.0.1' })) && (await canListen({ port }));
}

function canListen(where: { port: number; host?: string }): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ ...where, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

/**
 * A port that was free a moment ago. Taken from below the range that systems hand to outgoing connections (from
 * 32768 on Linux), so that a program that is started again finds its port still free.
 */
export async function findFreePort(): Promise<number> {
  for (let tries = 0; tries < 200; tries++) {
    const port = randomInt(20_000, 32_000);
    if (await isPortFree(port)) return port;
  }
  throw new Error('No free port found between 20000 and 32000.');
}

/** The first of `wishes` that is free, else any free port. */
export async function choosePort(...wishes: (number | undefined)[]): Promise<number> {
  for (const wish of wishes) {
    if (wish !== undefined && wish > 0 && (await isPortFree(wish))) return wish;
  }
  return findFreePort();
}
