import { createTranslator } from 'next-intl';
import { expect, test } from 'vitest';
import { parseSearch } from '#lib/catalog/search-events.schema.ts';
import { messages } from '#lib/i18n/messages.ts';
import { listTitle } from './list-title.ts';

const names = {
  categoryNames: new Map([
    ['concert', 'Concerts'],
    ['jazz', 'Jazz'],
    ['film', 'Film'],
    ['talk', 'Talks'],
  ]),
  cities: [{ city: 'São Paulo' }, { city: 'Berlin' }],
  currencies: ['EUR'],
};

const title = (query: string, locale: 'en' | 'de') =>
  listTitle(
    parseSearch(new URLSearchParams(query)),
    createTranslator({ locale, messages: messages[locale], namespace: 'events' }),
    locale,
    names,
  );

test.each([
  ['', 'Events', 'Veranstaltungen'],
  [
    'category=concert&city=Berlin&when=weekend',
    'Concerts in Berlin this weekend',
    'Concerts in Berlin dieses Wochenende',
  ],
  ['category=concert&category=jazz&when=today', 'Concerts and Jazz today', 'Concerts und Jazz heute'],
  ['category=concert&category=jazz&category=film&category=talk', 'Events', 'Veranstaltungen'],
  ['category=gone', 'Events', 'Veranstaltungen'],
  [
    'city=ONLINE&when=week',
    'Events online in the next 7 days',
    'Veranstaltungen online in den nächsten 7 Tagen',
  ],
  ['city=sao+paulo', 'Events in São Paulo', 'Veranstaltungen in São Paulo'],
  ['city=Atlantis', 'Events in Atlantis', 'Veranstaltungen in Atlantis'],
  ['q=salt&price=free', 'Events for “salt”, free', 'Veranstaltungen zu „salt“, kostenlos'],
  [
    'price=paid&available=1',
    'Events, paid, not sold out',
    'Veranstaltungen, kostenpflichtig, nicht ausverkauft',
  ],
  ['price=20', 'Events, up to €20', 'Veranstaltungen, bis 20\u00a0€'],
  ['from=2027-03-12&to=2027-03-12', 'Events on 12 Mar', 'Veranstaltungen am 12. März'],
  [
    'from=2027-03-12&to=2027-03-14',
    'Events from 12 Mar to 14 Mar',
    'Veranstaltungen vom 12. März bis 14. März',
  ],
  ['from=2027-03-12', 'Events from 12 Mar', 'Veranstaltungen ab 12. März'],
  ['to=2027-03-12', 'Events until 12 Mar', 'Veranstaltungen bis 12. März'],
])('the list of "%s" is called', (query, en, de) => {
  expect([title(query, 'en'), title(query, 'de')]).toEqual([en, de]);
});
