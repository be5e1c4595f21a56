import { z } from 'zod';
import { checkPaymentsMode, type PaymentsMode } from './payments-mode.ts';
import { perProcess } from './per-process.ts';

const url = (expected: string) => z.url({ error: `expected ${expected}` });
const optional = <T extends z.ZodType>(type: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), type.optional());
const count = (fallback: number, most: number) =>
  optional(
    z.coerce
      .number({ error: `expected a whole number from 1 to ${most}` })
      .int()
      .min(1)
      .max(most),
  ).transform((value) => value ?? fallback);

const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  DATABASE_URL: url("the application role's address, such as postgres://foyer_app:…@127.0.0.1:5432/foyer"),
  DATABASE_DIRECT_URL: optional(url('a PostgreSQL address that reaches the server without a pooler')),
  DATABASE_POOL_SIZE: count(10, 200),
  APP_URL: url('the address people reach Foyer at, such as https://tickets.example.org'),
  PORT: count(3000, 65_535),
  WEB_CONCURRENCY: count(1, 64),
  TRUSTED_PROXIES: optional(z.string()),
  AUTH_SECRET: z.string({ error: 'expected at least 32 random characters' }).min(32, {
    error: 'expected at least 32 random characters',
  }),
  TICKET_SIGNING_KEYS: z
    .string({ error: 'expected kid:seed[,kid:seed…], each seed 32 random bytes as base64url' })
    .regex(/^[\w-]{1,16}:[\w-]{43}(,[\w-]{1,16}:[\w-]{43})*$/, {
      error: 'expected kid:seed[,kid:seed…], each seed 32 random bytes as base64url',
    }),
  PAYMENTS_MODE: z.enum(['sandbox', 'test', 'live'], { error: 'expected sandbox, test or live' }),
  PAYMENTS_SANDBOX_ALLOWED: optional(z.enum(['1'], { error: 'expected 1 or nothing' })),
  STRIPE_SECRET_KEY: z.string({ error: "expected Stripe's secret key" }),
  STRIPE_PUBLISHABLE_KEY: z.string({ error: "expected Stripe's publishable key" }),
  STRIPE_WEBHOOK_SECRET: z.string({ error: "expected the webhook endpoint's signing secret" }),
  STRIPE_API_BASE: optional(url('the origin of the Stripe stand-in')),
  RESEND_API_KEY: z.string({ error: "expected Resend's API key" }),
  RESEND_BASE_URL: optional(url("another address that speaks Resend's API")),
  MAIL_FROM: z.string({ error: 'expected a sender, such as Foyer <tickets@example.org>' }),
  GOOGLE_CLIENT_ID: optional(z.string()),
  GOOGLE_CLIENT_SECRET: optional(z.string()),
  METRICS_TOKEN: optional(z.string()),
  LOG_LEVEL: optional(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])).transform(
    (value) => value ?? 'info',
  ),
  OPERATOR_NAME: optional(z.string()),
  OPERATOR_ADDRESS: optional(z.string()),
  OPERATOR_EMAIL: optional(z.email({ error: 'expected an e-mail address' })),
  MAINTENANCE: optional(z.enum(['1'], { error: 'expected 1 or nothing' })),
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: optional(z.string()),
  DEPLOYMENT_ID: optional(z.string()),
});

export type Env = {
  production: boolean;
  databaseUrl: string;
  databaseDirectUrl: string;
  databasePoolSize: number;
  /** Origin without a slash at its end. */
  appUrl: string;
  port: number;
  webConcurrency: number;
  /** Addresses whose X-Forwarded-* headers count. */
  trustedProxies: string[];
  authSecret: string;
  ticketSigningKeys: string;
  payments: {
    mode: PaymentsMode;
    secretKey: string;
    publishableKey: string;
    webhookSecret: string;
    /** Where the Stripe client points instead of api.stripe.com; only in the sandbox. */
    apiBase: string | null;
  };
  mail: { apiKey: string; baseUrl: string | null; from: string };
  google: { clientId: string; clientSecret: string } | null;
  /** Who answers for this installation, as the legal pages name them; null where it was not set. */
  operator: { name: string | null; address: string | null; email: string | null };
  /** Every page answers that it is closed for a while. */
  maintenance: boolean;
  metricsToken: string | null;
  logLevel: string;
};

/** Thrown at start: every name that is wrong, and what was expected. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
}

/**
 * Reads and checks the environment.
 *
 * @throws EnvironmentError that names each bad variable, what was expected, and what to change.
 */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const parsed = schema.safeParse(source);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new EnvironmentError(`The environment is not complete (see .env.example):\n${lines.join('\n')}`);
  }
  const e = parsed.data;
  const problems = checkPaymentsMode({
    mode: e.PAYMENTS_MODE,
    production: e.NODE_ENV === 'production',
    sandboxAllowed: e.PAYMENTS_SANDBOX_ALLOWED === '1',
    secretKey: e.STRIPE_SECRET_KEY,
    publishableKey: e.STRIPE_PUBLISHABLE_KEY,
    webhookSecret: e.STRIPE_WEBHOOK_SECRET,
    apiBase: e.STRIPE_API_BASE ?? null,
    appUrl: e.APP_URL,
    mailApiKey: e.RESEND_API_KEY,
    mailBaseUrl: e.RESEND_BASE_URL ?? null,
  });
  if (problems.length > 0) {
    throw new EnvironmentError(
      `Payments are not set up safely:\n${problems.map((p) => `  ${p}`).join('\n')}`,
    );
  }
  return {
    production: e.NODE_ENV === 'production',
    databaseUrl: e.DATABASE_URL,
    databaseDirectUrl: e.DATABASE_DIRECT_URL ?? e.DATABASE_URL,
    databasePoolSize: e.DATABASE_POOL_SIZE,
    appUrl: new URL(e.APP_URL).origin,
    port: e.PORT,
    webConcurrency: e.WEB_CONCURRENCY,
    trustedProxies: (e.TRUSTED_PROXIES ?? '')
      .split(',')
      .map((entry) => entry.trim())
      .filter(Boolean),
    authSecret: e.AUTH_SECRET,
    ticketSigningKeys: e.TICKET_SIGNING_KEYS,
    payments: {
      mode: e.PAYMENTS_MODE,
      secretKey: e.STRIPE_SECRET_KEY,
      publishableKey: e.STRIPE_PUBLISHABLE_KEY,
      webhookSecret: e.STRIPE_WEBHOOK_SECRET,
      apiBase: e.STRIPE_API_BASE ? new URL(e.STRIPE_API_BASE).origin : null,
    },
    mail: { apiKey: e.RESEND_API_KEY, baseUrl: e.RESEND_BASE_URL ?? null, from: e.MAIL_FROM },
    google:
      e.GOOGLE_CLIENT_ID && e.GOOGLE_CLIENT_SECRET
        ? { clientId: e.GOOGLE_CLIENT_ID, clientSecret: e.GOOGLE_CLIENT_SECRET }
        : null,
    operator: {
      name: e.OPERATOR_NAME ?? null,
      address: e.OPERATOR_ADDRESS ?? null,
      email: e.OPERATOR_EMAIL ?? null,
    },
    maintenance: e.MAINTENANCE === '1',
    metricsToken: e.METRICS_TOKEN ?? null,
    logLevel: e.LOG_LEVEL,
  };
}

/** The environment of this process, read once. The only reader of `process.env` in the application. */
export function env(): Env {
  return perProcess('env', () => {
    const read = parseEnv(process.env);
    // next-auth takes its own address from the environment and from nowhere else.
    process.env.NEXTAUTH_URL = read.appUrl;
    return read;
  });
}
