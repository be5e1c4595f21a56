/**
 * Answers the one instance of something in this process. Next bundles its own copy of every module that `server.ts`
 * loads as well, so a module-level variable would exist twice; what hangs on `globalThis` exists once.
 */
export function perProcess<T>(name: string, create: () => T): T {
  const key = Symbol.for(`foyer.${name}`);
  const holder = globalThis as { [key: symbol]: { value: T } | undefined };
  const kept = holder[key];
  if (kept) return kept.value;
  const made = { value: create() };
  holder[key] = made;
  return made.value;
}
