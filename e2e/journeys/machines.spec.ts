import type { APIRequestContext } from 'playwright/test';
import { cancelEvent } from '#lib/catalog/cancel-event.ts';
import { createEvent } from '#lib/catalog/create-event.ts';
import { publishEvent } from '#lib/catalog/publish-event.ts';
import { buildHouse, exampleEvent } from '#lib/catalog/testing.ts';
import { database } from '#lib/database.ts';
import { formatMoney } from '#lib/money.ts';
import { useVerbs } from '../stage/application.ts';
import { eventOnSale } from '../stage/event-on-sale.ts';
import { holdThroughWeb } from '../stage/form-buyer.ts';
import { at } from '../stage/house.ts';
import { expect, type Page, test } from '../stage/journey.ts';

// What pages say to machines: it has to be what they say to people.

useVerbs();

type Offer = { name: string; price: string; priceCurrency: string; availability: string; validFrom?: string };

type Described = {
  '@type': string;
  name: string;
  description: string;
  image: string[];
  startDate: string;
  eventStatus: string;
  location: { '@type': string; name?: string; url: string };
  organizer: { name: string; url: string };
  offers?: Offer[];
};

/** Everything of a type that a page says in JSON-LD. */
async function describedAs<T = Described>(page: Page, type: string): Promise<T> {
  const texts = await page.locator('script[type="application/ld+json"]').allTextContents();
  const all = texts.map((text) => JSON.parse(text) as { '@type': string });
  const [found, ...more] = all.filter((data) => data['@type'] === type);
  expect(found, `a description of a ${type} among ${texts.length}`).toBeDefined();
  expect(more).toEqual([]);
  return found as T;
}

const meta = async (page: Page, name: string) =>
  page.locator(`meta[property="${name}"], meta[name="${name}"]`).first().getAttribute('content');

/** Next writes the start page without its slash, which is the same address. */
async function canonical(page: Page): Promise<string> {
  return new URL((await page.locator('link[rel="canonical"]').getAttribute('href')) ?? '', 'none:').href;
}

const alternate = (page: Page, language: string) =>
  page.locator(`link[rel="alternate"][hreflang="${language}"]`).getAttribute('href');

const schemaOrg = (name: string) => `https://schema.org/${name}`;

const availabilities = (event: Described) => event.offers?.map((offer) => offer.availability);

test('an event on sale: prices, time, place and posters are those of the page', async ({ page, request }) => {
  await page.goto('/events/paid-concert');
  const event = await describedAs(page, 'Event');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(event.name);
  await expect(page.getByText(event.description).first()).toBeVisible();
  expect(event.eventStatus).toBe(schemaOrg('EventScheduled'));

  expect(event.offers?.map((offer) => offer.name)).toEqual(['Standing', 'Balcony seat']);
  for (const offer of event.offers ?? []) {
    const row = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: offer.name }) });
    const minor = Math.round(Number(offer.price) * 100);
    await expect(row).toContainText(formatMoney(minor, offer.priceCurrency, 'en'));
    expect(offer.price).toMatch(/^\d+\.\d\d$/);
    expect(offer.availability).toBe(schemaOrg('InStock'));
  }

  const shown = page.locator('dd time').first();
  expect(await shown.getAttribute('datetime')).toBe(new Date(event.startDate).toISOString());
  await expect(shown).toContainText(/T(\d\d:\d\d)/.exec(event.startDate)?.[1] ?? 'no time');
  expect(event.startDate).toMatch(/[+-]\d\d:\d\d$/);

  expect(event.location['@type']).toBe('Place');
  await expect(page.getByText(event.location.name ?? 'no place').first()).toBeVisible();
  await expect(page.getByText(event.organizer.name).first()).toBeVisible();
  for (const url of [...event.image, event.location.url, event.organizer.url]) {
    expect((await request.get(url)).status(), url).toBe(200);
  }
});

