import { createServer, IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { completePage, isStandIn, pageInstead } from './complete-page.ts';

test.each([
  ['/nowhere', '/missing'],
  ['/missing.txt', '/missing'],
  ['/events/no-such-event', '/missing'],
  ['/de/events/keine', '/de/missing'],
  ['/de', '/de/missing'],
  ['/fr/events', '/missing'],
  ['/bookings/ABCDEFGH12', '/missing?what=booking'],
  ['/tickets/ABCDEFGH12', '/missing?what=booking'],
  ['/de/checkout/ABCDEFGH12', '/de/missing?what=booking'],
])('%s is answered by %s', (path, page) => {
  expect(pageInstead(404, path, 'a-request')).toBe(page);
});

test('what broke is said in the language of the address, with what its log line is found by', () => {
  expect(pageInstead(500, '/events', 'a-request')).toBe('/broken?reference=a-request');
  expect(pageInstead(500, '/de/checkout/ABCDEFGH12', 'a-request')).toBe('/de/broken?reference=a-request');
});

test('an answer that is whole stays as it is', () => {
  expect(pageInstead(200, '/events', 'a-request')).toBeNull();
  expect(pageInstead(503, '/events', 'a-request')).toBeNull();
});

test.each(['/missing', '/de/missing', '/broken', '/de/broken/', '/%6dissing', '/de/%62roken'])(
  '%s is no page of its own',
  (path) => {
    const asked = new IncomingMessage(new Socket());
    expect(isStandIn(asked, path)).toBe(true);
    expect(isStandIn(asked, `/events${path}`)).toBe(false);
    asked.headers['x-foyer-page-instead'] = '1';
    expect(isStandIn(asked, path)).toBe(false);
  },
);

describe('in front of a server', () => {
  const asked: Record<string, number> = {};
  const server = createServer((request, response) => {
    response.setHeader('x-request-id', 'a-request');
    completePage(request, response, origin());
    const { pathname } = new URL(request.url ?? '/', origin());
    asked[pathname] = (asked[pathname] ?? 0) + 1;
    const status =
      { '/gone': 404, '/de/gone': 404, '/fails': 500, '/de/fails': 500, '/plain': 500, '/de/broken': 500 }[
        pathname
      ] ?? 200;
    response.statusCode = status;
    response.setHeader('content-type', pathname === '/plain' ? 'text/plain' : 'text/html; charset=utf-8');
    if (pathname === '/de/missing')
      response.setHeader('content-security-policy', "script-src 'nonce-abcdef'");
    const nonce = pathname === '/de/missing' ? ' abcdef' : '';
    response.write(status === 200 ? `whole page of ${request.url}${nonce}` : 'shell');
    response.end();
  });
  const origin = () => {
    const address = server.address();
    return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  };
  const ask = async (path: string, headers: Record<string, string> = {}, method = 'GET') => {
    const response = await fetch(origin() + path, { headers, method });
    const nonce = /'nonce-(.*)'/.exec(response.headers.get('content-security-policy') ?? '')?.[1];
    return { status: response.status, text: await response.text(), ...(nonce && { nonce }) };
  };
  beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  test('a shell becomes a whole page under the same status', async () => {
    expect(await ask('/gone')).toEqual({ status: 404, text: 'whole page of /missing' });
    expect(await ask('/fails')).toEqual({ status: 500, text: 'whole page of /broken?reference=a-request' });
  });

  test('a page stays as it is, and so does what a script asks for', async () => {
    expect(await ask('/events')).toEqual({ status: 200, text: 'whole page of /events' });
    expect(await ask('/gone', { rsc: '1' })).toEqual({ status: 404, text: 'shell' });
  });

  test('when the page that says so is broken as well, nothing is waited for', async () => {
    expect((await ask('/de/broken')).status).toBe(500);
    expect(await ask('/de/fails')).toEqual({ status: 500, text: 'Something went wrong.' });
  });

  test('what is missing is read once for many who ask, and each gets a nonce of their own', async () => {
    const before = asked['/de/missing'] ?? 0;
    const answers = await Promise.all(Array.from({ length: 50 }, () => ask('/de/gone')));
    expect((asked['/de/missing'] ?? 0) - before).toBe(1);
    const nonces = answers.map(({ text, nonce }) => {
      expect(text).toBe(`whole page of /de/missing ${nonce}`);
      return nonce;
    });
    expect(new Set(nonces).size).toBe(50);
  });

  test('a form that fails before its page begins gets the page as well, a script does not', async () => {
    expect(await ask('/plain', {}, 'POST')).toMatchObject({
      status: 500,
      text: 'whole page of /broken?reference=a-request',
    });
    expect(await ask('/plain', { 'next-action': 'x' }, 'POST')).toMatchObject({ status: 500, text: 'shell' });
  });
});
