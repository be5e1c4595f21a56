import { createServer, type Server } from 'node:http';
import { AxeBuilder } from '@axe-core/playwright';
import { buildSync } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { chromiumLaunch } from '../browser.ts';
import { type Bench, openBench } from './testing.ts';

/** A shop's checkout on the real packages, as small as it can be. */
const SHOP = `
  import { Elements, PaymentElement, useElements, useStripe } from '@stripe/react-stripe-js';
  import { loadStripe } from '@stripe/stripe-js/pure';
  import { createElement as h, StrictMode, useState } from 'react';
  import { createRoot } from 'react-dom/client';

  const query = new URLSearchParams(location.search);
  const stripe = loadStripe(document.body.dataset.key);
  window.heard = [];

  function Form() {
    const stripe = useStripe();
    const elements = useElements();
    const [text, setText] = useState('');
    async function pay(event) {
      event.preventDefault();
      const { error } = await elements.submit();
      if (error) return setText(error.code + ': ' + error.message);
      const { clientSecret } = await (await fetch('/intent', { method: 'POST' })).json();
      const result = await stripe.confirmPayment({
        elements,
        clientSecret,
        confirmParams: { return_url: location.origin + '/return' },
        redirect: query.get('redirect') ?? 'if_required',
      });
      setText(result.error ? (result.error.code ?? result.error.type) + ': ' + result.error.message : result.paymentIntent.status);
    }
    const listen = (name) => (event) => window.heard.push(name === 'change' ? event : name);
    return h('form', { onSubmit: pay },
      h('button', { type: 'button' }, 'Before'),
      h(PaymentElement, { onReady: listen('ready'), onChange: listen('change'), onFocus: listen('focus'), onBlur: listen('blur'), onEscape: listen('escape') }),
      h('button', { disabled: !stripe }, 'Pay'),
      h('output', null, text));
  }

  const appearance = { variables: { colorPrimary: '#0a7d4b' } };
  const options = { mode: 'payment', amount: 4200, currency: 'eur', locale: query.get('locale') ?? 'en', appearance };
  // Strict, as in development: React mounts, unmounts and mounts again.
  createRoot(document.getElementById('root')).render(h(StrictMode, null, h(Elements, { stripe, options }, h(Form))));
`;

interface Shop {
  url: string;
  close(): void;
}