test('each state of sales is the same for people and machines', async ({ page }) => {
  await page.goto('/events/sold-out-play');
  await expect(page.getByText('If one comes back, it is sold on this page.')).toBeVisible();
  expect(availabilities(await describedAs(page, 'Event'))).toEqual([schemaOrg('SoldOut')]);

  await page.goto('/events/not-yet-on-sale');
  await expect(page.getByText('By the clock in Lisbon.')).toBeVisible();
  const later = await describedAs(page, 'Event');
  expect(availabilities(later)).toEqual([schemaOrg('PreOrder')]);
  expect(later.offers?.[0]?.validFrom).toMatch(/T10:00:00[+-]\d\d:\d\d$/);

  await page.goto('/events/online-talk');
  const online = await describedAs(page, 'Event');
  expect(online.location).toEqual({ '@type': 'VirtualLocation', url: page.url() });

  await page.goto('/events/free-exhibition');
  const free = await describedAs<Described & { isAccessibleForFree: boolean }>(page, 'Event');
  expect(free.offers).toMatchObject([{ price: '0.00', availability: schemaOrg('InStock') }]);
  expect(free.isAccessibleForFree).toBe(true);

  const { slug } = await eventOnSale({
    ticketTypes: [
      { name: 'Seat', price: 1000, quantity: 3 },
      { name: 'Room', price: 1500, quantity: 200 },
    ],
  });
  await holdThroughWeb(slug, 3);
  await page.goto(`/events/${slug}`);
  await expect(page.getByText('All in carts').first()).toBeVisible();
  expect(availabilities(await describedAs(page, 'Event'))).toEqual([
    schemaOrg('OutOfStock'),
    schemaOrg('InStock'),
  ]);
});

test('a cancelled event is cancelled for machines too, and offers nothing', async ({ page }) => {
  const db = database();
  const house = await buildHouse(db);
  const { eventId, slug } = await createEvent(db, house.owner, house.organizerId, exampleEvent(house));
  await publishEvent(db, house.owner, house.organizerId, eventId);
  await cancelEvent(db, house.owner, house.organizerId, eventId, { reason: 'The roof leaks.' });
  await page.goto(`/events/${slug}`);
  await expect(page.getByText('This event does not take place.')).toBeVisible();
  const event = await describedAs(page, 'Event');
  expect(event.eventStatus).toBe(schemaOrg('EventCancelled'));
  expect(event.offers).toBeUndefined();
});

