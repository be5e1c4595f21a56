import { expect, test } from 'vitest';
import { useApplication } from '#sandbox/testing/application.ts';
import { alternates } from './public-url.ts';

useApplication();

const event = { pathname: '/events/[slug]', params: { slug: 'salt-and-static' } } as const;

test.each(['en', 'de'] as const)(
  'a page in %s names itself, the others, and where all others go',
  (locale) => {
    const en = 'http://localhost:3000/events/salt-and-static';
    const de = 'http://localhost:3000/de/events/salt-and-static';
    expect(alternates(event, locale)).toEqual({
      canonical: locale === 'en' ? en : de,
      languages: { en, de, 'x-default': en },
    });
  },
);

test('a query is part of the address', () => {
  const query = { category: ['jazz', 'talk'], city: 'São Paulo' };
  expect(alternates({ pathname: '/events', query }, 'de').canonical).toBe(
    'http://localhost:3000/de/events?category=jazz&category=talk&city=S%C3%A3o+Paulo',
  );
});

test('the start page', () => {
  expect(alternates('/', 'de')).toEqual({
    canonical: 'http://localhost:3000/de',
    languages: {
      en: 'http://localhost:3000/',
      de: 'http://localhost:3000/de',
      'x-default': 'http://localhost:3000/',
    },
  });
});

test('no query leaves no question mark', () => {
  expect(alternates({ pathname: '/events', query: {} }, 'en').canonical).toBe('http://localhost:3000/events');
});
