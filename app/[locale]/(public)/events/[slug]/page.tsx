import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { EventHeader } from '#components/event/event-header.tsx';
import { EventTakenDown } from '#components/event/event-taken-down.tsx';
import { EventText } from '#components/event/event-text.tsx';
import { GoodToKnow } from '#components/event/good-to-know.tsx';
import { isOpen } from '#components/event/sales-state.ts';
import { Shelf } from '#components/event/shelf.tsx';
import { TicketPanel } from '#components/event/ticket-panel.tsx';
import { TicketPicker } from '#components/event/ticket-picker.tsx';
import { ClientMessages } from '#components/site/client-messages.tsx';
import { DoneNotice } from '#components/ui/done-notice.tsx';
import { availability } from '#lib/catalog/availability.ts';
import { descriptionHtml } from '#lib/catalog/description-html.ts';
import { findEvent } from '#lib/catalog/find-event.ts';
import { isTakenDown } from '#lib/catalog/is-taken-down.ts';
import { nearbyEvents } from '#lib/catalog/nearby-events.ts';
import { nextEventOfOrganizer } from '#lib/catalog/next-event-of-organizer.ts';
import { database } from '#lib/database.ts';
import { DomainError } from '#lib/errors.ts';
import { posterPath } from '#lib/posters/poster-path.ts';
import { formatTime } from '#lib/time.ts';
import { posterOf, withPosters } from '../../event-poster.ts';
import { pageMetadata } from '../../page-metadata.ts';
import { hold } from './actions.ts';
import { EventStructuredData } from './event-structured-data.tsx';

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
};

/** Once a request, for the page and its title; null for an unknown address. */
const readEvent = cache(async (slug: string, locale: string) => {
  try {
    return await findEvent(database(), slug, locale);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'not_found') return null;
    throw error;
  }
});

/** Whether it had a page that an admin has taken down. */
const readTakenDown = cache((slug: string) => isTakenDown(database(), slug));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  const event = await readEvent(slug, await getLocale());
  if (!event) {
    const t = await getTranslations('site');
    return (await readTakenDown(slug))
      ? { title: t('takenDown.metaTitle'), robots: { index: false } }
      : { title: t('notFound.metaTitle') };
  }
  const [t, locale] = await Promise.all([getTranslations('event'), getLocale()]);
  const when = formatTime(event.startsAt, event.timezone, locale, 'day');
  const where = event.venue ? `${event.venue.name}, ${event.venue.city}` : t('online');
  return pageMetadata({
    href: { pathname: '/events/[slug]', params: { slug: event.slug } },
    // What stands in a browser's tab, in a search result and under a shared link.
    title: `${event.title}, ${when}, ${where}`,
    description: `${formatTime(event.startsAt, event.timezone, locale, 'dayTime')}, ${where}. ${event.summary}`,
    image: { path: posterPath(event, 'og.png'), alt: event.title },
    index: !event.organizer.suspended,
  });
}

