import { createInterface } from 'node:readline';
import { endProcess } from './end-process.ts';
import type { Message, Ward } from './watchdog.ts';

// Started by watchdog.ts. Reads lines of JSON on standard input; when the input ends, whoever wrote them is
// gone, and the processes it had under its care end too. Those named first (PostgreSQL) end last.

const wards = new Map<number, Ward>();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);

for await (const line of createInterface({ input: process.stdin })) {
  const message = read(line);
  if ('guard' in message) wards.set(message.guard.pid, message.guard);
  else wards.delete(message.unguard);
}

for (const ward of [...wards.values()].reverse()) {
  await endProcess(ward, { signal: ward.signal, group: ward.group, graceMs: 8_000 });
}

function read(line: string): Message {
  const value: unknown = JSON.parse(line);
  if (!isMessage(value)) throw new Error(`Not a message of watchdog.ts: ${line}`);
  return value;
}

/** Only `watchdog.ts` writes here, so the outline is enough. */
function isMessage(value: unknown): value is Message {
  return typeof value === 'object' && value !== null && ('guard' in value || 'unguard' in value);
}
