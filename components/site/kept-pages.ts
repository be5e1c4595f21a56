/** The cache in which public/service-worker.js keeps pages. */
export const KEPT_PAGES = 'foyer-bookings-1';
