/** What pages say about themselves to machines, as schema.org puts it. Pure: addresses come from the caller, absolute. */

type Json = string | number | boolean | readonly Json[] | { readonly [name: string]: Json };

/** Something that schema.org knows, as part of something else. */
export type Thing = { '@type': string; [name: string]: Json };

/** A thing that stands by itself, ready to be written as JSON-LD. */
export type StructuredData = Thing & { '@context': 'https://schema.org' };

/** Makes a part stand by itself. */
export const standalone = (thing: Thing): StructuredData => ({ '@context': 'https://schema.org', ...thing });

/** A member of one of schema.org's enumerations. */
export const schemaOrg = (name: string) => `https://schema.org/${name}`;

/**
 * The JSON as it may stand in a script element. Without "<" nothing in it can end the element or begin a comment, whoever
 * wrote the words.
 * https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements
 */
export const scriptText = (data: StructuredData) => JSON.stringify(data).replaceAll('<', '\\u003c');

export type PlaceFacts = {
  name: string;
  address: string;
  /** Empty when not given. */
  postcode: string;
  city: string;
  country: string;
  latitude: number;
  longitude: number;
};

/** A venue: of an event, or by itself on its own page. */
export function placeThing(venue: PlaceFacts, url: string): Thing {
  return {
    '@type': 'Place',
    '@id': `${url}#place`,
    name: venue.name,
    url,
    address: {
      '@type': 'PostalAddress',
      streetAddress: venue.address,
      ...(venue.postcode ? { postalCode: venue.postcode } : {}),
      addressLocality: venue.city,
      addressCountry: venue.country,
    },
    geo: { '@type': 'GeoCoordinates', latitude: venue.latitude, longitude: venue.longitude },
  };
}

/** Whoever puts on events. */
export function organizerThing(organizer: { name: string; description: string }, url: string): Thing {
  return {
    '@type': 'Organization',
    '@id': `${url}#organizer`,
    name: organizer.name,
    url,
    ...(organizer.description ? { description: organizer.description } : {}),
  };
}

/** The way to a page, from the top; the last step is the page itself. */
export function breadcrumbData(steps: readonly { name: string; url: string }[]): StructuredData {
  return standalone({
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(({ name, url }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: url,
    })),
  });
}

export type SiteFacts = {
  name: string;
  description: string;
  language: string;
  /** The start page in the language of the page. */
  url: string;
  /** The list of events, whose query `q` searches. */
  searchUrl: string;
  logoUrl: string;
};

/** The site as a whole and who runs it, for the start page. */
export function siteData(site: SiteFacts): StructuredData {
  return standalone({
    '@type': 'WebSite',
    '@id': `${site.url}#site`,
    name: site.name,
    description: site.description,
    url: site.url,
    inLanguage: site.language,
    publisher: { '@type': 'Organization', name: site.name, url: site.url, logo: site.logoUrl },
    potentialAction: {
      '@type': 'SearchAction',
      target: { '@type': 'EntryPoint', urlTemplate: `${site.searchUrl}?q={search_term_string}` },
      'query-input': 'required name=search_term_string',
    },
  });
}
