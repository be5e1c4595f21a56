// The directions of import, as rules. `sandbox/checks/imports.ts` runs them on the tree and, to prove that each
// of them can fail, on `sandbox/checks/fixtures/bad-imports`.

/** Programs and tests may set up whatever they need; only the outer walls hold for them. */
const TEST = '\\.test\\.tsx?$';

/** Usable by every domain, and therefore free of any domain. */
const NEUTRAL = 'auth|audit|media|i18n';

/** The inside of lib from the bottom up: a layer may use its own folders' siblings and what stands below. */
const LAYERS = [
  { name: 'base', folders: 'catalog|tickets|notifications|admission|posters' },
  { name: 'booking', folders: 'booking|transfers' },
  { name: 'payments', folders: 'payments' },
  { name: 'organizers', folders: 'organizers|accounts' },
  { name: 'entrances', folders: 'api|jobs' },
];

const DOMAINS = LAYERS.map((layer) => layer.folders).join('|');

/**
 * A package, however deep node_modules lies.
 *
 * @param {string} names
 */
const npm = (names) => `(^|/)node_modules/(${names})/`;

/** @param {Record<string, unknown>} rule */
const error = (rule) => ({ severity: 'error', ...rule });

const layerRules = LAYERS.slice(0, -1).map((layer, index) =>
  error({
    name: `lib-${layer.name}-not-upwards`,
    comment: `${layer.folders} may not know the layers above.`,
    from: { path: `^lib/(${layer.folders})/`, pathNot: TEST },
    to: {
      path: `^lib/(${LAYERS.slice(index + 1)
        .map((above) => above.folders)
        .join('|')})/`,
    },
  }),
);

