import { getLocale } from 'next-intl/server';
import { TonightPoster } from '#components/auth/tonight-poster.tsx';
import { nextPath } from '#lib/auth/next-path.ts';
import { nextEvents } from '#lib/catalog/featured-events.ts';
import { findEvent } from '#lib/catalog/find-event.ts';
import { database } from '#lib/database.ts';
import { DomainError } from '#lib/errors.ts';
import { log } from '#lib/log.ts';
import { posterOf } from '../(public)/event-poster.ts';

/** The event whose page somebody came from, in whatever language; null from anywhere else. */
async function eventBefore(next: unknown, locale: string) {
  const slug = /^(?:\/[a-z]{2})?\/events\/([^/?#]+)/.exec(nextPath(next) ?? '')?.[1];
  if (slug === undefined) return null;
  try {
    return await findEvent(database(), slug, locale);
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}

/** What waits behind the form: the event that somebody came from, else one of tonight. Nothing in a house without events. */
export async function EntrancePoster({ next }: { next?: string | string[] | undefined }) {
  const locale = await getLocale();
  try {
    const event = (await eventBefore(next, locale)) ?? (await nextEvents(database(), locale, 1))[0];
    return event ? <TonightPoster poster={posterOf(event)} /> : null;
  } catch (error) {
    // Decoration must not keep anybody out.
    log().warn({ err: error }, 'no poster for the sign-in page');
    return null;
  }
}
