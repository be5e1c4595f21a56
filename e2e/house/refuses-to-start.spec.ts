import { expect, test } from 'playwright/test';
import { findFreePort } from '#sandbox/process/free-port.ts';
import { house } from '../stage/house.ts';
import { built, startProgram } from '../stage/program.ts';

// Fake money is never taken for real, nor real money for fake: each wrong pairing of mode and keys ends the start with
// a sentence that says what to change. The table of all pairings is in lib/payments-mode; this is about the programs.

type Row = { changes: Record<string, string | undefined>; says: RegExp };

const live = {
  PAYMENTS_MODE: 'live',
  PAYMENTS_SANDBOX_ALLOWED: undefined,
  STRIPE_SECRET_KEY: 'sk_live_aaaaaaaaaaaaaaaa',
  STRIPE_PUBLISHABLE_KEY: 'pk_live_aaaaaaaaaaaaaaaa',
  STRIPE_WEBHOOK_SECRET: 'whsec_aaaaaaaaaaaaaaaa',
  STRIPE_API_BASE: undefined,
  RESEND_API_KEY: 're_aaaaaaaaaaaaaaaa',
  RESEND_BASE_URL: undefined,
  APP_URL: 'https://foyer.example',
};
const stripeTest = {
  ...live,
  PAYMENTS_MODE: 'test',
  STRIPE_SECRET_KEY: 'sk_test_aaaaaaaaaaaaaaaa',
  STRIPE_PUBLISHABLE_KEY: 'pk_test_aaaaaaaaaaaaaaaa',
};

const rows: Record<string, Row> = {
  'play money in a production build, unless it is meant': {
    changes: { PAYMENTS_SANDBOX_ALLOWED: undefined },
    says: /set PAYMENTS_MODE to live or test, or PAYMENTS_SANDBOX_ALLOWED to 1/,
  },
  'a mode that nobody has chosen': {
    changes: { PAYMENTS_MODE: undefined },
    says: /PAYMENTS_MODE: expected sandbox, test or live/,
  },
  'a live key beside the sandbox': {
    changes: { STRIPE_SECRET_KEY: live.STRIPE_SECRET_KEY },
    says: /STRIPE_SECRET_KEY is a live key, but PAYMENTS_MODE is sandbox: use a sandbox key/,
  },
  'a live publishable key beside the sandbox': {
    changes: { STRIPE_PUBLISHABLE_KEY: live.STRIPE_PUBLISHABLE_KEY },
    says: /STRIPE_PUBLISHABLE_KEY is a live key, but PAYMENTS_MODE is sandbox/,
  },
  'a stand-in that is somewhere else': {
    changes: { STRIPE_API_BASE: 'https://payments.example' },
    says: /STRIPE_API_BASE must be on this machine/,
  },
  'sandbox keys in live mode': {
    changes: { PAYMENTS_MODE: 'live' },
    says: /STRIPE_SECRET_KEY is a sandbox key, but PAYMENTS_MODE is live: use a live key/,
  },
  'test keys in live mode': {
    changes: { ...stripeTest, PAYMENTS_MODE: 'live' },
    says: /STRIPE_SECRET_KEY is a test key, but PAYMENTS_MODE is live/,
  },
  'live mode without https': {
    changes: { ...live, APP_URL: 'http://foyer.example' },
    says: /APP_URL must begin with https:\/\/ when PAYMENTS_MODE is live/,
  },
  'live mode with another host for Stripe': {
    changes: { ...live, STRIPE_API_BASE: 'http://127.0.0.1:9' },
    says: /STRIPE_API_BASE is set, but PAYMENTS_MODE is live: remove it/,
  },
  'live mode with mail that goes nowhere': {
    changes: { ...live, RESEND_API_KEY: 're_sandbox_a' },
    says: /mail goes to a stand-in: remove RESEND_BASE_URL and set a real RESEND_API_KEY/,
  },
  'test mode with the secret of the sandbox’s webhooks': {
    changes: { ...stripeTest, STRIPE_WEBHOOK_SECRET: 'whsec_sandbox_a' },
    says: /STRIPE_WEBHOOK_SECRET is the sandbox’s, but PAYMENTS_MODE is test/,
  },
};

async function refusal(program: 'server' | 'worker', changes: Row['changes']): Promise<string> {
  const { child, output, ended } = startProgram([built(program)], {
    ...house().environment,
    WEB_CONCURRENCY: '2',
    PORT: String(await findFreePort()),
    ...changes,
  });
  const timer = setTimeout(() => child.kill('SIGKILL'), 80_000);
  const code = await ended;
  clearTimeout(timer);
  expect(code, output()).toBeGreaterThan(0);
  expect(output(), 'a stack trace').not.toMatch(/^\s+at /m);
  return output();
}

test('web does not start with a wrong pairing', async () => {
  await Promise.all(
    Object.entries(rows).map(async ([name, { changes, says }]) => {
      expect.soft(await refusal('server', changes), name).toMatch(says);
    }),
  );
});

test('the worker does not start with a wrong pairing either', async () => {
  const row = rows['sandbox keys in live mode'];
  expect(await refusal('worker', row?.changes ?? {})).toMatch(row?.says ?? /^$/);
});

test('everything that is wrong is said at once', async () => {
  const said = await refusal('server', {
    AUTH_SECRET: 'short',
    DATABASE_URL: undefined,
    TICKET_SIGNING_KEYS: 'x',
  });
  for (const name of ['AUTH_SECRET', 'DATABASE_URL', 'TICKET_SIGNING_KEYS']) expect(said).toContain(name);
});
