import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';
import { z } from 'zod';

const deploymentId = process.env.DEPLOYMENT_ID;

/** V8's hint to compile a whole file while it is fetched, off the main thread: https://v8.dev/blog/explicit-compile-hints */
const HINT = '//# allFunctionsCalledOnLoad\n';

/**
 * Marks the scripts that every page runs, React and Next's router. Compiled function by function as they are called, they
 * hold a phone up in one piece, just when the page could be used.
 */
async function hintScripts({ distDir }: { distDir: string }): Promise<void> {
  const manifest: unknown = JSON.parse(readFileSync(join(distDir, 'build-manifest.json'), 'utf8'));
  const { rootMainFiles } = z.object({ rootMainFiles: z.array(z.string()).min(1) }).parse(manifest);
  for (const file of rootMainFiles) {
    const path = join(distDir, file);
    const script = readFileSync(path, 'utf8');
    if (!script.startsWith(HINT)) writeFileSync(path, HINT + script);
  }
}

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
  compiler: { runAfterProductionCompile: hintScripts },
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
