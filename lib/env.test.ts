import { describe, expect, it } from 'vitest';
import { EnvironmentError, parseEnv } from './env.ts';

const seed = 'A'.repeat(43);
const base = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgres://foyer_app:x@127.0.0.1:5432/foyer',
  APP_URL: 'https://tickets.example.org',
  AUTH_SECRET: 'x'.repeat(32),
  TICKET_SIGNING_KEYS: `k1:${seed}`,
  MAIL_FROM: 'Foyer <tickets@example.org>',
};
const live = {
  ...base,
  PAYMENTS_MODE: 'live',
  STRIPE_SECRET_KEY: 'sk_live_x',
  STRIPE_PUBLISHABLE_KEY: 'pk_live_x',
  STRIPE_WEBHOOK_SECRET: 'whsec_x',
  RESEND_API_KEY: 're_x',
};
const test = {
  ...live,
  PAYMENTS_MODE: 'test',
  STRIPE_SECRET_KEY: 'sk_test_x',
  STRIPE_PUBLISHABLE_KEY: 'pk_test_x',
};
const sandbox = {
  ...base,
  APP_URL: 'http://localhost:3000',
  PAYMENTS_MODE: 'sandbox',
  PAYMENTS_SANDBOX_ALLOWED: '1',
  STRIPE_SECRET_KEY: 'sk_sandbox_x',
  STRIPE_PUBLISHABLE_KEY: 'pk_sandbox_x',
  STRIPE_WEBHOOK_SECRET: 'whsec_sandbox_x',
  STRIPE_API_BASE: 'http://127.0.0.1:4242',
  RESEND_API_KEY: 're_sandbox_x',
  RESEND_BASE_URL: 'http://127.0.0.1:4243',
};

/** The sentence that a start with this environment ends with. */
function refusal(source: Record<string, string>): string {
  try {
    parseEnv(source);
    return 'started';
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    return error.message;
  }
}

describe('the environment', () => {
  it('names who runs the house where that was set, and is open unless told otherwise', () => {
    expect(parseEnv(live)).toMatchObject({
      maintenance: false,
      operator: { name: null, address: null, email: null },
    });
    const set = { ...live, MAINTENANCE: '1', OPERATOR_NAME: 'Kulturhaus', OPERATOR_EMAIL: '' };
    expect(parseEnv(set)).toMatchObject({
      maintenance: true,
      operator: { name: 'Kulturhaus', address: null, email: null },
    });
    expect(refusal({ ...live, MAINTENANCE: 'yes' })).toMatch(/MAINTENANCE: expected 1 or nothing/);
    expect(refusal({ ...live, OPERATOR_EMAIL: 'nobody' })).toMatch(/OPERATOR_EMAIL: expected an e-mail/);
  });

  it.each([
    ['live', live],
    ['test', test],
    ['sandbox', sandbox],
    ['sandbox while developing', { ...sandbox, NODE_ENV: 'development', PAYMENTS_SANDBOX_ALLOWED: '' }],
    ['live with a restricted key', { ...live, STRIPE_SECRET_KEY: 'rk_live_x' }],
  ])('starts: %s', (_, source) => {
    expect(refusal(source)).toBe('started');
  });

  it.each<[string, Record<string, string>, RegExp]>([
    [
      'live mode, test secret key',
      { ...live, STRIPE_SECRET_KEY: 'sk_test_x' },
      /STRIPE_SECRET_KEY is a test key.*use a live key/,
    ],
    [
      'live mode, test publishable key',
      { ...live, STRIPE_PUBLISHABLE_KEY: 'pk_test_x' },
      /STRIPE_PUBLISHABLE_KEY is a test key/,
    ],
    ['live mode, sandbox keys', { ...live, STRIPE_SECRET_KEY: 'sk_sandbox_x' }, /sandbox key/],
    ['live mode, unknown key', { ...live, STRIPE_SECRET_KEY: 'secret' }, /no known kind/],
    ['live mode, keys swapped', { ...live, STRIPE_SECRET_KEY: 'pk_live_x' }, /other kind of key/],
    [
      'live mode over http',
      { ...live, APP_URL: 'http://tickets.example.org' },
      /APP_URL must begin with https/,
    ],
    [
      'live mode with another host',
      { ...live, STRIPE_API_BASE: 'http://127.0.0.1:4242' },
      /STRIPE_API_BASE.*remove it/,
    ],
    [
      'live mode, sandbox webhook',
      { ...live, STRIPE_WEBHOOK_SECRET: 'whsec_sandbox_x' },
      /secret of your Stripe endpoint/,
    ],
    [
      'live mode, mail to a stand-in',
      { ...live, RESEND_BASE_URL: 'http://127.0.0.1:1' },
      /mail goes to a stand-in/,
    ],
    [
      'live mode, sandbox allowed',
      { ...live, PAYMENTS_SANDBOX_ALLOWED: '1' },
      /no place beside PAYMENTS_MODE=live/,
    ],
    ['test mode, live key', { ...test, STRIPE_SECRET_KEY: 'sk_live_x' }, /is a live key.*use a test key/],
    ['test mode, live publishable key', { ...test, STRIPE_PUBLISHABLE_KEY: 'pk_live_x' }, /is a live key/],
    ['test mode with another host', { ...test, STRIPE_API_BASE: 'http://127.0.0.1:4242' }, /remove it/],
    ['test mode, sandbox keys', { ...test, STRIPE_SECRET_KEY: 'sk_sandbox_x' }, /is a sandbox key/],
    [
      'sandbox beside a live key',
      { ...sandbox, STRIPE_SECRET_KEY: 'sk_live_x' },
      /is a live key.*use a sandbox key/,
    ],
    [
      'sandbox beside a live publishable key',
      { ...sandbox, STRIPE_PUBLISHABLE_KEY: 'pk_live_x' },
      /is a live key/,
    ],
    [
      'sandbox in production, not allowed',
      { ...sandbox, PAYMENTS_SANDBOX_ALLOWED: '' },
      /PAYMENTS_SANDBOX_ALLOWED to 1/,
    ],
    [
      'sandbox without a stand-in',
      { ...sandbox, STRIPE_API_BASE: '' },
      /STRIPE_API_BASE must name the Stripe stand-in/,
    ],
    [
      'sandbox with a stand-in elsewhere',
      { ...sandbox, STRIPE_API_BASE: 'https://api.example.org' },
      /must be on this machine/,
    ],
    [
      'sandbox, real webhook secret',
      { ...sandbox, STRIPE_WEBHOOK_SECRET: 'whsec_x' },
      /begins with whsec_sandbox_/,
    ],
    ['no mode', { ...live, PAYMENTS_MODE: '' }, /PAYMENTS_MODE: expected sandbox, test or live/],
    ['no secret', { ...live, AUTH_SECRET: 'short' }, /AUTH_SECRET: expected at least 32/],
    [
      'bad signing keys',
      { ...live, TICKET_SIGNING_KEYS: 'nonsense' },
      /TICKET_SIGNING_KEYS: expected kid:seed/,
    ],
    ['bad port', { ...live, PORT: 'http' }, /PORT: expected a whole number/],
  ])('refuses, and says what to change: %s', (_, source, sentence) => {
    expect(refusal(source)).toMatch(sentence);
  });
});
