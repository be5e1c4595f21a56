import * as z from 'zod/mini';

const ticks = z.object({ same: z.boolean(), terms: z.boolean(), marketing: z.boolean() });
const values = z.object({
  /** The booking it was typed for. */
  reference: z.string(),
  buyerName: z.string(),
  buyerEmail: z.string(),
  attendees: z.array(z.object({ name: z.string(), email: z.string() })),
  ticks,
});

/** What was typed into a checkout, kept in this tab for the next try at the same event. Never leaves the browser. */
export type TypedValues = z.infer<typeof values>;

const keyFor = (eventId: string) => `foyer-checkout-${eventId}`;

/** Keeps what was typed. A browser that does not allow it loses the comfort, nothing else. */
export function keepTyped(eventId: string, typed: TypedValues): void {
  try {
    sessionStorage.setItem(keyFor(eventId), JSON.stringify(typed));
  } catch {
    // Storage is full or forbidden.
  }
}

/**
 * Answers what was kept for this event, once. What was agreed to was agreed to for one booking, so another begins
 * without it.
 */
export function takeTyped(eventId: string, reference: string): TypedValues | null {
  try {
    const kept = sessionStorage.getItem(keyFor(eventId));
    if (kept === null) return null;
    sessionStorage.removeItem(keyFor(eventId));
    const typed = values.safeParse(JSON.parse(kept)).data;
    if (!typed) return null;
    if (typed.reference === reference) return typed;
    return { ...typed, ticks: { ...typed.ticks, terms: false, marketing: false } };
  } catch {
    return null;
  }
}

/**
 * What somebody typed before the scripts of the page ran, by the ids of the fields: a slow line must not lose it. Asked
 * while the page is drawn the first time, because the form writes its own values over it right afterwards.
 */
export function typedBefore(ids: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  if (typeof document === 'undefined') return found;
  for (const id of ids) {
    const field = document.getElementById(id);
    if (field instanceof HTMLInputElement && field.value !== '') found.set(id, field.value);
  }
  return found;
}

/** The same for a box: whether it was ticked; null when it was not there to be ticked. */
export function tickedBefore(id: string): boolean | null {
  if (typeof document === 'undefined') return null;
  const field = document.getElementById(id);
  return field instanceof HTMLInputElement ? field.checked : null;
}