export default async function EventPage({ params, searchParams }: Props) {
  const [{ slug }, { done }] = await Promise.all([params, searchParams]);
  const locale = await getLocale();
  const found = await readEvent(slug, locale);
  if (!found) {
    if (await readTakenDown(slug)) return <EventTakenDown />;
    notFound();
  }
  const event = { ...found, poster: posterOf(found) };
  const t = await getTranslations('event');
  const [{ ticketTypes, ...now }, nearby] = await Promise.all([
    // Fresh at each request: "few left" is only said when it is true.
    availability(database(), event.id),
    nearbyEvents(database(), event, locale),
  ]);
  const over = now.state.kind === 'past';
  const next = over ? await nextEventOfOrganizer(database(), event.organizer.slug, locale) : null;
  const stock = new Map(ticketTypes.map((type) => [type.id, type]));
  const types = event.ticketTypes.map((type) => {
    const { state, left } = stock.get(type.id) ?? { state: now.state, left: 0 };
    const { id, name, note, price, salesEndAt, minPerBooking } = type;
    const most = Math.min(type.maxPerBooking, left, event.maxPerBuyer ?? left);
    return { id, name, note, price, salesEndAt, minPerBooking, state, most, last: most === left };
  });
  // What can be had comes first.
  types.sort((a, b) => Number(isOpen(b.state)) - Number(isOpen(a.state)));
  // What goes to a client component stands in the page's markup, so no more than it needs.
  const { id, currency, timezone, language, maxPerBuyer, takesPromoCodes } = event;
  const limits = new Set(event.ticketTypes.map((type) => type.maxPerBooking));
  const [maxPerType = null] = limits.size === 1 ? limits : [];
  const pickerEvent = { id, currency, timezone, language, maxPerBuyer, maxPerType, takesPromoCodes };
  return (
    <main
      id="content"
      className="tinted -mb-[72px] bg-tint-wash pb-[72px] tablet:-mb-[var(--s7)] tablet:pb-[var(--s7)]"
      style={{ '--hue': event.poster.hue }}
    >
      <EventStructuredData event={event} now={{ ...now, ticketTypes }} />
      {done === 'given-back' ? (
        <div className="wrap py-5">
          <DoneNotice title={t('givenBack.title')}>{t('givenBack.text')}</DoneNotice>
        </div>
      ) : null}
      <div className="wrap grid-12">
        <div className="col-span-full row-start-1 mx-[calc(50%-50vw)] bg-tint-field" />
        <div className="col-span-full row-start-1 desk:col-end-9">
          <EventHeader event={event} state={now.state} now={now.now} />
        </div>
        <section
          id="tickets"
          aria-labelledby="tickets-title"
          className="col-span-full pt-8 tablet:max-desk:col-start-7 tablet:max-desk:row-start-2 desk:col-start-9 desk:col-end-13 desk:row-start-1 desk:row-end-4 desk:pt-[30px] desk:ps-5"
        >
          {/* In a low window the ticket types scroll, so that the sum and the button stay in sight. */}
          <div className="rounded tablet:bg-paper tablet:px-[22px] tablet:pt-[18px] tablet:pb-5 desk:sticky desk:top-5 desk:flex desk:max-h-[max(380px,calc(100dvh-130px))] desk:flex-col">
            <h2 id="tickets-title" className="display-t4 pb-3.5">
              {now.state.kind === 'not_yet'
                ? t('panel.titles.not_yet', {
                    day: formatTime(now.state.from, timezone, locale, 'dayTime'),
                  })
                : t(`panel.titles.${now.state.kind}`)}
            </h2>
            {isOpen(now.state) ? (
              <ClientMessages namespaces={['picker', 'sales']}>
                <TicketPicker
                  event={pickerEvent}
                  types={types}
                  leftInAll={now.state.kind === 'few_left' ? now.state.left : null}
                  action={hold}
                />
              </ClientMessages>
            ) : (
              <ClientMessages namespaces={['countdown']}>
                <div className="desk:min-h-0 desk:overflow-y-auto">
                  <TicketPanel
                    event={event}
                    types={types}
                    {...now}
                    next={next && { ...next, poster: posterOf(next) }}
                  />
                </div>
              </ClientMessages>
            )}
          </div>
        </section>
        <div className="col-span-full pt-11 tablet:max-desk:col-end-7 tablet:max-desk:row-start-2 tablet:max-desk:pe-2.5 desk:col-end-8 desk:row-start-2 desk:pt-[var(--s6)]">
          <EventText event={event} descriptionHtml={descriptionHtml(event.description)} />
        </div>
        <div className="col-span-full desk:col-end-8 desk:row-start-3">
          <GoodToKnow event={event} cancelled={now.state.kind === 'cancelled'} />
        </div>
      </div>
      <div className="wrap">
        <Shelf title={t(`also.${nearby.kind}`)} events={withPosters(nearby.events)} />
      </div>
    </main>
  );
}
