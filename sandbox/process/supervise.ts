import { setTimeout as sleep } from 'node:timers/promises';
import type { ProcessIdentity } from './identity.ts';

/** What a supervisor needs of something that runs. */
type Running = { identity: ProcessIdentity; exited: Promise<unknown>; stop: () => Promise<void> };

/** A part of the sandbox that is started again whenever it ends without having been asked to. */
export type SupervisedPart = {
  name: string;
  /** The process that runs just now; undefined in the moments between two. */
  current: () => ProcessIdentity | undefined;
  /** Ends it and starts it again, for new code. */
  restart: () => Promise<void>;
  stop: () => Promise<void>;
};

export type Watch = {
  /** Told of each new process, to be found by the next start should we be killed. */
  onStart?: (name: string, identity: ProcessIdentity) => void;
  /** Told in a sentence when a part ended by itself, and when it is back. */
  onNews?: (sentence: string) => void;
};

/**
 * Starts a part and keeps it running. A first start that fails is the caller's to handle; afterwards it is tried
 * again at once, and with growing pauses (up to ten seconds) when it keeps ending soon after its start.
 */
export async function supervise(
  name: string,
  start: () => Promise<Running>,
  watch: Watch = {},
): Promise<SupervisedPart> {
  let stopping = false;
  let current: Running | undefined;
  let wanted: Promise<void> | undefined;

  const begin = async () => {
    current = await start();
    watch.onStart?.(name, current.identity);
  };
  await begin();

  const loop = async () => {
    let quickEnds = 0;
    while (!stopping) {
      const began = Date.now();
      await current?.exited;
      if (stopping) return;
      const asked = wanted !== undefined;
      if (!asked) {
        quickEnds = Date.now() - began < 5_000 ? quickEnds + 1 : 0;
        watch.onNews?.(`${name} ended, starting it again`);
        if (quickEnds > 1) await sleep(Math.min(10_000, 250 * 2 ** quickEnds), undefined, { ref: false });
      }
      await startAgain(quickEnds);
    }
  };
  const startAgain = async (quickEnds: number) => {
    for (let pause = 250 * 2 ** quickEnds; !stopping; pause *= 2) {
      try {
        await begin();
        watch.onNews?.(`${name} is back`);
        return;
      } catch (error) {
        if (stopping) return;
        watch.onNews?.(`${name} does not start: ${error instanceof Error ? error.message : String(error)}`);
        await sleep(Math.min(10_000, pause), undefined, { ref: false });
      }
    }
  };
  const ended = loop();

  return {
    name,
    current: () => current?.identity,
    restart: async () => {
      wanted ??= (current?.stop() ?? Promise.resolve()).finally(() => {
        wanted = undefined;
      });
      await wanted;
    },
    stop: async () => {
      stopping = true;
      await current?.stop();
      await Promise.race([ended, sleep(1_000)]);
      // A start that was under way when we were asked to stop.
      await current?.stop();
    },
  };
}
