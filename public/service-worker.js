/*
 * Keeps the bookings that somebody has opened on this device readable without a network, and says so kindly for
 * everything else. Only a booking's page registers it (components/booking/keep-offline.tsx).
 *
 * - Network first, always: what is kept is shown only when nothing answers. So no page is ever old by choice.
 * - Only pages that asked for it are kept, each until its event is over, and only what the server gave with a 200. A page
 *   that the server no longer gives is forgotten at once, and signing out forgets them all.
 */

// components/site/kept-pages.ts names it too, for what lists and dates what is in here.
const PAGES = 'foyer-bookings-1';
const ASSETS = 'foyer-assets-1';
const OFFLINE = { en: '/offline', de: '/de/offline' };
/** No page: keeps how often bookings were forgotten. */
const FORGOTTEN = '/_foyer/forgotten';
const MOST_PAGES = 20;
const MOST_ASSETS = 200;

const isBooking = (path) => /^\/(?:[a-z]{2}\/)?(?:bookings|tickets)\/[0-9A-Z]{10}$/i.test(path);
const isAsset = (path) => path.startsWith('/_next/static/') || path.startsWith('/icons/');
const offlinePage = (path) => (/^\/de(\/|$)/.test(path) ? OFFLINE.de : OFFLINE.en);

self.addEventListener('install', (event) => {
  event.waitUntil(keepOfflinePages().then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(dropOtherCaches().then(() => self.clients.claim()));
});

self.addEventListener('message', (event) => {
  const { type, path, title, when, until, assets } = event.data ?? {};
  // Only pages of this site can send messages; a path that is no booking is refused all the same.
  if (type === 'keep' && typeof path === 'string' && isBooking(path)) {
    const whose = typeof event.data.account === 'string' ? event.data.account : 'key';
    event.waitUntil(
      keepBooking({
        path,
        title: String(title),
        when: String(when ?? ''),
        until: Number(until),
        assets,
        whose,
      }),
    );
  }
  // Who is signed in now, if anybody, by whatever way the session before ended.
  if (type === 'who') event.waitUntil(forgetOthersBookings(event.data.mark));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== self.location.origin) return;
  if (request.method === 'POST' && url.pathname === '/api/auth/sign-out') {
    // Signing out goes on even if the browser refuses its storage.
    event.respondWith(
      forgetBookings()
        .catch(() => false)
        .then(() => fetch(request)),
    );
  } else if (request.method === 'GET' && request.mode === 'navigate') {
    event.respondWith(openPage(request, url.pathname));
  } else if (request.method === 'GET' && isAsset(url.pathname)) {
    event.respondWith(fetch(request).catch(() => keptAsset(request)));
  }
});

async function openPage(request, path) {
  try {
    const response = await fetch(request);
    // Whoever sits here now may not see it, or it is gone.
    if (isBooking(path) && response.status >= 400 && response.status < 500) await forgetBooking(path);
    return response;
  } catch (error) {
    await dropPast();
    const kept = isBooking(path) ? await fromCache(PAGES, path) : undefined;
    const page = kept ?? (await fromCache(ASSETS, offlinePage(path)));
    if (page) return page;
    throw error;
  }
}

async function keptAsset(request) {
  return (await fromCache(ASSETS, request)) ?? Response.error();
}

async function fromCache(name, request) {
  return (await caches.open(name)).match(request);
}

async function keepBooking({ path, title, when, until, assets, whose }) {
  const began = await timesForgotten();
  const response = await fetch(path, { credentials: 'same-origin', cache: 'no-store' });
  if (!response.ok || response.redirected) return forgetBooking(path);
  const html = await response.text();
  const headers = new Headers(response.headers);
  headers.set('x-kept-title', encodeURIComponent(title));
  headers.set('x-kept-when', encodeURIComponent(when));
  headers.set('x-kept-at', String(Date.now()));
  headers.set('x-kept-until', String(until));
  headers.set('x-kept-whose', whose);
  const pages = await caches.open(PAGES);
  // Deleted first, so that the newest stands last and the oldest goes when there are too many.
  await pages.delete(path);
  await pages.put(path, new Response(html, { headers }));
  // Somebody has signed out while it was fetched: it must not come back.
  if ((await timesForgotten()) !== began) return forgetBooking(path);
  await dropOldest(PAGES, MOST_PAGES);
  await dropPast();
  const named = Array.isArray(assets) ? assets.map(String) : [];
  await keepAssets([...named, ...assetsIn(html)]);
  await keepOfflinePages();
}