export default {
  forbidden: [
    // What holds for every file.
    error({
      name: 'no-circular',
      comment:
        'A cycle, type imports included, means that two files are one subject or that one knows too much.',
      from: {},
      to: { circular: true },
    }),
    error({
      name: 'no-unresolvable',
      comment:
        'An import that leads nowhere. Also guards this check itself: what is not resolved is not judged.',
      from: {},
      to: { couldNotResolve: true },
    }),
    error({
      name: 'nothing-imports-tests',
      from: {},
      to: { path: TEST },
    }),
    error({
      name: 'nothing-imports-sandbox',
      comment: 'The application must run without the stand-ins.',
      from: { pathNot: `^(sandbox|e2e)/|${TEST}` },
      to: { path: '^sandbox/' },
    }),

    // The outer folders.
    error({
      name: 'app-to-components-and-lib',
      comment: 'Routes parse, call one verb, render. What is stored and what is mailed is behind lib.',
      from: { path: '^app/', pathNot: TEST },
      to: { path: '^(db|emails|e2e|[^/]+\\.(ts|mjs)$)' },
    }),
    error({
      name: 'components-to-pure-lib',
      comment:
        'Of lib, components may use money, soft-hyphens, structured-data, time, *.schema.ts and typed links. Data and actions arrive as props.',
      from: { path: '^components/', pathNot: TEST },
      to: {
        path: '^(app|lib|db|emails|e2e|[^/]+\\.(ts|mjs)$)',
        pathNot:
          '^lib/(money|soft-hyphens|structured-data|time)\\.ts$|^lib/.+\\.schema\\.ts$|^lib/i18n/(navigation|routing)\\.ts$',
      },
    }),
    error({
      name: 'lib-to-db-and-emails',
      from: { path: '^lib/', pathNot: TEST },
      to: { path: '^(app|components|e2e|[^/]+\\.(ts|mjs)$)' },
    }),
    error({
      name: 'emails-to-nothing',
      comment: 'Templates get translated, formatted props.',
      from: { path: '^emails/', pathNot: TEST },
      to: { path: '^(app|components|lib|db|e2e|[^/]+\\.(ts|mjs)$)' },
    }),
    error({
      name: 'db-to-nothing',
      comment: 'db gets its address handed in.',
      from: { path: '^db/', pathNot: TEST },
      to: { path: '^(app|components|lib|emails|e2e|[^/]+\\.(ts|mjs)$)' },
    }),
    error({
      name: 'sandbox-not-to-pages',
      comment: 'Stand-ins, seed and programs use the verbs, never a page.',
      from: { path: '^sandbox/', pathNot: TEST },
      to: { path: '^(app|components|e2e)/' },
    }),
    error({
      name: 'e2e-not-to-pages',
      comment: 'Journeys see the application from outside.',
      from: { path: '^e2e/' },
      to: { path: '^(app|components|emails)/' },
    }),
    error({
      name: 'root-to-lib',
      comment: 'server, worker, proxy and instrumentation only start what lib does.',
      from: { path: '^[^/]+\\.(ts|mjs)$' },
      to: { path: '^(app|components|db|emails|e2e)/' },
    }),

    // Inside lib.
    error({
      name: 'lib-root-stands-alone',
      comment: "lib's root files are usable by all, so they use none of its folders.",
      from: { path: '^lib/[^/]+\\.ts$', pathNot: TEST },
      to: { path: '^lib/[^/]+/' },
    }),
    error({
      name: 'lib-neutral-knows-no-domain',
      from: { path: `^lib/(${NEUTRAL})/`, pathNot: TEST },
      to: { path: `^lib/(${DOMAINS})/` },
    }),
    ...layerRules,
    error({
      name: 'schema-files-import-zod-only',
      comment: 'Form, action and API share them; whatever they import lands in the browser.',
      from: { path: '\\.schema\\.ts$' },
      to: { pathNot: `${npm('zod')}|^lib/.+\\.schema\\.ts$|^lib/(money|time)\\.ts$` },
    }),
    error({
      name: 'pure-files-stay-pure',
      comment: 'money and time are used in the browser.',
      from: { path: '^lib/(money|time)\\.ts$' },
      to: {
        path: `^lib/(database|env|log|per-process)\\.ts$|^db/|${npm('pg|drizzle-orm|pino|next')}`,
        reachable: true,
      },
    }),

    // One folder per outside party.
    error({
      name: 'sql-behind-lib',
      comment: 'Pages, components and templates hold no SQL.',
      from: { path: '^(app|components|emails)/|^[^/]+\\.tsx?$', pathNot: `${TEST}|^drizzle\\.config\\.ts$` },
      to: { path: npm('drizzle-orm|pg|@types/pg|postgres') },
    }),
    error({
      name: 'next-auth-in-lib-auth',
      comment: 'components/auth may use the browser half, next-auth/react.',
      from: { pathNot: '^lib/auth/' },
      to: { path: npm('next-auth'), pathNot: '(^|/)node_modules/next-auth/react/' },
    }),
    error({
      name: 'next-auth-react-in-components-auth',
      from: { pathNot: '^(lib|components)/auth/' },
      to: { path: '(^|/)node_modules/next-auth/react/' },
    }),
    error({
      name: 'stripe-in-lib-payments',
      comment: 'The stand-in is tested against the real SDK, so sandbox and journeys may use it too.',
      from: { pathNot: '^(lib/payments|sandbox|e2e)/' },
      to: { path: npm('stripe') },
    }),
    error({
      name: 'stripe-script-in-components',
      comment: 'Stripe.js and its elements run in the browser.',
      from: { pathNot: '^components/' },
      to: { path: npm('@stripe/[^/]+') },
    }),
    error({
      name: 'resend-in-lib-notifications',
      comment: 'The stand-in is tested against the real SDK, so sandbox may use it too.',
      from: { pathNot: '^(lib/notifications|sandbox)/' },
      to: { path: npm('resend') },
    }),
  ],
  options: {
    // TypeScript 7 offers no JavaScript parser: without swc the cruiser sees an empty tree and is content.
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: '(^|/)node_modules/' },
    exclude: { path: '^(\\.next|\\.data|dist|sandbox/checks/fixtures)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      importsFields: ['imports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json', '.d.ts', '.d.mts'],
    },
  },
};
