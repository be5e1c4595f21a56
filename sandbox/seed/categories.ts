/** The kinds of event. Each slug names a graphic system of the posters, so the list changes with them only. */
export const categories = [
  { slug: 'concert', en: 'Concerts', de: 'Konzerte' },
  { slug: 'club', en: 'Club', de: 'Club' },
  { slug: 'jazz', en: 'Jazz', de: 'Jazz' },
  { slug: 'classical', en: 'Classical', de: 'Klassik' },
  { slug: 'theatre', en: 'Theatre', de: 'Theater' },
  { slug: 'dance', en: 'Dance', de: 'Tanz' },
  { slug: 'comedy', en: 'Comedy', de: 'Comedy' },
  { slug: 'film', en: 'Film', de: 'Film' },
  { slug: 'literature', en: 'Literature', de: 'Literatur' },
  { slug: 'talk', en: 'Talks', de: 'Vorträge' },
  { slug: 'workshop', en: 'Workshops', de: 'Workshops' },
  { slug: 'exhibition', en: 'Exhibitions', de: 'Ausstellungen' },
  { slug: 'food', en: 'Food', de: 'Essen & Trinken' },
  { slug: 'outdoors', en: 'Outdoors', de: 'Draußen' },
] as const;

export type CategorySlug = (typeof categories)[number]['slug'];
