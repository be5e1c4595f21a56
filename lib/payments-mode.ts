/** Never take fake money for real, or real money for fake: the rules about which keys go with which mode. */

export type PaymentsMode = 'sandbox' | 'test' | 'live';

type Setup = {
  mode: PaymentsMode;
  production: boolean;
  sandboxAllowed: boolean;
  secretKey: string;
  publishableKey: string;
  webhookSecret: string;
  apiBase: string | null;
  appUrl: string;
  mailApiKey: string;
  mailBaseUrl: string | null;
};

/** Which world a Stripe key belongs to, by its prefix. https://docs.stripe.com/keys */
function worldOf(key: string): PaymentsMode | 'unknown' {
  if (/^(sk|pk|rk)_sandbox_/.test(key) || key.startsWith('whsec_sandbox_')) return 'sandbox';
  if (/^(sk|pk|rk)_test_/.test(key)) return 'test';
  if (/^(sk|pk|rk)_live_/.test(key)) return 'live';
  return 'unknown';
}

const isLoopback = (address: string) =>
  ['localhost', '127.0.0.1', '[::1]'].includes(new URL(address).hostname);

/**
 * What is wrong with a combination of mode and keys, a sentence each that says what to change. Empty when all is well.
 */
export function checkPaymentsMode(setup: Setup): string[] {
  const { mode } = setup;
  const problems: string[] = [];
  const keys = [
    ['STRIPE_SECRET_KEY', setup.secretKey, /^(sk|rk)_/],
    ['STRIPE_PUBLISHABLE_KEY', setup.publishableKey, /^pk_/],
  ] as const;
  for (const [name, key, kind] of keys) {
    const world = worldOf(key);
    if (world !== mode) {
      const found = world === 'unknown' ? 'a key of no known kind' : `a ${world} key`;
      problems.push(
        `${name} is ${found}, but PAYMENTS_MODE is ${mode}: use a ${mode} key, or change PAYMENTS_MODE.`,
      );
    } else if (!kind.test(key)) {
      problems.push(
        `${name} holds the other kind of key: secret keys begin with sk_ or rk_, publishable ones with pk_.`,
      );
    }
  }
  if (!setup.webhookSecret.startsWith('whsec_')) {
    problems.push('STRIPE_WEBHOOK_SECRET does not look like one: it begins with whsec_.');
  } else if ((mode === 'sandbox') !== (worldOf(setup.webhookSecret) === 'sandbox')) {
    problems.push(
      mode === 'sandbox'
        ? 'STRIPE_WEBHOOK_SECRET is not the sandbox’s: it begins with whsec_sandbox_ there.'
        : `STRIPE_WEBHOOK_SECRET is the sandbox’s, but PAYMENTS_MODE is ${mode}: use the secret of your Stripe endpoint.`,
    );
  }
  if (mode === 'sandbox') {
    if (setup.apiBase === null) {
      problems.push('PAYMENTS_MODE is sandbox, so STRIPE_API_BASE must name the Stripe stand-in.');
    } else if (!isLoopback(setup.apiBase)) {
      problems.push(
        'STRIPE_API_BASE must be on this machine (127.0.0.1 or localhost): the stand-in is no payment service.',
      );
    }
    if (setup.production && !setup.sandboxAllowed) {
      problems.push(
        'This is a production build and PAYMENTS_MODE is sandbox: set PAYMENTS_MODE to live or test, or PAYMENTS_SANDBOX_ALLOWED to 1 if play money is meant.',
      );
    }
  } else if (setup.apiBase !== null) {
    problems.push(
      `STRIPE_API_BASE is set, but PAYMENTS_MODE is ${mode}: remove it, real Stripe has one address.`,
    );
  }
  if (mode === 'live') {
    if (!setup.appUrl.startsWith('https://'))
      problems.push('APP_URL must begin with https:// when PAYMENTS_MODE is live.');
    if (setup.mailBaseUrl !== null || setup.mailApiKey.startsWith('re_sandbox_')) {
      problems.push(
        'PAYMENTS_MODE is live, but mail goes to a stand-in: remove RESEND_BASE_URL and set a real RESEND_API_KEY.',
      );
    }
    if (setup.sandboxAllowed)
      problems.push('PAYMENTS_SANDBOX_ALLOWED has no place beside PAYMENTS_MODE=live: remove it.');
  }
  return problems;
}
