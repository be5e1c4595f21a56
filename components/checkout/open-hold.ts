/** Tickets that this tab holds for an event: what somebody needs who went back from the checkout. */
export type OpenHold = {
  /** Where its checkout is. */
  href: string;
  count: number;
  /** When the places go back, in milliseconds since 1970. */
  until: number;
};

const keyFor = (eventId: string) => `foyer-hold-${eventId}`;

/** Remembers a hold in this tab. A browser that does not allow it loses the comfort, nothing else. */
export function rememberHold(eventId: string, hold: OpenHold): void {
  try {
    sessionStorage.setItem(keyFor(eventId), JSON.stringify(hold));
  } catch {
    // Storage is full or forbidden.
  }
}

/** It is paid, given back or over. */
export function forgetHold(eventId: string): void {
  try {
    sessionStorage.removeItem(keyFor(eventId));
  } catch {
    // Storage is forbidden.
  }
}

/** Checked by hand: the page of an event, which shows it, loads no more script than it must. */
const isHold = (value: unknown): value is OpenHold =>
  typeof value === 'object' &&
  value !== null &&
  'href' in value &&
  typeof value.href === 'string' &&
  /^\/[^/\\]/.test(value.href) &&
  'count' in value &&
  typeof value.count === 'number' &&
  'until' in value &&
  typeof value.until === 'number';

/** The hold that this tab has for an event, unless its time is up. */
export function readHold(eventId: string): OpenHold | null {
  try {
    const hold: unknown = JSON.parse(sessionStorage.getItem(keyFor(eventId)) ?? 'null');
    return isHold(hold) && hold.until > Date.now() ? hold : null;
  } catch {
    return null;
  }
}
