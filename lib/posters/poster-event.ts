import type { InkSetName } from './ink-sets.ts';
import { seriesOf } from './programme.ts';
import { at, hashText } from './random.ts';

/** What a poster is drawn from. Nothing else decides how it looks. */
export type PosterEvent = {
  title: string;
  /** The slug of the category: it decides on the graphic system. */
  category: string;
  /** The category in the event's language, as it stands on the sheet. */
  categoryName: string;
  startsAt: Date;
  /** IANA name; weekday, date and time are those of a clock there. */
  timezone: string;
  /** Empty for an event without a place. */
  city: string;
  /** BCP 47; dates are written in it. */
  language: string;
  /**
   * What the chance of the drawing starts from; another seed is another poster. The event's slug, which stays when its
   * title is corrected or its date moves, so that the poster keeps its face.
   */
  seed: string;
};

/** What decides about shapes and colours. */
export type PosterIdentity = Pick<PosterEvent, 'category' | 'seed'>;

/** The number all chance of a poster comes from. */
export function posterSeed({ category, seed }: PosterIdentity): number {
  return hashText(`${category}|${seed}`);
}

/** The ink set a poster is printed in. */
export function inkSetOf(event: PosterIdentity): InkSetName {
  return at(seriesOf(event.category).inkSets, hashText(`ink ${posterSeed(event)}`));
}
