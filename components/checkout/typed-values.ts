/** What was typed into a checkout, kept in this tab for the next try at the same event. Never leaves the browser. */
export type TypedValues = {
  buyerName: string;
  buyerEmail: string;
  attendees: { name: string; email: string }[];
};

const keyFor = (eventId: string) => `foyer-checkout-${eventId}`;

/** Keeps what was typed. A browser that does not allow it loses the comfort, nothing else. */
export function keepTyped(eventId: string, values: TypedValues): void {
  try {
    sessionStorage.setItem(keyFor(eventId), JSON.stringify(values));
  } catch {
    // Storage is full or forbidden.
  }
}

/** Answers what was kept for this event, once. */
export function takeTyped(eventId: string): TypedValues | null {
  try {
    const kept = sessionStorage.getItem(keyFor(eventId));
    if (kept === null) return null;
    sessionStorage.removeItem(keyFor(eventId));
    const values: unknown = JSON.parse(kept);
    return isTyped(values) ? values : null;
  } catch {
    return null;
  }
}

function isTyped(values: unknown): values is TypedValues {
  return (
    typeof values === 'object' &&
    values !== null &&
    'buyerName' in values &&
    'buyerEmail' in values &&
    'attendees' in values &&
    Array.isArray(values.attendees)
  );
}
