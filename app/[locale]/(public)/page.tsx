import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { Board } from '#components/event/board.tsx';
import { Poster } from '#components/event/poster.tsx';
import { isGone } from '#components/event/sales-state.ts';
import { Shelf } from '#components/event/shelf.tsx';
import { WaysIn } from '#components/event/ways-in.tsx';
import { WhatsOn } from '#components/event/whats-on.tsx';
import { OrganizerPitch } from '#components/site/organizer-pitch.tsx';
import { featuredEvents } from '#lib/catalog/featured-events.ts';
import { listCategories } from '#lib/catalog/list-categories.ts';
import { listCities } from '#lib/catalog/list-cities.ts';
import { database } from '#lib/database.ts';
import { Link } from '#lib/i18n/navigation.ts';
import { posterOf, withPosters } from './event-poster.ts';
import { pageMetadata } from './page-metadata.ts';
import { SiteStructuredData } from './site-structured-data.tsx';

/** How many lines beside the large poster, and how many posters on a shelf. */
const [BOARD, SHELF] = [6, 8];

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('home');
  return pageMetadata({ href: '/', title: t('metaTitle'), wholeTitle: true });
}

export default async function HomePage() {
  const locale = await getLocale();
  const [t, { tonight, weekend, soon }, categories, cities] = await Promise.all([
    getTranslations('home'),
    featuredEvents(database(), locale, 12),
    listCategories(database(), locale),
    listCities(database()),
  ]);
  const more = (words: string, query: Record<string, string>) => (
    <Link
      prefetch={false}
      href={{ pathname: '/events', query }}
      className="link inline-flex min-h-11 items-center"
    >
      {words}
    </Link>
  );
  const first = tonight[0];
  // A quiet evening leaves room beside the large poster: what comes next is listed there, and not again below.
  const evening = tonight.slice(0, BOARD);
  const room = first ? Math.max(0, BOARD - evening.length - 1) : 0;
  // One that would be left over has a shelf to itself; it fits in here as well.
  const fitting = room > 0 && weekend.length === room + 1 ? room + 1 : room;
  const ahead = [...weekend, ...soon].slice(0, fitting);
  const listed = new Set(ahead.map((event) => event.id));
  const notListed = (events: typeof soon) =>
    withPosters(events.filter((event) => !listed.has(event.id)).slice(0, SHELF));
  const nothing = tonight.length + weekend.length + soon.length === 0;
  return (
    <main id="content">
      <SiteStructuredData />
      <div className="wrap">
        <WhatsOn cities={cities} />
        {nothing ? <p className="lead max-w-[44ch]">{t('empty')}</p> : null}
        {first ? (
          <section className="grid-12 gap-y-8 desk:grid-rows-[auto_1fr] desk:gap-y-6">
            <Link
              prefetch={false}
              href={{ pathname: '/events/[slug]', params: { slug: first.slug } }}
              aria-hidden="true"
              tabIndex={-1}
              className="col-span-full min-[560px]:col-end-6 desk:row-span-2"
            >
              <Poster poster={posterOf(first)} name={first.slug} gone={isGone(first.state)} first />
            </Link>
            <div className="col-span-full min-[560px]:col-start-6">
              <div className="section-head">
                <h2 className="display-t4">{t('today')}</h2>
                <p className="text-t1 text-ink-2">{t('localTimes')}</p>
              </div>
              <Board events={withPosters(evening)} />
              <p className="mt-3">{more(t('moreToday'), { when: 'today' })}</p>
            </div>
            {ahead.length > 0 ? (
              <div className="col-span-full desk:col-start-6">
                <h2 className="section-head display-t4">{t('next')}</h2>
                <Board events={withPosters(ahead)} withDay />
              </div>
            ) : null}
          </section>
        ) : null}
        <Shelf
          title={t('weekend')}
          more={more(t('moreWeekend'), { when: 'weekend' })}
          events={notListed(weekend)}
          early={!first}
        />
        <Shelf
          title={ahead.length > 0 ? t('soon') : t('next')}
          more={more(t('moreSoon'), {})}
          events={notListed(soon)}
          early={tonight.length + weekend.length === 0}
        />
        <WaysIn
          title={t('kinds')}
          ways={categories
            .filter((category) => category.events > 0)
            .map(({ slug, name, events }) => ({ name, events, query: { category: slug } }))}
        />
        <WaysIn
          title={t('cities')}
          ways={cities.map(({ city, events }) => ({ name: city, events, query: { city } }))}
        />
      </div>
      <OrganizerPitch />
    </main>
  );
}
