import { pool } from '#lib/database.ts';
import { SeedRefused } from './prepare-target.ts';
import { seed, seedSmall } from './seed.ts';

// Fills a sandbox: node sandbox/seed/main.ts [--small]. `npm run demo` does it at its first start. It takes the
// application's environment, and DATABASE_OWNER_URL and the stand-ins' control addresses beside it.

const {
  DATABASE_OWNER_URL: ownerUrl = '',
  SANDBOX_STRIPE_CONTROL_URL,
  SANDBOX_MAIL_CONTROL_URL,
} = process.env;
const options = {
  ownerUrl,
  controls: { SANDBOX_STRIPE_CONTROL_URL, SANDBOX_MAIL_CONTROL_URL },
  paymentsMode: process.env.PAYMENTS_MODE ?? '',
  onProgress: (line: string) => console.log(line),
};

try {
  if (ownerUrl === '')
    throw new SeedRefused('DATABASE_OWNER_URL is not set: only the owner may move the clock.');
  const result = await (process.argv.includes('--small') ? seedSmall(options) : seed(options));
  console.log(
    result.kind === 'already_seeded'
      ? 'Already seeded, nothing was changed.'
      : `Seeded ${result.events} events and ${result.bookings} bookings in ${(result.milliseconds / 1000).toFixed(1)} s.`,
  );
  await pool().end();
} catch (error) {
  console.error(error instanceof SeedRefused ? error.message : error);
  process.exitCode = 1;
}
