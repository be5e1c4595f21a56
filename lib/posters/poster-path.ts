import { hashText } from './random.ts';

/** Raise it with every change of a drawing: caches keep a poster for as long as its address stays the same. */
const GENERATION = 1;

/** An event as lists and pages have it. */
export type PosterSubject = {
  slug: string;
  title: string;
  category: { slug: string };
  startsAt: Date;
  timezone: string;
  language: string;
  venue: { city: string } | null;
};

/** Vector for pages, 600 pixels wide for mails and tickets, 1200 × 630 for shared links. */
export type PosterKind = 'svg' | 'png' | 'og.png';

/** Changes whenever the poster of an event looks different. */
export function posterVersion(event: PosterSubject): string {
  const { slug, title, category, startsAt, timezone, language, venue } = event;
  const parts = [
    GENERATION,
    slug,
    title,
    category.slug,
    startsAt.toISOString(),
    timezone,
    language,
    venue?.city,
  ];
  return hashText(parts.join('\n')).toString(36);
}

/** Where the poster of an event is, with its version: such an answer may be kept for ever. */
export function posterPath(event: PosterSubject, kind: PosterKind): string {
  return `/posters/${event.slug}.${kind}?v=${posterVersion(event)}`;
}
