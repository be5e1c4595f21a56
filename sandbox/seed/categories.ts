/** The kinds of event. Each slug names a graphic system of the posters, so the list changes with them only. */
export const categories = [
  { slug: 'concert', en: 'Concerts', de: 'Konzerte', one: { en: 'Concert', de: 'Konzert' } },
  { slug: 'club', en: 'Club', de: 'Club', one: { en: 'Club night', de: 'Clubnacht' } },
  { slug: 'jazz', en: 'Jazz', de: 'Jazz', one: {} },
  { slug: 'classical', en: 'Classical', de: 'Klassik', one: {} },
  { slug: 'theatre', en: 'Theatre', de: 'Theater', one: {} },
  { slug: 'dance', en: 'Dance', de: 'Tanz', one: {} },
  { slug: 'comedy', en: 'Comedy', de: 'Comedy', one: {} },
  { slug: 'film', en: 'Film', de: 'Film', one: {} },
  { slug: 'literature', en: 'Literature', de: 'Literatur', one: { en: 'Reading', de: 'Lesung' } },
  { slug: 'talk', en: 'Talks', de: 'Vorträge', one: { en: 'Talk', de: 'Vortrag' } },
  { slug: 'workshop', en: 'Workshops', de: 'Workshops', one: { en: 'Workshop', de: 'Workshop' } },
  {
    slug: 'exhibition',
    en: 'Exhibitions',
    de: 'Ausstellungen',
    one: { en: 'Exhibition', de: 'Ausstellung' },
  },
  { slug: 'food', en: 'Food', de: 'Essen & Trinken', one: {} },
  { slug: 'outdoors', en: 'Outdoors', de: 'Draußen', one: {} },
] as const;

export type CategorySlug = (typeof categories)[number]['slug'];
