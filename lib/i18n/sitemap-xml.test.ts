import { expect, test } from 'vitest';
import { sitemapIndexXml, sitemapXml } from './sitemap-xml.ts';

const languages = {
  en: 'https://tickets.example.org/events?category=jazz&city=Porto',
  de: 'https://tickets.example.org/de/events?category=jazz&city=Porto',
  'x-default': 'https://tickets.example.org/events?category=jazz&city=Porto',
};

test('a page stands in the sitemap once in each language, with all of them as links', () => {
  const xml = sitemapXml([{ languages, lastModified: new Date('2027-03-01T10:00:00Z') }]);
  const entries = xml.match(/<url>.*?<\/url>/g) ?? [];
  expect(entries).toHaveLength(2);
  for (const [index, path] of ['/events', '/de/events'].entries()) {
    expect(entries[index]).toContain(
      `<loc>https://tickets.example.org${path}?category=jazz&amp;city=Porto</loc>`,
    );
    expect(entries[index]).toContain('<lastmod>2027-03-01T10:00:00.000Z</lastmod>');
    expect(entries[index]?.match(/hreflang="[\w-]+"/g)).toEqual([
      'hreflang="en"',
      'hreflang="de"',
      'hreflang="x-default"',
    ]);
  }
});

test('without a date nothing is said of one', () => {
  expect(sitemapXml([{ languages, lastModified: null }])).not.toContain('lastmod');
});

test('an index names its parts', () => {
  expect(sitemapIndexXml(['https://tickets.example.org/sitemaps/1.xml'])).toContain(
    '<sitemap><loc>https://tickets.example.org/sitemaps/1.xml</loc></sitemap>',
  );
});
