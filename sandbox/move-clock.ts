import { Client } from 'pg';

/** Where the stand-ins can be steered, as a sandbox names it to those who may. */
export type Controls = {
  SANDBOX_STRIPE_CONTROL_URL?: string | undefined;
  SANDBOX_MAIL_CONTROL_URL?: string | undefined;
};

const units = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };

/**
 * What is asked for, as milliseconds ahead of the machine's clock.
 *
 * @param asked `+15m` or `-2h30m` from where the clock stands now, an instant such as `2026-12-24T18:00Z`, or `reset`.
 * @throws when it is none of these.
 */
export function parseClockChange(asked: string, currentMs: number, machineNowMs: number): number {
  if (asked === 'reset') return 0;
  const relative = /^([+-])((?:\d+[smhdw])+)$/.exec(asked);
  if (relative?.[2] !== undefined) {
    const seconds = [...relative[2].matchAll(/(\d+)([smhdw])/g)].reduce((sum, [, count, unit]) => {
      const size = unit !== undefined && unit in units ? units[unit as keyof typeof units] : 0;
      return sum + Number(count) * size;
    }, 0);
    return currentMs + (relative[1] === '-' ? -seconds : seconds) * 1000;
  }
  const instant = /^\d{4}-\d{2}-\d{2}T/.test(asked) ? Date.parse(asked) : Number.NaN;
  if (!Number.isNaN(instant)) return instant - machineNowMs;
  throw new Error(`"${asked}" is no time. Say +15m, -2h30m, +3d, 2026-12-24T18:00Z or reset.`);
}

/** How far the sandbox's clock is ahead of the machine's, in milliseconds. */
export async function readClockOffset(ownerUrl: string): Promise<number> {
  const [row] = await ask(ownerUrl, 'SELECT extract(epoch FROM "offset") * 1000 AS ms FROM sandbox_clock');
  return Math.round(Number(row?.ms ?? 0));
}

/** Gives the stand-ins this time. */
export async function alignStandIns(offsetMs: number, controls: Controls): Promise<void> {
  for (const control of [controls.SANDBOX_STRIPE_CONTROL_URL, controls.SANDBOX_MAIL_CONTROL_URL]) {
    if (control === undefined) continue;
    const response = await fetch(`${control}/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ offsetMs }),
    });
    if (!response.ok) {
      throw new Error(`A stand-in did not take the time: ${response.status} ${await response.text()}`);
    }
  }
}

/**
 * Sets the clock, first of the stand-ins, then of the database, so that nobody sees a database that is ahead of
 * Stripe. Only the owner may: the application's role cannot write to that table, and in production nobody does.
 */
export async function setClockOffset(ownerUrl: string, controls: Controls, offsetMs: number): Promise<void> {
  await alignStandIns(offsetMs, controls);
  await ask(
    ownerUrl,
    `INSERT INTO sandbox_clock (id, "offset") VALUES (true, $1 * interval '1 millisecond')
     ON CONFLICT (id) DO UPDATE SET "offset" = excluded."offset"`,
    [offsetMs],
  );
}

async function ask(
  url: string,
  statement: string,
  values: unknown[] = [],
): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(statement, values);
    return rows;
  } finally {
    await client.end();
  }
}
