import { findFreePort } from '#sandbox/process/free-port.ts';
import { house, until } from './house.ts';
import { built, startProgram } from './program.ts';

export type BehindProxy = {
  origin: string;
  /** Headers of a request as our own proxy would pass it on from a network. */
  from: (address: string) => Record<string, string>;
  stop: () => Promise<void>;
};

/**
 * Another web process of this house, which takes this machine for its proxy: so people can come from as many networks as a
 * test likes, and limits by network count them as they would.
 */
export async function startBehindProxy(): Promise<BehindProxy> {
  const port = await findFreePort();
  const { child, ended } = startProgram([built('server')], {
    ...house().environment,
    PORT: String(port),
    TRUSTED_PROXIES: '127.0.0.1,::1',
    // Each process counts for itself.
    WEB_CONCURRENCY: '1',
  });
  const origin = `http://localhost:${port}`;
  const health = () =>
    fetch(`${origin}/api/health`).then(
      ({ status }) => status,
      () => 0,
    );
  await until('the server answers', health, { wanted: (status) => status === 200 });
  return {
    origin,
    from: (address) => ({ 'x-forwarded-for': address }),
    stop: async () => {
      child.kill('SIGTERM');
      const code = await ended;
      if (code !== 0) throw new Error(`the server ended with ${code}`);
    },
  };
}

/** The address of a network that has not been here before, of a customer that nobody else is. */
export const network = (index: number) => `2001:db8:${index.toString(16)}::1`;
