import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { maintenance } from './maintenance.ts';

test.each([
  ['/', 'en', 'Back in a moment'],
  ['/events/salt-static', 'en', 'Back in a moment'],
  ['/de', 'de', 'Gleich zurück'],
  ['/de/events?q=%3Cb%3E', 'de', 'Gleich zurück'],
  ['/debates', 'en', 'Back in a moment'],
])('%s says in %s that the house is closed for a while', async (path, locale, title) => {
  const response = await maintenance.request(path);
  expect(response.status).toBe(503);
  expect(response.headers.get('retry-after')).toBe('300');
  expect(response.headers.get('cache-control')).toBe('no-store');
  const html = await response.text();
  expect(html).toContain(`<html lang="${locale}">`);
  expect(html).toContain(`<h1>${title}</h1>`);
  expect(html).not.toContain('<b>');
  // The browser would drop a style that its policy does not name, and the page would stand there bare.
  const style = /<style>([\s\S]*)<\/style>/.exec(html)?.[1] ?? '';
  const hash = createHash('sha256').update(style).digest('base64');
  expect(response.headers.get('content-security-policy')).toContain(`style-src 'sha256-${hash}'`);
});

test('programs are told by the status, and both typefaces are there', async () => {
  const webhook = await maintenance.request('/api/webhooks/stripe', { method: 'POST', body: '{}' });
  expect(webhook.status).toBe(503);
  expect(webhook.headers.get('retry-after')).toBe('300');
  expect(webhook.headers.get('content-type')).toContain('text/plain');
  const html = await (await maintenance.request('/')).text();
  const fonts = [...html.matchAll(/url\(([^)]+)\)/g)].map((match) => match[1] ?? '');
  expect(fonts).toHaveLength(2);
  for (const font of fonts) {
    const response = await maintenance.request(font);
    expect(response.status).toBe(200);
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(10_000);
  }
  expect((await maintenance.request('/maintenance/other')).status).toBe(503);
});
