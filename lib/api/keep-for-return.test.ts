import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keepForReturn } from './keep-for-return.ts';

const NEXT = 'private, no-cache, no-store, max-age=0, must-revalidate';

const server = createServer((request, response) => {
  keepForReturn(response);
  const [status, type] = (request.url ?? '').slice(1).split('/', 2);
  response.setHeader('cache-control', NEXT);
  response.setHeader('content-type', type === 'page' ? 'text/html; charset=utf-8' : 'text/x-component');
  response.writeHead(Number(status)).end('x');
});

let base = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  base = `http://127.0.0.1:${port}`;
});
afterAll(() => server.close());

const said = async (path: string) => (await fetch(base + path)).headers.get('cache-control');

test('a page may be kept for the way back, and by nobody between', async () => {
  expect(await said('/200/page')).toBe('private, no-cache');
});

test.each(['/404/page', '/500/page', '/200/data'])('%s is left as it was', async (path) => {
  expect(await said(path)).toBe(NEXT);
});
