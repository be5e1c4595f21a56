import { addressesOf, type DatabaseAddresses } from '../postgres/prepare-database.ts';
import { type Brought, type GivenEnvironment, machineEnvironment, modeOfKey } from './environment.ts';
import type { PortName, SandboxState } from './state.ts';

type Ports = Record<PortName, number>;

/** What a deployment may set and a sandbox hands on as it is. */
const handedOn = [
  ...['DATABASE_POOL_SIZE', 'TRUSTED_PROXIES', 'LOG_LEVEL', 'GOOGLE_CLIENT_ID', 'GOOGLE_CLIENT_SECRET'],
  ...['AUTH_SECRET', 'TICKET_SIGNING_KEYS', 'METRICS_TOKEN', 'MAIL_FROM', 'APP_URL'],
  ...['OPERATOR_NAME', 'OPERATOR_ADDRESS', 'OPERATOR_EMAIL'],
];

/** Composes what web, worker and seed run with: what was given, and for the rest the stand-ins and made secrets. */
export function composeEnvironment(input: {
  given: GivenEnvironment;
  brought: Brought;
  state: SandboxState;
  ports: Ports;
  addresses: DatabaseAddresses;
  webProcesses: number | undefined;
}): Record<string, string> {
  const { given, brought, state, ports, addresses } = input;
  const { secrets } = state;
  return {
    ...machineEnvironment(given),
    TZ: 'UTC',
    NEXT_TELEMETRY_DISABLED: '1',
    AUTH_SECRET: secrets.authSecret,
    TICKET_SIGNING_KEYS: secrets.ticketSigningKeys,
    METRICS_TOKEN: secrets.metricsToken,
    MAIL_FROM: 'Foyer <tickets@foyer.example>',
    APP_URL: `http://localhost:${ports.web}`,
    OPERATOR_NAME: 'Foyer, a demonstration',
    OPERATOR_ADDRESS: 'Nobody’s Lane 1, 1000 Nowhere',
    OPERATOR_EMAIL: 'hello@foyer.example',
    ...pick(given, handedOn),
    PORT: String(ports.web),
    WEB_CONCURRENCY: String(input.webProcesses ?? given.WEB_CONCURRENCY ?? 1),
    DATABASE_URL: addresses.appUrl,
    DATABASE_DIRECT_URL: brought.database
      ? (given.DATABASE_DIRECT_URL ?? addresses.appUrl)
      : addresses.appUrl,
    DATABASE_OWNER_URL: addresses.ownerUrl,
    DATABASE_READONLY_URL: addresses.readonlyUrl,
    ...(brought.stripe
      ? {
          PAYMENTS_MODE: given.PAYMENTS_MODE ?? modeOfKey(given.STRIPE_SECRET_KEY ?? ''),
          ...pick(given, [
            'STRIPE_SECRET_KEY',
            'STRIPE_PUBLISHABLE_KEY',
            'STRIPE_WEBHOOK_SECRET',
            'STRIPE_API_BASE',
          ]),
          ...pick(given, ['PAYMENTS_SANDBOX_ALLOWED']),
        }
      : {
          PAYMENTS_MODE: 'sandbox',
          PAYMENTS_SANDBOX_ALLOWED: '1',
          STRIPE_SECRET_KEY: secrets.stripe.secretKey,
          STRIPE_PUBLISHABLE_KEY: secrets.stripe.publishableKey,
          STRIPE_WEBHOOK_SECRET: secrets.stripe.webhookSecret,
          STRIPE_API_BASE: `http://127.0.0.1:${ports.stripe}`,
        }),
    ...(brought.mail
      ? pick(given, ['RESEND_API_KEY', 'RESEND_BASE_URL'])
      : { RESEND_API_KEY: secrets.mailKey, RESEND_BASE_URL: `http://127.0.0.1:${ports.mail}` }),
  };
}

/** Where the stand-ins can be steered. For the seed, the clock and tests; web and worker are never told. */
export function controlAddresses(brought: Brought, ports: Ports): Record<string, string> {
  return {
    ...(brought.stripe ? {} : { SANDBOX_STRIPE_CONTROL_URL: `http://127.0.0.1:${ports.stripeControl}` }),
    ...(brought.mail ? {} : { SANDBOX_MAIL_CONTROL_URL: `http://127.0.0.1:${ports.mailControl}` }),
  };
}

/**
 * The addresses of a database that the environment brings. Its read-only role is ours to make when no address is
 * given for it; the migration does that, or says what SQL to run.
 */
export function givenAddresses(given: GivenEnvironment, state: SandboxState): DatabaseAddresses {
  const ownerUrl = given.DATABASE_OWNER_URL ?? '';
  const database = new URL(ownerUrl).pathname.slice(1);
  return {
    ownerUrl,
    appUrl: given.DATABASE_URL ?? '',
    readonlyUrl:
      given.DATABASE_READONLY_URL ?? addressesOf(ownerUrl, database, state.secrets.database).readonlyUrl,
  };
}

function pick(given: GivenEnvironment, names: string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => (given[name] === undefined ? [] : [[name, given[name]]])),
  );
}
