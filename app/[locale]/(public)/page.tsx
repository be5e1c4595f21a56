import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { Board } from '#components/event/board.tsx';
import { PosterBlock } from '#components/event/poster-block.tsx';
import { Shelf } from '#components/event/shelf.tsx';
import { WaysIn } from '#components/event/ways-in.tsx';
import { OrganizerPitch } from '#components/site/organizer-pitch.tsx';
import { featuredEvents } from '#lib/catalog/featured-events.ts';
import { listCategories } from '#lib/catalog/list-categories.ts';
import { listCities } from '#lib/catalog/list-cities.ts';
import { database } from '#lib/database.ts';
import { Link } from '#lib/i18n/navigation.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('home');
  return { title: { absolute: t('metaTitle') } };
}

export default async function HomePage() {
  const locale = await getLocale();
  const [t, { tonight, weekend, soon }, categories, cities] = await Promise.all([
    getTranslations('home'),
    featuredEvents(database(), locale),
    listCategories(database(), locale),
    listCities(database()),
  ]);
  const more = (query: Record<string, string>) => (
    <Link
      prefetch={false}
      href={{ pathname: '/events', query }}
      className="link inline-flex min-h-11 items-center"
    >
      {t('more')}
    </Link>
  );
  const first = tonight[0];
  const nothing = tonight.length + weekend.length + soon.length === 0;
  return (
    <main id="content">
      <div className="wrap">
        <h1 className="display-t6 pt-[clamp(28px,4vw,60px)] pb-[clamp(32px,4.4vw,64px)]">{t('heading')}</h1>
        {nothing ? <p className="lead max-w-[44ch]">{t('empty')}</p> : null}
        {first ? (
          <section className="grid-12 gap-y-8">
            <Link
              prefetch={false}
              href={{ pathname: '/events/[slug]', params: { slug: first.slug } }}
              aria-hidden="true"
              tabIndex={-1}
              className="col-span-full tablet:col-end-6"
            >
              <PosterBlock slug={first.slug} title={first.title} language={first.language} />
            </Link>
            <div className="col-span-full tablet:col-start-6">
              <div className="section-head">
                <h2 className="display-t4">{t('tonight')}</h2>
                <p className="text-t1 text-ink-2">{t('localTimes')}</p>
              </div>
              <Board events={tonight.slice(0, 6)} />
              <p className="mt-3">{more({ when: 'today' })}</p>
            </div>
          </section>
        ) : null}
        <Shelf title={t('weekend')} more={more({ when: 'weekend' })} events={weekend} />
        <Shelf
          title={tonight.length + weekend.length > 0 ? t('soon') : t('next')}
          more={more({})}
          events={soon}
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
