import type { EventPoster } from '#components/event/poster.tsx';
import { posterHue } from '#lib/posters/poster-hue.ts';
import { type PosterSubject, posterPath } from '#lib/posters/poster-path.ts';

/** The picture and the hue of an event. */
export function posterOf(event: PosterSubject): EventPoster {
  return {
    src: posterPath(event, 'svg'),
    hue: posterHue({ category: event.category.slug, seed: event.slug }),
  };
}

/** Cards as the catalog reads them, with their posters. */
export function withPosters<T extends PosterSubject>(events: readonly T[]): (T & { poster: EventPoster })[] {
  return events.map((event) => ({ ...event, poster: posterOf(event) }));
}
