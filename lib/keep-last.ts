/**
 * Remembers what was made for the last keys, so that something dear to make is made once: a formatter takes Intl some
 * tenth of a millisecond, and a list asks for a hundred. Pure, so also in the browser.
 *
 * @param most how many are kept; the one that was made first goes first
 */
export function keepLast<Value>(most: number): (key: string, make: () => Value) => Value {
  const kept = new Map<string, Value>();
  return (key, make) => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made = make();
    kept.set(key, made);
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    return made;
  };
}
