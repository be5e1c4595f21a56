import { expect, test } from 'vitest';
import { isTwiceEscaped, whyNot } from './refuse-request.ts';

const ask = (method: string, url: string, headers: Record<string, string> = {}) =>
  whyNot({ method, url, headers }, url.split('?', 1)[0] ?? '')?.status ?? null;

test.each(['/', '/events/caf%C3%A9', '/events/100%25', '/events?q=%ZZ', `/${'a'.repeat(1_499)}`])(
  'a readable address is answered: %s',
  (url) => expect(ask('GET', url)).toBeNull(),
);

test.each(['http://elsewhere.example/', '*', '', '/%', '/%C3', '/a%00b'])(
  'an address that cannot be read is refused: %s',
  (url) => expect(ask('GET', url)).toBe(400),
);

test('an address that is too long is refused', () => {
  expect(ask('GET', `/${'a'.repeat(1_500)}`)).toBe(414);
});

test('a method that nothing here answers is refused, and says which are', () => {
  for (const method of ['PUT', 'DELETE', 'PATCH', 'TRACE', 'BREW']) expect(ask(method, '/')).toBe(405);
  expect(whyNot({ method: 'PUT', url: '/', headers: {} }, '/')?.headers).toEqual({
    allow: 'GET, HEAD, OPTIONS, POST',
  });
});

test('what is only there to be read takes nothing, and everything says what it takes', () => {
  for (const path of ['/service-worker.js', '/share.png', '/events/x.txt']) {
    expect(ask('POST', path)).toBe(405);
    expect(ask('GET', path)).toBeNull();
  }
  for (const path of ['/', '/service-worker.js', '/events']) expect(ask('OPTIONS', path)).toBe(204);
  expect(ask('POST', '/api/stripe/webhook')).toBeNull();
});

test('a form that is too large or has no boundary is refused, what machines send is not looked at', () => {
  const large = { 'content-length': String(1024 * 1024 + 1) };
  expect(ask('POST', '/sign-in', { 'content-length': String(1024 * 1024) })).toBeNull();
  expect(ask('POST', '/sign-in', large)).toBe(413);
  expect(ask('POST', '/api/stripe/webhook', large)).toBeNull();
  expect(ask('POST', '/sign-in', { 'content-type': 'multipart/form-data' })).toBe(400);
  expect(ask('POST', '/sign-in', { 'content-type': 'multipart/form-data; boundary=x' })).toBeNull();
});

test('escapes of escapes are told from single ones', () => {
  expect(isTwiceEscaped('/100%25')).toBe(true);
  expect(isTwiceEscaped('/caf%25C3%25A9')).toBe(false);
  expect(isTwiceEscaped('/caf%C3%A9')).toBe(false);
});
