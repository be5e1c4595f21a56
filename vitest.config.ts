import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: {
    // Outside Next this package throws on import, so that a server's file cannot reach a browser unnoticed.
    alias: { 'server-only': 'next/dist/compiled/server-only/empty.js' },
  },
  test: {
    include: ['{app,lib,db,sandbox,emails,components}/**/*.test.{ts,tsx}'],
    exclude: ['sandbox/checks/fixtures/**'],
    globalSetup: ['sandbox/postgres/global-setup.ts'],
    // Two cores, one of which PostgreSQL needs.
    maxWorkers: 2,
    // It imports `next/navigation` without an ending, which Node alone does not find.
    server: { deps: { inline: ['next-intl'] } },
    testTimeout: 20_000,
    hookTimeout: 60_000,
    env: { TZ: 'UTC' },
    unstubEnvs: true,
  },
});
