import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';

/** What the person or machine that starts us has set. */
export type GivenEnvironment = Record<string, string | undefined>;

/** The environment of this process, and under it what the file `.env` says. Empty values count as not set. */
export function readGivenEnvironment(root: string): GivenEnvironment {
  const file = join(root, '.env');
  const written = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {};
  const all = { ...written, ...process.env };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined && value !== ''));
}

/** What the given environment brings itself; for everything else a stand-in is started. */
export type Brought = { database: boolean; stripe: boolean; mail: boolean };

export function whatIsBrought(given: GivenEnvironment): Brought {
  const database = given.DATABASE_URL !== undefined;
  if (!database && (given.DATABASE_OWNER_URL ?? given.DATABASE_DIRECT_URL) !== undefined) {
    throw new Error(
      'DATABASE_OWNER_URL or DATABASE_DIRECT_URL is set, but not DATABASE_URL. Set all three, or none.',
    );
  }
  if (database && given.DATABASE_OWNER_URL === undefined) {
    throw new Error(
      'DATABASE_URL is set, but not DATABASE_OWNER_URL, which migrations run as. Set both, or none.',
    );
  }
  const real = (key: string | undefined, sandbox: RegExp) => key !== undefined && !sandbox.test(key);
  return {
    database,
    stripe: real(given.STRIPE_SECRET_KEY, /^[sr]k_sandbox_/),
    mail: real(given.RESEND_API_KEY, /^re_sandbox_/),
  };
}

/** How real Stripe keys are to be used when PAYMENTS_MODE does not say it: by their kind. */
export function modeOfKey(secretKey: string): 'test' | 'live' {
  return /^[sr]k_live_/.test(secretKey) ? 'live' : 'test';
}

/** The part of our own environment that any program needs, and nothing that would steer ours astray. */
export function machineEnvironment(given: GivenEnvironment): Record<string, string> {
  const names = ['PATH', 'HOME', 'LANG', 'TMPDIR', 'TERM', 'CI', 'NODE_OPTIONS', 'NODE_EXTRA_CA_CERTS'];
  const proxies = ['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'http_proxy', 'https_proxy', 'no_proxy'];
  return Object.fromEntries(
    [...names, ...proxies].flatMap((name) => (given[name] === undefined ? [] : [[name, given[name]]])),
  );
}
