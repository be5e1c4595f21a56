import { defineConfig } from 'drizzle-kit';

// `generate` needs no address. Studio reads through the read-only role: see `npm run db:studio`.
export default defineConfig({
  dialect: 'postgresql',
  schema: './db/schema/index.ts',
  out: './db/migrations',
  casing: 'snake_case',
  dbCredentials: { url: process.env.DATABASE_READONLY_URL ?? 'postgres://127.0.0.1/foyer' },
});