test('a title cannot break out of what machines read', async ({ page }) => {
  const title = '</script><script>document.title = "taken"</script>';
  const { slug } = await eventOnSale({ title });
  await page.goto(`/events/${slug}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  expect((await describedAs(page, 'Event')).name).toBe(title);
  expect(await page.title()).not.toBe('taken');
});

test('a page names its one address, itself in other languages, and a card to share', async ({
  page,
  request,
}) => {
  await page.goto('/de/events/paid-concert?utm_source=somewhere');
  expect(await canonical(page)).toBe(at('/de/events/paid-concert'));
  expect(await alternate(page, 'en')).toBe(at('/events/paid-concert'));
  expect(await alternate(page, 'de')).toBe(at('/de/events/paid-concert'));
  expect(await alternate(page, 'x-default')).toBe(at('/events/paid-concert'));

  expect(await meta(page, 'og:title')).toMatch(/^Salt & Static, .+, Cine Incrível, Lisbon$/);
  expect(await meta(page, 'og:description')).toBe(await meta(page, 'description'));
  expect(await meta(page, 'og:url')).toBe(at('/de/events/paid-concert'));
  expect(await meta(page, 'og:type')).toBe('website');
  expect(await meta(page, 'og:locale')).toBe('de_DE');
  expect(await meta(page, 'og:locale:alternate')).toBe('en_GB');
  expect(await meta(page, 'og:image:alt')).toBe('Salt & Static');
  expect(await meta(page, 'twitter:card')).toBe('summary_large_image');
  const image = (await meta(page, 'og:image')) ?? '';
  expect(await meta(page, 'twitter:image')).toBe(image);
  expect(await meta(page, 'og:image:width')).toBe('1200');
  expect(await meta(page, 'og:image:height')).toBe('630');
  expect(await pictureSize(request, image)).toEqual({ width: 1200, height: 630 });

  await page.goto('/');
  expect(await canonical(page)).toBe(at('/'));
  expect(await pictureSize(request, (await meta(page, 'og:image')) ?? '')).toEqual({
    width: 1200,
    height: 630,
  });
});

test('lists: a kind or a city is a page of its own, a search is not', async ({ page }) => {
  await page.goto('/events');
  expect(await canonical(page)).toBe(at('/events'));
  await page.goto('/events?category=theatre');
  expect(await canonical(page)).toBe(at('/events?category=theatre'));
  await expect(page).toHaveTitle('Theatre · Foyer');
  await expect(page.locator('meta[name="robots"]')).toHaveCount(0);
  for (const query of ['q=salt', 'when=week', 'category=theatre&available=1', 'city=Atlantis']) {
    await page.goto(`/events?${query}`);
    expect(await meta(page, 'robots'), query).toContain('noindex');
  }
  await page.goto('/events?when=week&category=theatre');
  expect(await canonical(page)).toBe(at('/events?category=theatre'));
});

test('what belongs to somebody is not for search engines', async ({ page, watching }) => {
  for (const path of ['/sign-in', '/sign-up', '/offline']) {
    await page.goto(path);
    expect(await meta(page, 'robots'), path).toContain('noindex');
  }
  watching.expectFailures(404);
  await page.goto('/events/there-is-no-such-event');
  expect(await meta(page, 'robots')).toContain('noindex');
});

test('the start page says how to search the house, and that works', async ({ page }) => {
  await page.goto('/');
  const site = await describedAs<{ potentialAction: { target: { urlTemplate: string } } }>(page, 'WebSite');
  await page.goto(site.potentialAction.target.urlTemplate.replace('{search_term_string}', 'seagull'));
  await expect(page.getByRole('main').getByRole('link', { name: 'The Seagull' })).toBeVisible();
});

test('the sitemap names public pages in both languages, and all of them are there', async ({ request }) => {
  const robots = await (await request.get('/robots.txt')).text();
  const sitemap = /^Sitemap: (.+)$/m.exec(robots)?.[1] ?? '';
  expect(sitemap).toBe(at('/sitemap.xml'));
  expect(robots).toMatch(/^Disallow: \/checkout\/$/m);
  expect(robots).toMatch(/^Disallow: \/de\/bookings$/m);

  const answer = await request.get(sitemap);
  expect(answer.headers()['content-type']).toContain('xml');
  const xml = await answer.text();
  const addresses = Array.from(xml.matchAll(/<loc>([^<]*)<\/loc>/g), ([, address = '']) =>
    address.replaceAll('&amp;', '&'),
  );
  expect(addresses).toEqual(
    expect.arrayContaining([at('/'), at('/de'), at('/events/paid-concert'), at('/de/events/paid-concert')]),
  );
  expect(new Set(addresses).size).toBe(addresses.length);
  expect(addresses.filter((address) => /checkout|bookings|dashboard|sign-/.test(address))).toEqual([]);
  // One of each sort is enough: events are alike, and other tests have put more of them here.
  const sorts = new Map(addresses.map((address) => [address.replace(/(?<=(s\/|=)).+$/, ''), address]));
  for (const address of sorts.values()) {
    expect((await request.get(address, { maxRedirects: 0 })).status(), address).toBe(200);
  }
  expect(sorts.size).toBeGreaterThanOrEqual(16);
});

test('venue and organizer pages say what they are', async ({ page }) => {
  await page.goto('/events/paid-concert');
  const event = await describedAs(page, 'Event');
  await page.goto(event.location.url);
  expect((await describedAs(page, 'Place')).name).toBe(event.location.name);
  expect(await canonical(page)).toBe(event.location.url);
  await page.goto(event.organizer.url);
  expect((await describedAs(page, 'Organization')).name).toBe(event.organizer.name);
  expect(await canonical(page)).toBe(event.organizer.url);
});

/** Reads the size of a PNG from its header. */
async function pictureSize(request: APIRequestContext, url: string) {
  const answer = await request.get(url);
  expect(answer.headers()['content-type']).toBe('image/png');
  const bytes = await answer.body();
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}
