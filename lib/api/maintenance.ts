import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Hono } from 'hono';
import { messages } from '../i18n/messages.ts';
import { type Locale, routing } from '../i18n/routing.ts';

/** When to ask again, in seconds. */
const RETRY_AFTER = '300';

/** The two faces of the house, from the packages that the pages take them from. */
const FONTS: Record<string, string> = {
  'display.woff2': '@fontsource-variable/archivo/files/archivo-latin-wdth-normal.woff2',
  'text.woff2': '@fontsource-variable/hanken-grotesk/files/hanken-grotesk-latin-wght-normal.woff2',
};

/** The values of app/tokens.css that one page needs; the build that turns those into a stylesheet may not be there. */
const STYLE = `
@font-face{font-family:D;src:url(/maintenance/display.woff2)format('woff2');font-weight:100 900;font-stretch:62% 125%}
@font-face{font-family:T;src:url(/maintenance/text.woff2)format('woff2');font-weight:100 900}
:root{color-scheme:light dark;--paper:oklch(.978 .008 85);--ink:oklch(.212 .018 55);--ink-2:oklch(.415 .018 58);--accent:oklch(.455 .205 264);--on-accent:oklch(.985 .008 85)}
@media(prefers-color-scheme:dark){:root{--paper:oklch(.182 .009 60);--ink:oklch(.955 .012 85);--ink-2:oklch(.79 .014 80);--accent:oklch(.8 .105 262);--on-accent:oklch(.19 .06 264)}}
*{box-sizing:border-box;margin:0}
body{min-height:100dvh;display:flex;flex-direction:column;background:var(--paper);color:var(--ink);font:450 1rem/1.5rem T,system-ui,sans-serif;-webkit-font-smoothing:antialiased}
.wrap{width:100%;max-width:1440px;margin-inline:auto;padding-inline:clamp(20px,2.8vw,40px)}
header{height:76px;display:flex;align-items:center;gap:10px;font:800 27px/1 D,'Arial Narrow',sans-serif;font-stretch:78%;letter-spacing:-.03em}
main{flex:1;padding-block:clamp(28px,4vw,60px)}
h1{font:800 clamp(3.25rem,1.35rem + 7.4vw,8rem)/.86 D,'Arial Narrow',sans-serif;font-stretch:70%;letter-spacing:-.026em;word-spacing:.075em;text-wrap:balance}
.lead{margin-top:24px;max-width:44ch;font-size:1.25rem;line-height:1.4;text-wrap:pretty}
.hint{margin-top:12px;max-width:60ch;color:var(--ink-2)}
.ways{margin-top:32px;display:flex;flex-wrap:wrap;align-items:center;gap:12px 24px}
a{color:var(--accent);text-underline-offset:3px;min-height:44px;display:inline-flex;align-items:center}
a.do{min-height:48px;padding:8px 22px;border-radius:3px;background:var(--accent);color:var(--on-accent);font-weight:650;text-decoration:none}
:focus-visible{outline:3px solid var(--accent);outline-offset:3px;border-radius:3px}
`;

const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const names: Record<Locale, string> = { en: 'English', de: 'Deutsch' };

function localeOf(path: string): Locale {
  const first = path.split('/')[1];
  return routing.locales.find((locale) => locale === first) ?? routing.defaultLocale;
}

/** A whole page without a script and without the build. Nothing of the request is written into it. */
function page(locale: Locale): string {
  // messages: maintenance.*
  const words = messages[locale].maintenance;
  const others = routing.locales
    .filter((other) => other !== locale)
    .map((other) => {
      const home = other === routing.defaultLocale ? '/' : `/${other}`;
      return `<a href="${home}" hreflang="${other}" lang="${other}">${names[other]}</a>`;
    });
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${words.title} · Foyer</title>
<style>${STYLE}</style>
</head>
<body>
<header class="wrap"><svg viewBox="0 0 24 28" width="24" height="28" aria-hidden="true"><path d="M2 28V12a10 10 0 0 1 20 0v16z" fill="currentColor"/><path d="M12 28V9.5A6 6 0 0 1 18 15.5V28z" fill="var(--accent)"/></svg>Foyer</header>
<main class="wrap">
<h1>${words.title}</h1>
<p class="lead">${words.text}</p>
<p class="hint">${words.hint}</p>
<p class="ways"><a class="do" href="">${words.retry}</a>${others.join('')}</p>
</main>
</body>
</html>
`;
}

/**
 * What `server.ts` answers in place of Next while MAINTENANCE is set: that the house is closed for a while, in the
 * language of the address. Needs neither the database nor the build. What is asked by programs, Stripe's webhooks among
 * them, is told the same by the status, so that they come again.
 */
export const maintenance = new Hono()
  .use(async (c, next) => {
    await next();
    c.header('x-robots-tag', 'noindex');
  })
  .get('/maintenance/:file', async (c, next) => {
    const source = FONTS[c.req.param('file')];
    if (source === undefined) return next();
    const file = await readFile(createRequire(import.meta.url).resolve(source));
    return c.body(new Uint8Array(file), 200, {
      'content-type': 'font/woff2',
      'cache-control': 'max-age=3600',
    });
  })
  .all('*', (c) => {
    c.header('retry-after', RETRY_AFTER);
    c.header('cache-control', 'no-store');
    if (c.req.path.startsWith('/api/')) return c.text('Closed for maintenance', 503);
    c.header('content-security-policy', POLICY);
    return c.html(page(localeOf(c.req.path)), 503);
  });
