import { defineRouting } from 'next-intl/routing';

/**
 * Public addresses carry the language, English without a prefix, so that a page can be cached by its address alone:
 * nothing is read from a cookie or guessed from the browser.
 *
 * The list of pathnames makes links typed. A public page that is not in it cannot be linked to.
 */
export const routing = defineRouting({
  locales: ['en', 'de'],
  defaultLocale: 'en',
  localePrefix: 'as-needed',
  localeDetection: false,
  localeCookie: false,
  // Each page says it in its head, with its own query; a header would say it for what is no page as well.
  alternateLinks: false,
  pathnames: {
    '/': '/',
    '/events': '/events',
    '/events/[slug]': '/events/[slug]',
    '/venues/[slug]': '/venues/[slug]',
    '/organizers/[slug]': '/organizers/[slug]',
    '/checkout/[reference]': '/checkout/[reference]',
    '/account': '/account',
    '/account/delete': '/account/delete',
    '/account/export': '/account/export',
    '/account/deleted': '/account/deleted',
    '/bookings': '/bookings',
    '/bookings/[reference]': '/bookings/[reference]',
    '/tickets/[code]': '/tickets/[code]',
    '/transfer': '/transfer',
    '/find-tickets': '/find-tickets',
    '/bookings/[reference]/receipt': '/bookings/[reference]/receipt',
    '/offline': '/offline',
    '/sign-in': '/sign-in',
    '/sign-in/link': '/sign-in/link',
    '/sign-up': '/sign-up',
    '/confirm': '/confirm',
    '/change-email': '/change-email',
    '/forgot-password': '/forgot-password',
    '/reset-password': '/reset-password',
    '/invitation': '/invitation',
    '/terms': '/terms',
    '/privacy': '/privacy',
    '/imprint': '/imprint',
  },
});

export type Locale = (typeof routing.locales)[number];
