import type { InkSetName } from './ink-sets.ts';
import { hashText } from './random.ts';

export type SystemName =
  | 'arcs'
  | 'contour'
  | 'cutpaper'
  | 'grid'
  | 'halftone'
  | 'letter'
  | 'lines'
  | 'opart'
  | 'ribbons'
  | 'stack'
  | 'still';

type Series = { system: SystemName; inkSets: readonly InkSetName[] };

/** How each kind of event is drawn, and in which inks. Two kinds that share a system share few inks. */
const programme: Record<string, Series> = {
  concert: {
    system: 'halftone',
    inkSets: [
      'vermilion',
      'sorbet',
      'acid',
      'midnight',
      'sky',
      'tomato',
      'cobalt',
      'mint',
      'lilac',
      'bottle',
      'marigold',
    ],
  },
  club: { system: 'lines', inkSets: ['coal', 'cobalt', 'acid', 'pink', 'lilac', 'bottle', 'midnight'] },
  jazz: {
    system: 'cutpaper',
    inkSets: ['marigold', 'vermilion', 'lagoon', 'oxblood', 'midnight', 'peach', 'bottle'],
  },
  classical: { system: 'arcs', inkSets: ['swiss', 'midnight', 'clay', 'lagoon', 'oxblood', 'peach', 'fern'] },
  theatre: { system: 'letter', inkSets: ['oxblood', 'sorbet', 'swiss', 'marigold', 'midnight', 'cobalt'] },
  comedy: { system: 'stack', inkSets: ['marigold', 'pink', 'vermilion', 'sky', 'mint', 'tomato', 'acid'] },
  talk: { system: 'grid', inkSets: ['mint', 'vermilion', 'cobalt', 'peach', 'coal', 'swiss', 'acid'] },
  film: { system: 'opart', inkSets: ['coal', 'swiss', 'oxblood', 'denim', 'acid', 'vermilion', 'cobalt'] },
  dance: {
    system: 'ribbons',
    inkSets: ['sorbet', 'peach', 'bottle', 'cobalt', 'lilac', 'marigold', 'lagoon'],
  },
  exhibition: { system: 'cutpaper', inkSets: ['mint', 'sky', 'clay', 'fern', 'lilac', 'peach', 'swiss'] },
  food: {
    system: 'still',
    inkSets: ['fern', 'marigold', 'sorbet', 'clay', 'tomato', 'lagoon', 'peach', 'bottle'],
  },
  outdoors: { system: 'contour', inkSets: ['bottle', 'olive', 'lagoon', 'fern', 'peach', 'sky', 'clay'] },
  workshop: { system: 'grid', inkSets: ['clay', 'sky', 'marigold', 'fern', 'sorbet', 'mint', 'lilac'] },
  literature: { system: 'letter', inkSets: ['fern', 'lagoon', 'coal', 'peach', 'lilac', 'clay', 'denim'] },
};

/** The kinds of event that have a series of their own. */
export const posterCategories = Object.keys(programme);

/** The series of a category; one nobody drew for borrows another's, always the same. */
export function seriesOf(category: string): Series {
  const kind = posterCategories[hashText(category) % posterCategories.length] ?? 'concert';
  const series = programme[category] ?? programme[kind];
  if (!series) throw new Error(`no series for ${category}`);
  return series;
}
