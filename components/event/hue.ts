/** The hue an event tints its page with, 0 to 359: always the same for the same address. */
export function eventHue(slug: string): number {
  // FNV-1a, which spreads short strings well. http://www.isthe.com/chongo/tech/comp/fnv/
  let hash = 0x811c9dc5;
  for (const letter of slug) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  // The finish of MurmurHash3: without it, addresses that differ in their last letter get neighbouring hues.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return ((hash ^ (hash >>> 13)) >>> 0) % 360;
}
