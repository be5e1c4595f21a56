import { perProcess } from './per-process.ts';

type Line = { running: number; waiting: (() => void)[] };

/**
 * Runs work that keeps a process busy when it is its turn, so that a flood of it cannot starve everything else.
 *
 * @param name of the line, one a process
 * @param atOnce how many run at the same time
 * @param mostWaiting beyond this many waiting nothing more is taken
 * @returns what `work` answers; null when too many wait already
 */
export async function inTurn<T>(
  { name, atOnce, mostWaiting }: { name: string; atOnce: number; mostWaiting: number },
  work: () => Promise<T>,
): Promise<{ value: T } | null> {
  const line = perProcess<Line>(`in-turn.${name}`, () => ({ running: 0, waiting: [] }));
  if (line.running < atOnce) {
    line.running += 1;
  } else {
    if (line.waiting.length >= mostWaiting) return null;
    // Whoever ends hands its place over, so `running` stays as it is.
    await new Promise<void>((resolve) => line.waiting.push(resolve));
  }
  try {
    return { value: await work() };
  } finally {
    const next = line.waiting.shift();
    if (next) next();
    else line.running -= 1;
  }
}