async function openShop(bench: Bench, amount: () => number): Promise<Shop> {
  const { url: stripeUrl, publishableKey } = bench.running;
  const built = buildSync({
    stdin: { contents: SHOP, resolveDir: import.meta.dirname, loader: 'js' },
    bundle: true,
    write: false,
    define: { 'process.env.NODE_ENV': '"development"' },
  });
  const script = built.outputFiles[0]?.text ?? '';
  // As strict as a checkout can be: the stand-in's origin in three places, no inline style and no inline script.
  const policy = `default-src 'none'; script-src 'self' ${stripeUrl}; frame-src ${stripeUrl}; connect-src 'self' ${stripeUrl}; style-src 'self'`;
  const page = `<!doctype html><html lang="en"><title>Shop</title><body data-key="${publishableKey}"><main><h1>Shop</h1><div id="root"></div></main><script src="${stripeUrl}/v3/stripe.js"></script><script src="/shop.js"></script>`;
  const server: Server = createServer((request, response) => {
    const path = request.url?.split('?')[0];
    if (path === '/shop.js') response.setHeader('content-type', 'text/javascript').end(script);
    else if (path === '/intent') {
      void bench.sdk.paymentIntents
        .create({ amount: amount(), currency: 'eur', automatic_payment_methods: { enabled: true } })
        .then((intent) => response.end(JSON.stringify({ clientSecret: intent.client_secret })));
    } else if (path === '/favicon.ico') response.writeHead(204).end();
    else {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.setHeader('content-security-policy', policy);
      response.end(path === '/return' ? '<!doctype html><title>Return</title><h1>Back</h1>' : page);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The shop has no port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

let bench: Bench;
let shop: Shop;
let browser: Browser;
let page: Page;
let amount = 4200;
let complaints: string[];

beforeAll(async () => {
  bench = await openBench();
  shop = await openShop(bench, () => amount);
  browser = await chromium.launch(await chromiumLaunch());
});
afterAll(async () => {
  await browser?.close();
  shop?.close();
  await bench?.close();
});
beforeEach(async () => {
  amount = 4200;
  complaints = [];
  await page?.context().close();
  page = await (await browser.newContext()).newPage();
  page.setDefaultTimeout(8000);
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    // The browser reports each 4xx by itself; a declined card is one.
    if (message.type() === 'error' && !message.text().includes('status of 402'))
      complaints.push(message.text());
  });
});

async function enterCard(number: string, query = ''): Promise<void> {
  await page.goto(`${shop.url}/${query}`);
  const frame = page.frameLocator('iframe[title="Secure payment input frame"]');
  await frame.getByLabel('Card number').fill(number);
  await frame.getByLabel('Expiration date').fill('1234');
  await frame.getByLabel('Security code').fill('123');
}

const press = (name: string) => page.getByRole('button', { name }).click();
const answer = () => page.locator('output');

/** A browser beside other tests on two cores takes its time. */
const PATIENTLY = { timeout: 10_000 };

describe('the real react-stripe-js on the sandbox script', () => {
  test('pays without leaving the page', async () => {
    await enterCard('4242424242424242');
    await press('Pay');
    await expect.poll(() => answer().textContent(), PATIENTLY).toBe('succeeded');
    const heard: unknown[] = await page.evaluate('window.heard');
    expect(heard).toContain('ready');
    expect(heard.filter((event) => typeof event === 'object').at(-1)).toMatchObject({
      complete: true,
      empty: false,
      value: { type: 'card' },
    });
    expect(complaints).toEqual([]);
  });

  test('goes to the return address when asked to always', async () => {
    await enterCard('5555555555554444', '?redirect=always');
    await press('Pay');
    await page.waitForURL(
      /\/return\?payment_intent=pi_\w+&payment_intent_client_secret=\w+&redirect_status=succeeded/,
    );
  });

  test('shows a decline and lets another card follow', async () => {
    await enterCard('4000000000009995');
    await press('Pay');
    await expect
      .poll(() => answer().textContent(), PATIENTLY)
      .toBe('card_declined: Your card has insufficient funds.');
    const frame = page.frameLocator('iframe');
    await frame.getByLabel('Card number').fill('4242424242424242');
    await press('Pay');
    await expect.poll(() => answer().textContent(), PATIENTLY).toBe('succeeded');
    expect(complaints).toEqual([]);
  });

  test.each([
    ['Complete', 'succeeded', 'succeeded'],
    ['Fail', 'failed', 'requires_payment_method'],
    ['Close and go back', 'failed', 'requires_action'],
  ])('3-D Secure: %s', async (button, redirectStatus, status) => {
    await enterCard('4000002760003184');
    await press('Pay');
    await press(button);
    await page.waitForURL(/\/return\?/);
    const query = new URL(page.url()).searchParams;
    expect(query.get('redirect_status')).toBe(redirectStatus);
    const intent = await bench.sdk.paymentIntents.retrieve(query.get('payment_intent') ?? '');
    expect(intent.status).toBe(status);
    expect(intent.client_secret).toBe(query.get('payment_intent_client_secret'));
  });

  test('says what is missing, beside the field and to the page', async () => {
    await page.goto(shop.url);
    const frame = page.frameLocator('iframe');
    await frame.getByLabel('Card number').fill('4242');
    const top = () =>
      page.getByRole('button', { name: 'Pay' }).evaluate((it) => it.getBoundingClientRect().top);
    const before = await top();
    await press('Pay');
    await expect
      .poll(() => answer().textContent(), PATIENTLY)
      .toBe('incomplete_number: Your card number is incomplete.');
    // Leaving the field shows the message; what was about to be pressed must not move from under the pointer then.
    expect(await top()).toBe(before);
    const number = frame.getByLabel('Card number');
    expect(await number.getAttribute('aria-invalid')).toBe('true');
    const described = await number.getAttribute('aria-describedby');
    expect(await frame.locator(`#${described}`).textContent()).toBe('Your card number is incomplete.');
    expect(await number.evaluate((input) => document.activeElement === input)).toBe(true);
    await number.fill('4242424242424241');
    await frame.getByLabel('Security code').focus();
    expect(await frame.locator('#number-error').textContent()).toBe('Your card number is invalid.');
  });

  test.each(['light', 'dark'] as const)('has no barriers, %s', async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    await page.goto(shop.url);
    await page.frameLocator('iframe').getByLabel('Card number').fill('4242');
    await press('Pay');
    const form = await new AxeBuilder({ page }).analyze();
    expect(form.violations).toEqual([]);
    await enterCard('4000002760003184');
    await press('Pay');
    await page.getByRole('button', { name: 'Complete' }).waitFor();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  });

  test('refuses an intent of another price', async () => {
    amount = 9900;
    await enterCard('4242424242424242');
    await press('Pay');
    await expect.poll(() => answer().textContent(), PATIENTLY).toContain('does not match');
  });

  test('works with the keyboard alone', async () => {
    await page.goto(shop.url);
    await page.frameLocator('iframe').getByLabel('Card number').waitFor();
    await page.getByRole('button', { name: 'Before' }).focus();
    await page.keyboard.press('Tab');
    await page.keyboard.type('4242424242424242');
    await page.keyboard.press('Tab');
    await page.keyboard.type('1234');
    await page.keyboard.press('Tab');
    await page.keyboard.type('123');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => answer().textContent(), PATIENTLY).toBe('succeeded');
    const heard: unknown[] = await page.evaluate('window.heard');
    expect(heard.filter((event) => event === 'focus' || event === 'blur')).toEqual(['focus', 'blur']);
  });

  test('speaks German, also of a decline', async () => {
    await page.goto(`${shop.url}/?locale=de`);
    const frame = page.frameLocator('iframe');
    await frame.getByLabel('Kartennummer').fill('4000000000000002');
    await frame.getByLabel('Ablaufdatum').fill('12/2034');
    await frame.getByLabel('Prüfziffer').fill('123');
    expect(await frame.getByLabel('Ablaufdatum').inputValue()).toBe('12 / 34');
    await frame.getByLabel('Prüfziffer').press('Enter');
    await expect
      .poll(() => answer().textContent(), PATIENTLY)
      .toBe('card_declined: Ihre Karte wurde abgelehnt.');
  });
});
