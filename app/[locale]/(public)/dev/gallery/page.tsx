import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Gallery } from '#components/gallery/gallery.tsx';
import { ClientMessages } from '#components/site/client-messages.tsx';
import { env } from '#lib/env.ts';
import { drawPoster } from '#lib/posters/draw-poster.ts';
import { posterHue } from '#lib/posters/poster-hue.ts';
import { ticketQrSvg } from '#lib/tickets/ticket-qr.ts';

export async function generateMetadata(): Promise<Metadata> {
  if (env().production) return { title: (await getTranslations('site.notFound'))('metaTitle') };
  return { title: 'Gallery', robots: { index: false, follow: false } };
}

const example = {
  slug: 'salt-and-static',
  title: 'Salt & Static',
  summary: 'Three modular synthesisers and a choir of nine, in a cinema that has been dark since 1987.',
  language: 'en',
  category: { slug: 'concert', name: 'Concert' },
  startsAt: new Date('2027-03-12T20:00:00Z'),
  timezone: 'Europe/Lisbon',
  venue: { name: 'Cine Incrível', city: 'Lisbon' },
};

/** Every component in each of its states, light beside dark. Only for those who build; in production there is none. */
export default async function GalleryPage() {
  if (env().production) notFound();
  const identity = { category: example.category.slug, seed: example.slug };
  const drawing = drawPoster({
    ...identity,
    title: example.title,
    categoryName: example.category.name,
    startsAt: example.startsAt,
    timezone: example.timezone,
    city: example.venue.city,
    language: example.language,
  });
  // No event of that address has to exist.
  const src = `data:image/svg+xml,${encodeURIComponent(drawing)}`;
  const card = {
    ...example,
    priceFrom: 2400,
    priceTo: 4800,
    currency: 'EUR',
    state: { kind: 'on_sale' as const },
    poster: { src, hue: posterHue(identity) },
  };
  const ticket = {
    readableCode: 'K7QM-2F9X-HB4T',
    status: 'valid' as const,
    attendeeName: 'Ágnes Żółw-Ferreira da Conceição',
    ticketType: 'Standing',
    qr: await ticketQrSvg('an example that opens no door'),
    pdfHref: null,
  };
  const occasion = {
    title: example.title,
    language: example.language,
    posterSrc: src,
    dayNumber: '12',
    month: 'March 2027',
    weekdayTime: 'Friday, 20:00',
    age: '16 and over',
    place: 'Cine Incrível, Lisbon',
  };
  return (
    <main id="content">
      <h1 id="top" className="wrap display-t5 pt-[clamp(20px,3vw,44px)] pb-6">
        Gallery
      </h1>
      <ClientMessages namespaces={['checkout', 'countdown', 'picker', 'sales']}>
        <div className="grid desk:grid-cols-2">
          {(['light', 'dark'] as const).map((theme) => (
            <Gallery key={theme} theme={theme} card={card} ticket={ticket} occasion={occasion} />
          ))}
        </div>
      </ClientMessages>
    </main>
  );
}
