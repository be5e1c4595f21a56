import type { SeedEvent } from '../types.ts';

export const online: readonly SeedEvent[] = [
  {
    slug: 'how-to-read-a-balance-sheet',
    title: 'How to Read a Balance Sheet Before It Reads You',
    category: 'talk',
    organizer: 'kanalhaus',
    place: { online: { country: 'DE', zone: 'Europe/Berlin', url: 'https://live.kanalhaus.example/bilanz' } },
    starts: { weekday: 'monday', days: 8, at: '19:00' },
    minutes: 90,
    summary:
      'Online. An auditor, a co-op treasurer and a chalkboard camera take apart one real set of accounts.',
    description: [
      'The accounts are our own. Anke Reuter audits them for a living, Milo Jansen has to sign them, and they disagree about the roof.',
      'No prior knowledge needed beyond having once been lied to by a number. You get the sheet beforehand and are encouraged to scribble on it.',
      'Ask by text at any time. Mehmet sorts the questions and does the voices.',
    ],
    access: 'Captions in English and German, slides as tagged PDF.',
    refunds: { hoursBefore: 0 },
    tickets: [
      { name: 'Pay what it is worth: a little', price: 500, own: 300, maxPerBooking: 2, sold: 14 },
      { name: 'Pay what it is worth: rather more', price: 1500, own: 300, maxPerBooking: 2, sold: 6 },
      { name: 'Nothing at all', price: 0, own: 200, maxPerBooking: 2, sold: 17 },
    ],
  },
  {
    slug: 'stille-stunde',
    title: 'Stille Stunde am Bildschirm',
    language: 'de',
    category: 'workshop',
    organizer: 'kanalhaus',
    place: {
      online: { country: 'DE', zone: 'Europe/Berlin', url: 'https://live.kanalhaus.example/stille-stunde' },
    },
    starts: { weekday: 'tuesday', days: 2, at: '08:00' },
    minutes: 60,
    announced: 18,
    summary: 'Online. Eine Stunde gemeinsam schreiben, Kamera an oder aus, Mikrofon in jedem Fall aus.',
    description: [
      'Um acht sagt Friederike guten Morgen, um neun sagt sie danke. Dazwischen sagt niemand etwas.',
      'Manche schreiben Romane, manche die Steuererklärung. Es hilft bei beidem, dass andere sichtbar nicht aufstehen.',
    ],
    refunds: { hoursBefore: 0 },
    tickets: [{ name: 'Platz', price: 0, own: 60, maxPerBooking: 1, sold: 13 }],
  },
];
