import { describe, expect, test } from 'vitest';
import { contentSecurityPolicy, type PolicyInput, plainPolicy } from './content-security-policy.ts';
import { securityHeaders } from './security-headers.ts';

const page: PolicyInput = {
  nonce: 'bm9uY2U=',
  checkout: false,
  paymentsSandbox: null,
  https: true,
  development: false,
  formTargets: [],
};

const parse = (policy: string): Record<string, string[]> =>
  Object.fromEntries(
    policy.split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources];
    }),
  );

describe('the policy of a page', () => {
  test('runs scripts of ours with the nonce of the request, and nothing else', () => {
    const policy = parse(contentSecurityPolicy(page));
    expect(policy['script-src']).toEqual(["'self'", "'nonce-bm9uY2U='"]);
    expect(policy['object-src']).toEqual(["'none'"]);
    expect(policy['base-uri']).toEqual(["'none'"]);
    expect(policy['frame-ancestors']).toEqual(["'none'"]);
    expect(policy['frame-src']).toEqual(["'none'"]);
    expect(policy['form-action']).toEqual(["'self'"]);
  });

  for (const checkout of [true, false]) {
    for (const paymentsSandbox of [null, 'http://127.0.0.1:4010']) {
      for (const development of [true, false]) {
        test(`never runs inline scripts (${JSON.stringify({ checkout, paymentsSandbox, development })})`, () => {
          const scripts = parse(contentSecurityPolicy({ ...page, checkout, paymentsSandbox, development }))[
            'script-src'
          ];
          expect(scripts).not.toContain("'unsafe-inline'");
          expect(scripts).not.toContain('*');
          expect(scripts?.includes("'unsafe-eval'")).toBe(development);
        });
      }
    }
  }

  test('lets Stripe in at the checkout and nowhere else', () => {
    const checkout = parse(contentSecurityPolicy({ ...page, checkout: true }));
    expect(checkout['script-src']).toContain('https://js.stripe.com');
    expect(checkout['frame-src']).toContain('https://js.stripe.com');
    expect(checkout['connect-src']).toContain('https://api.stripe.com');
    expect(contentSecurityPolicy(page)).not.toContain('stripe');
  });

  test('in the sandbox lets in the stand-in instead of Stripe', () => {
    const origin = 'http://127.0.0.1:4010';
    const policy = contentSecurityPolicy({ ...page, https: false, checkout: true, paymentsSandbox: origin });
    for (const name of ['script-src', 'frame-src', 'connect-src'])
      expect(parse(policy)[name]).toContain(origin);
    expect(policy).not.toContain('stripe.com');
    expect(contentSecurityPolicy({ ...page, paymentsSandbox: origin })).not.toContain(origin);
  });

  test('asks for https only where there is https', () => {
    expect(contentSecurityPolicy(page)).toContain('upgrade-insecure-requests');
    expect(contentSecurityPolicy({ ...page, https: false })).not.toContain('upgrade-insecure-requests');
  });
});

test('scripts of the build may load each other, for workers; no other answer may run anything', () => {
  expect(parse(plainPolicy('/_next/static/chunks/turbopack-worker.js'))['script-src']).toEqual(["'self'"]);
  for (const path of ['/posters/a.svg', '/pictures/a.webp', '/qr/a.png', '/_next/image', '/events']) {
    expect(parse(plainPolicy(path))).toMatchObject({ 'default-src': ["'none'"] });
    expect(plainPolicy(path)).not.toContain('script-src');
  }
  expect(parse(plainPolicy('/pictures/a.webp'))).toEqual({ 'default-src': ["'none'"], sandbox: [] });
});

describe('the other headers', () => {
  test('promise https for two years only where there is https', () => {
    expect(securityHeaders({ https: true, camera: false })['strict-transport-security']).toMatch(
      /max-age=63072000/,
    );
    expect(securityHeaders({ https: false, camera: false })).not.toHaveProperty('strict-transport-security');
  });

  test('open the camera at the door only', () => {
    expect(securityHeaders({ https: true, camera: false })['permissions-policy']).toContain('camera=()');
    expect(securityHeaders({ https: true, camera: true })['permissions-policy']).toContain('camera=(self)');
  });
});
