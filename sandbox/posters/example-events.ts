import type { PosterEvent } from '#lib/posters/poster-event.ts';

/** Titles that have broken posters, or could. */
export const awkwardTitles: readonly string[] = [
  'O',
  'Hi',
  'Salt & Static',
  'An Evening with Olga Sand',
  'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz',
  'Trio Saudade & Friends Play the Complete Songbook of Carlos Paredes',
  'The Incomplete and Utter History of Everything We Forgot to Write Down, Part Two: Żółw, Ágnes, Quincy, Jürgen and the Others Who Came Along Later That Night',
  'Вечер русской песни и танца',
  'Нічна зміна: Київ, Їжак, Ґрунт',
  'Μουσική της νύχτας στο λιμάνι',
  '東京の夜、静かな音楽と古い映画の夕べ',
  '서울의 밤',
  'ليلة الموسيقى العربية في المدينة القديمة',
  'लंबी रात का संगीत',
  'A B C D E F G H I J K L',
  'QUIZ, JAZZ, QUICHE',
  'Élan Ümlaut Ångström Ñandú',
  'Jazz 🎷 Night 🎉',
  '🎉🎉🎉',
  '¿?',
  '1 < 2 && "3" > \'2\'',
  'Donau\u00addampf\u00adschifffahrts\u00adkapitäne',
  'WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW',
];

const titles = [
  'Salt & Static',
  'Nobody Asked You, Dad',
  'Small Software, Long Lives',
  'Winterreise',
  'Nachtschicht: Objekt, Aleksi Perälä, Violet',
  'The Seagull',
  'Dawn over Arrábida',
  'Orange Wine Sunday',
  'Paper Weather',
  'Three Steps to the Left',
  'An Evening with Olga Sand',
  'Bring Your Own Tile',
  'Trio Saudade & Friends Play the Complete Songbook of Carlos Paredes',
  'Vermouth, Then Swing',
  'Slow Ferment: a Day of Bread',
  'Kino im Hof: Playtime',
  'Brass Against the Rain',
  'Low Tide',
  'Die Rückkehr der Donaudampfschifffahrtskapitäne',
  'Blue Hours',
  'Soft Machines',
];

const cities = ['Lisbon', 'Berlin', 'Porto', 'Tallinn', 'Villanueva de la Serena', 'Wien', 'Ghent'];

/** An event to draw, with whatever matters to the case named. */
export function exampleEvent(event: Partial<PosterEvent> = {}): PosterEvent {
  const category = event.category ?? 'concert';
  return {
    title: 'Salt & Static',
    category,
    categoryName: category.charAt(0).toUpperCase() + category.slice(1),
    startsAt: new Date('2027-09-29T19:30:00Z'),
    timezone: 'Europe/Lisbon',
    city: 'Lisbon',
    language: 'en',
    seed: event.title ?? 'salt-and-static',
    ...event,
  };
}

/** Twenty-one events of one category, as a season would have them. */
export function programmeOf(category: string): PosterEvent[] {
  return titles.map((title, i) =>
    exampleEvent({
      title,
      category,
      city: cities[i % cities.length] ?? 'Lisbon',
      startsAt: new Date(Date.UTC(2027, 2, 12 + i * 3, 18 + (i % 4), 30)),
      language: /[äöüß]|im Hof/.test(title) ? 'de' : 'en',
    }),
  );
}
