import { join } from 'node:path';
import { migrateDatabase } from '#db/migrate.ts';
import { alignStandIns, readClockOffset } from '../move-clock.ts';
import { type DatabaseAddresses, prepareDatabase } from '../postgres/prepare-database.ts';
import { startPostgres } from '../postgres/start-postgres.ts';
import { controlAddresses, givenAddresses } from './compose-environment.ts';
import type { Start } from './sandbox-types.ts';
import { startMailStandIn, startStripeStandIn } from './stand-ins.ts';
import { supervise } from './supervise.ts';

/** The database that the environment brings, or one of our own; migrated. */
export async function startDatabase(start: Start): Promise<DatabaseAddresses> {
  const { options, brought, state, ports } = start;
  const addresses = brought.database
    ? givenAddresses(options.given, state)
    : await options.progress(
        'PostgreSQL 18',
        () => startOwnPostgres(start),
        () => `port ${ports.postgres}`,
      );
  options.signal?.throwIfAborted();
  await options.progress('Migrations', () =>
    migrateDatabase({ owner: addresses.ownerUrl, app: addresses.appUrl, readonly: addresses.readonlyUrl }),
  );
  return addresses;
}

async function startOwnPostgres({
  options,
  state,
  ports,
  logs,
  parts,
  watch,
}: Start): Promise<DatabaseAddresses> {
  let superuserUrl = '';
  parts.postgres = await supervise(
    'postgres',
    async () => {
      const server = await startPostgres({
        dataDir: join(options.dataDir, 'postgres'),
        port: ports.postgres,
        durable: options.durable,
        logFile: join(logs, 'postgres.log'),
        // The folder is ours, so whatever still runs on it was left behind.
        takeOver: true,
      });
      superuserUrl = server.superuserUrl;
      return server;
    },
    watch,
  );
  return prepareDatabase(superuserUrl, 'foyer', state.secrets.database);
}

/** The stand-ins of Stripe and Resend, each only where the environment brings no real key. */
export async function startStandIns(start: Start, ownerUrl: string): Promise<void> {
  const { options, brought, state, ports, logs, parts, watch } = start;
  const { stripe: keys, mailKey: apiKey } = state.secrets;
  const where = { folder: options.dataDir, logFolder: logs };
  if (!brought.stripe) {
    const stripe = () =>
      startStripeStandIn({
        ...where,
        ports: { port: ports.stripe, controlPort: ports.stripeControl },
        keys,
        webhookUrl: `http://127.0.0.1:${ports.web}/api/webhooks/stripe`,
      });
    await options.progress(
      'Stripe stand-in',
      async () => {
        parts.stripe = await supervise('stripe', stripe, watch);
      },
      () => `port ${ports.stripe}`,
    );
  }
  if (!brought.mail) {
    const mail = () =>
      startMailStandIn({ ...where, ports: { port: ports.mail, controlPort: ports.mailControl }, apiKey });
    await options.progress(
      'Mail stand-in',
      async () => {
        parts.mail = await supervise('mail', mail, watch);
      },
      () => `port ${ports.mail}`,
    );
  }
  // They keep their clock themselves, but only the database's decides; it may be a restored or another one.
  const controls = controlAddresses(brought, ports);
  await alignStandIns(await readClockOffset(ownerUrl), controls);
}
