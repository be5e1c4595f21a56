import { printable } from './break-title.ts';
import type { PosterEvent } from './poster-event.ts';
import type { Facts } from './sheet.ts';

/** English dates are written the British way: day before month, 24 hours. */
const dateLocale = (language: string) => (/^en\b/i.test(language) ? 'en-GB' : language);

/** The language itself, or English for one this runtime cannot write. */
export function supportedLanguage(language: string): string {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(language).length > 0 ? language : 'en';
  } catch {
    return 'en';
  }
}

/** The small words of a poster: in the event's language, as a clock and a calendar show them where it is. */
export function posterFacts(event: PosterEvent): Facts {
  const locale = dateLocale(supportedLanguage(event.language));
  const write = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: event.timezone }).format(event.startsAt);
  return {
    weekday: write({ weekday: 'long' }),
    date: write({ day: 'numeric', month: 'long', year: 'numeric' }),
    time: write({ hour: '2-digit', minute: '2-digit' }),
    city: printable(event.city),
    category: printable(event.categoryName),
  };
}
