import type { DoorProgress, DoorReply } from './door-answer.ts';

/** Longer than any answer takes, shorter than anybody in a queue has patience. */
const PATIENCE_MS = 8_000;

/**
 * Sends what was scanned or chosen. Not through a server action: those wait in line behind one that hangs, and a door on
 * a bad network cannot.
 */
export async function askDoor(path: string, data: FormData): Promise<DoorReply> {
  const field = data.get('ticket');
  const ticket = typeof field === 'string' ? field : '';
  try {
    const response = await fetch(path, {
      method: 'POST',
      body: data,
      // Whoever is signed out is sent to another page, which is no answer to a scan.
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (response.type === 'opaqueredirect') return { answer: { kind: 'signed_out' }, progress: null, ticket };
    const body: unknown = await response.json();
    if (!isReply(body)) throw new Error(`${path} answered something else`);
    return body;
  } catch {
    return { answer: { kind: 'no_network' }, progress: null, ticket };
  }
}

const isReply = (body: unknown): body is DoorReply =>
  typeof body === 'object' && body !== null && 'answer' in body && 'progress' in body;

/** How many are in by now. @throws when no answer comes */
export async function askProgress(slug: string): Promise<DoorProgress> {
  const response = await fetch(`/door/${slug}/progress`, {
    redirect: 'error',
    cache: 'no-store',
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  const body: unknown = await response.json();
  if (!isProgress(body)) throw new Error('the door answered something else');
  return body;
}

const isProgress = (body: unknown): body is DoorProgress =>
  typeof body === 'object' && body !== null && 'admitted' in body && 'expected' in body;

/** A random UUID (RFC 9562, version 4). `crypto.randomUUID` is missing on pages that came over plain http. */
export function newScanId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte, index) => {
    const value = index === 6 ? (byte & 0x0f) | 0x40 : index === 8 ? (byte & 0x3f) | 0x80 : byte;
    return value.toString(16).padStart(2, '0');
  }).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
