/**
 * Large lines stand so tight that the accent of a capital would lie on the line above it, as in Żółw. A heading with one
 * gets the room for it.
 *
 * @returns a class to put behind that of the heading's size
 */
export function accentRoom(text: string): string {
  return /\p{Lu}\p{M}/u.test(text.normalize('NFD')) ? 'leading-[1.02]!' : '';
}
