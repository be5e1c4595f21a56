import { tintOf } from './ink-sets.ts';
import { inkSetOf, type PosterIdentity } from './poster-event.ts';

/** The hue (OKLCH degrees) that tints an event's page: that of another plate of its poster, not of its background. */
export function posterHue(event: PosterIdentity): number {
  return tintOf(inkSetOf(event));
}
