/** The word that a group of messages has for a key which comes from the database, or null. */
export function wordFor(group: Record<string, string>, key: string): string | null {
  return Object.hasOwn(group, key) ? (group[key] ?? null) : null;
}
