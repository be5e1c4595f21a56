import { perProcess } from './per-process.ts';

/** Tells whoever waits whether it is their turn, or that they wait in vain. */
type Place = (called: boolean) => void;
/** Who waits, by whose they are, in the order in which these get their next turn. */
type Line = { running: number; waiting: Map<string, Place[]> };

type Limits = {
  /** One line a process. */
  name: string;
  /** How many run at the same time. */
  atOnce: number;
  /** Beyond this many waiting, whoever has most of them gives way; if that is the one who comes, they are not taken. */
  mostWaiting: number;
  /** How many of one may wait; all that fit unless told. */
  mostOfOne?: number;
};

/**
 * Runs work that keeps a process busy when it is its turn, so that a flood of it cannot starve everything else.
 *
 * @param whose work it is: they take turns with each other, so that many of one's keep nobody else waiting
 * @returns what `work` answers; null when too many wait already
 */
export async function inTurn<T>(
  { name, atOnce, mostWaiting, mostOfOne = mostWaiting }: Limits,
  work: () => Promise<T>,
  whose = '',
): Promise<{ value: T } | null> {
  const line = perProcess<Line>(`in-turn.${name}`, () => ({ running: 0, waiting: new Map() }));
  if (line.running < atOnce) {
    line.running += 1;
  } else {
    const own = line.waiting.get(whose) ?? [];
    if (own.length >= mostOfOne) return null;
    if (lengthOf(line) >= mostWaiting && !makeRoom(line, own.length)) return null;
    // Whoever ends hands its place over, so `running` stays as it is.
    const called = await new Promise<boolean>((resolve) => {
      own.push(resolve);
      line.waiting.set(whose, own);
    });
    if (!called) return null;
  }
  try {
    return { value: await work() };
  } finally {
    callNext(line);
  }
}

const lengthOf = ({ waiting }: Line) => [...waiting.values()].reduce((sum, places) => sum + places.length, 0);

/** Sends away the last of whoever has most waiting, for somebody who has fewer. False when nobody has more. */
function makeRoom({ waiting }: Line, fewer: number): boolean {
  const most = [...waiting.values()].reduce((a, b) => (b.length > a.length ? b : a), []);
  // One more than that, or two would send each other away in turn.
  if (most.length <= fewer + 1) return false;
  most.pop()?.(false);
  return true;
}

function callNext(line: Line): void {
  const [next] = line.waiting;
  if (!next) {
    line.running -= 1;
    return;
  }
  const [whose, places] = next;
  line.waiting.delete(whose);
  const place = places.shift();
  if (places.length > 0) line.waiting.set(whose, places);
  place?.(true);
}
