import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';

const deploymentId = process.env.DEPLOYMENT_ID;

const config: NextConfig = {
  // Several processes or versions at once share an id, so that a page never mixes two builds.
  ...(deploymentId ? { deploymentId } : {}),
  poweredByHeader: false,
  // `server.ts` packs answers, by what each browser can unpack; where only Next runs, the platform in front does.
  compress: false,
  // Native code, workers of their own, or state that must exist once: Node loads these, the bundle does not.
  serverExternalPackages: [
    '@node-rs/argon2',
    'fontkit',
    'graphile-worker',
    'pdfkit',
    'pg',
    'pino',
    'prom-client',
    'stripe',
    'wawoff2',
  ],
  // Title and description belong into the head of the first answer, also for those who run no script.
  htmlLimitedBots: /.*/,
  typescript: {
    // `npm run check` judges the types of the whole tree, tests and sandbox included; twice would only be slower.
    ignoreBuildErrors: true,
  },
  experimental: {
    // The language is the first segment, so there is no layout above it that a plain not-found page could use.
    globalNotFound: true,
  },
};

export default createNextIntlPlugin('./lib/i18n/request.ts')(config);
