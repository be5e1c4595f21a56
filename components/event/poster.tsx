import { ViewTransition } from 'react';

/** The picture of an event, as the page works it out: components cannot ask for it themselves. */
export type EventPoster = {
  src: string;
  /** Tints what stands around it, in degrees of OKLCH. */
  hue: number;
};

/**
 * A poster of four by five. Its words stand beside it as text, so it is decoration to whoever does not see it. The
 * sizes are those of the drawing: the page keeps the room before the picture is there.
 */
export function Poster({
  poster,
  name,
  gone = false,
  loading = 'lazy',
  first = false,
  className = '',
}: {
  poster: EventPoster;
  /** The event's slug, when this poster grows into that of its page; one of a name on a page. */
  name?: string;
  /** Drawn grey: nobody gets in any more. */
  gone?: boolean;
  loading?: 'eager' | 'lazy';
  /** The picture the page is opened for: fetched before all others. */
  first?: boolean;
  className?: string;
}) {
  const picture = (
    // Vectors fit every width, so there is nothing for Next's image service to resize.
    <img
      src={poster.src}
      width={1000}
      height={1250}
      alt=""
      loading={first ? 'eager' : loading}
      fetchPriority={first ? 'high' : undefined}
      decoding="async"
      style={{ '--hue': poster.hue }}
      className={`tinted block h-auto w-full rounded-[2px] bg-tint-field ${gone ? 'opacity-60 grayscale' : ''} ${className}`}
    />
  );
  return name === undefined ? (
    picture
  ) : (
    <ViewTransition name={`poster-${name}`} share="poster" default="none">
      {picture}
    </ViewTransition>
  );
}
