import { expect, test } from 'vitest';
import { slugOf } from '#lib/catalog/slug.ts';
import { proposeSlug } from './propose-slug.ts';

test.each(['Maré Baixa', 'Kanalhaus & Söhne', "Noor's House", 'Straße 9', ' - ', 'Café “Zwölf”'])(
  'for %s it is what the server makes of it',
  (name) => {
    expect(proposeSlug(name)).toBe(slugOf(name, 'en', ''));
  },
);

test.each(['中村', 'Олена', 'Ørsted'])('for %s it leaves it to the server', (name) => {
  expect(proposeSlug(name)).toBe('');
});
