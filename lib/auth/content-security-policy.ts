/** What a policy depends on. Nothing else does, so that it can be read and tested by itself. */
export type PolicyInput = {
  nonce: string;
  /** Whether the page takes payments. Only there the payment provider may run scripts and show frames. */
  checkout: boolean;
  /** Origin of the payment stand-in, in the sandbox; null where Stripe itself is meant. */
  paymentsSandbox: string | null;
  /** Whether the site is reached over https. */
  https: boolean;
  /** Whether the development server runs, which evaluates code and keeps a socket open. */
  development: boolean;
  /** Where forms may lead besides ourselves, such as the sign-in of Google. */
  formTargets: readonly string[];
};

/** https://docs.stripe.com/security/guide#content-security-policy */
const STRIPE = {
  scripts: ['https://js.stripe.com', 'https://*.js.stripe.com'],
  frames: ['https://js.stripe.com', 'https://*.js.stripe.com', 'https://hooks.stripe.com'],
  connects: ['https://api.stripe.com'],
};

function paymentOrigins({ checkout, paymentsSandbox }: PolicyInput): typeof STRIPE {
  if (!checkout) return { scripts: [], frames: [], connects: [] };
  if (paymentsSandbox === null) return STRIPE;
  return { scripts: [paymentsSandbox], frames: [paymentsSandbox], connects: [paymentsSandbox] };
}

/**
 * What an answer may do that is no page of ours, or failed before it became one: be read, nothing else. `server.ts`
 * puts it on everything, and `proxy.ts` puts a page's own policy in its place.
 */
const PLAIN_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  // A service worker is bound by the policy of its own file, and fetches what it keeps.
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * What an answer that is no page may do, by its path. A worker is bound by the policy of its own script, and those of the
 * build load each other; nothing but scripts of the build lies there.
 */
export function plainPolicy(path: string): string {
  if (path.startsWith('/_next/static/chunks/')) return `${PLAIN_POLICY}; script-src 'self'`;
  if (path.startsWith('/pictures/')) return "default-src 'none'; sandbox";
  // Opened by itself an SVG is a document; this one runs nothing and belongs to no origin.
  return path.startsWith('/posters/') ? `${PLAIN_POLICY}; style-src 'unsafe-inline'; sandbox` : PLAIN_POLICY;
}

/** The Content-Security-Policy of a page that is made for one request. */
export function contentSecurityPolicy(input: PolicyInput): string {
  const { nonce, https, development, formTargets } = input;
  const payments = paymentOrigins(input);
  const directives: Record<string, readonly string[]> = {
    'default-src': ["'self'"],
    'script-src': [
      "'self'",
      `'nonce-${nonce}'`,
      ...payments.scripts,
      ...(development ? ["'unsafe-eval'"] : []),
    ],
    // Style attributes carry hues and widths, and cannot run anything.
    'style-src': ["'self'", ...(development ? ["'unsafe-inline'"] : [`'nonce-${nonce}'`])],
    'style-src-attr': ["'unsafe-inline'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'", ...payments.connects, ...(development ? ['ws:', 'wss:'] : [])],
    'frame-src': payments.frames.length > 0 ? payments.frames : ["'none'"],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'", ...formTargets],
    'frame-ancestors': ["'none'"],
    ...(https ? { 'upgrade-insecure-requests': [] } : {}),
  };
  return Object.entries(directives)
    .map(([name, sources]) => [name, ...sources].join(' '))
    .join('; ');
}
