import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { isAlive, type ProcessIdentity } from '#sandbox/process/identity.ts';
import { readState } from '#sandbox/process/state.ts';

/** The Foyer that the tests run against, as `open-house.ts` started it. */
export type House = {
  appUrl: string;
  inboxUrl: string;
  /** What web and worker run with. */
  environment: Record<string, string>;
  /** Where the stand-ins can be steered. */
  controls: Record<string, string>;
  dataDir: string;
};

export type Part = 'web' | 'worker' | 'postgres' | 'stripe' | 'mail';

const VARIABLE = 'FOYER_E2E_HOUSE';

/** Hands the house on to the processes that run tests, which get our environment. */
export function rememberHouse(house: House): void {
  process.env[VARIABLE] = JSON.stringify(house);
}

export function house(): House {
  const told = process.env[VARIABLE];
  if (!told) throw new Error('Tests here are started by Playwright with e2e/playwright.config.ts.');
  return JSON.parse(told) as House;
}

/** An address of the application. */
export const at = (path: string) => new URL(path, house().appUrl).href;

/** Of the environment of web and worker. @throws when it has no such name */
export function setting(name: string): string {
  const value = house().environment[name];
  if (value === undefined) throw new Error(`The house runs without ${name}.`);
  return value;
}

/** The process of a part that runs now; undefined between two. */
export function processOf(part: Part): ProcessIdentity | undefined {
  const identity = readState(house().dataDir)?.running?.processes[part];
  return identity && isAlive(identity) ? identity : undefined;
}

/** `kill -9` of a part and of all that it started. Its supervisor starts it again. */
export function killPart(part: Part): ProcessIdentity {
  const identity = processOf(part);
  if (!identity) throw new Error(`${part} does not run.`);
  process.kill(part === 'postgres' ? identity.pid : -identity.pid, 'SIGKILL');
  return identity;
}

/** The processes that a process has started, such as the web processes of one server. */
export function childrenOf(parent: number): number[] {
  if (process.platform !== 'linux') {
    const all = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
    return all.flatMap((line) => {
      const [pid, its] = line.trim().split(/\s+/).map(Number);
      return its === parent && pid !== undefined ? [pid] : [];
    });
  }
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && isChild(name, parent))
    .map(Number);
}

function isChild(pid: string, parent: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The command's name may hold spaces and brackets; the fields start after the last bracket.
    const [state, its] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return Number(its) === parent && state !== 'Z';
  } catch {
    return false;
  }
}

/** Waits until a part runs again as another process than before. */
export async function untilBack(part: Part, before: ProcessIdentity): Promise<void> {
  await until(`${part} is back`, () => {
    const now = processOf(part);
    return now !== undefined && now.pid !== before.pid;
  });
}

/**
 * Waits until something holds, looking ten times a second.
 *
 * @throws after `timeoutMs`, with what was waited for and the last answer
 */
export async function until<T>(
  what: string,
  look: () => T | Promise<T>,
  { timeoutMs = 45_000, wanted = Boolean }: { timeoutMs?: number; wanted?: (answer: T) => boolean } = {},
): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const answer = await look();
    if (wanted(answer)) return answer;
    if (Date.now() > deadline) throw new Error(`Waited in vain until ${what}: ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