/** The pages for everything else, anew with each booking, so that they are never of another version for long. */
async function keepOfflinePages() {
  const cache = await caches.open(ASSETS);
  for (const path of Object.values(OFFLINE)) {
    const response = await fetch(path, { credentials: 'omit' });
    if (!response.ok) continue;
    const html = await response.clone().text();
    await cache.put(path, response);
    await keepAssets(assetsIn(html));
  }
}

const assetsIn = (html) => html.match(/\/_next\/static\/[^"'\\\s<>)]+/g) ?? [];

async function keepAssets(addresses) {
  const cache = await caches.open(ASSETS);
  const wanted = new Set(
    addresses
      .map((address) => new URL(address, self.location.origin))
      .filter(isOurAsset)
      .map(String),
  );
  await Promise.all(
    Array.from(wanted, async (address) => {
      if (await cache.match(address)) return;
      const response = await fetch(address, { credentials: 'omit' });
      if (response.ok) await cache.put(address, response);
    }),
  );
  await dropOldest(ASSETS, MOST_ASSETS);
}

const isOurAsset = (url) => url.origin === self.location.origin && isAsset(url.pathname);

async function dropOldest(name, most) {
  const cache = await caches.open(name);
  const keys = (await cache.keys()).filter(
    ({ url }) => ![...Object.values(OFFLINE), FORGOTTEN].includes(new URL(url).pathname),
  );
  await Promise.all(keys.slice(0, Math.max(0, keys.length - most)).map((key) => cache.delete(key)));
}

/** Forgets bookings whose event is over. */
async function dropPast() {
  const cache = await caches.open(PAGES);
  for (const key of await cache.keys()) {
    const until = Number((await cache.match(key))?.headers.get('x-kept-until'));
    if (!(until > Date.now())) await cache.delete(key);
  }
}

/** In every language in which it was kept, and however its reference was written. */
async function forgetBooking(path) {
  const cache = await caches.open(PAGES);
  // O is read as 0, I and L as 1, as lib/reference.ts does.
  const nameOf = (address) =>
    address.split('/').at(-1).toUpperCase().replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  for (const key of await cache.keys()) {
    if (nameOf(new URL(key.url).pathname) === nameOf(path)) await cache.delete(key);
  }
}

/** Forgets what was kept because another account opened it, and leaves what this browser has keys for. */
async function forgetOthersBookings(mark) {
  const cache = await caches.open(PAGES);
  for (const key of await cache.keys()) {
    const whose = (await cache.match(key))?.headers.get('x-kept-whose');
    if (whose !== 'key' && whose !== mark) {
      // What that account has under way must not come back either.
      await countForgotten();
      await cache.delete(key);
    }
  }
}

async function forgetBookings() {
  // Counted first.
  await countForgotten();
  await caches.delete(PAGES);
}

/** Where a worker that is started anew finds it. */
async function countForgotten() {
  const cache = await caches.open(ASSETS);
  await cache.put(FORGOTTEN, new Response(String((await timesForgotten()) + 1)));
}

/** How often bookings of somebody were forgotten on this device. */
async function timesForgotten() {
  const kept = await fromCache(ASSETS, FORGOTTEN);
  return kept ? Number(await kept.text()) : 0;
}

async function dropOtherCaches() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith('foyer-') && name !== PAGES && name !== ASSETS);
  await Promise.all(old.map((name) => caches.delete(name)));
}
