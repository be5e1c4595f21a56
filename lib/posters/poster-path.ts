import { hashText } from './random.ts';

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

/** What stands where others have their city, in every language that events are in. */
export const ONLINE = 'Online';

/**
 * Of what stands on a poster, and decides how it is drawn: when it changes, the event gets another one. Not of the
 * category's name: a category that is called something else makes no poster that hangs already wrong.
 */
export function posterVersion(event: PosterSubject): string {
  const { slug, title, category, startsAt, timezone, language, venue } = event;
  const parts = [
    slug,
    title,
    category.slug,
    startsAt.toISOString(),
    timezone,
    language,
    venue?.city ?? ONLINE,
  ];
  return hashText(parts.join('\n')).toString(36);
}

/** An event that does not take place as announced. */
export type OffState = 'cancelled' | 'postponed';

/** The state a shared link's picture has to tell of, if any. */
export const offState = (status: string | undefined): OffState | null =>
  status === 'cancelled' || status === 'postponed' ? status : null;

/** The version of a shared link's picture, which says so when an event is off. */
export function sharedVersion(version: string, status: string | undefined): string {
  const state = offState(status);
  return state ? `${version}-${state}` : version;
}

/** Where the poster of an event is, with its version: such an answer may be kept for ever. */
export function posterPath(event: PosterSubject & { status?: string }, kind: PosterKind): string {
  const version = posterVersion(event);
  return `/posters/${event.slug}.${kind}?v=${kind === 'og.png' ? sharedVersion(version, event.status) : version}`;
}
