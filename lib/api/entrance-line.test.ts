import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { knocks, queueAtEntrance } from './entrance-line.ts';

test.each([
  '/sign-in',
  '/de/sign-in',
  '/sign-in/link',
  '/reset-password',
  '/find-tickets',
  '/api/auth/callback/password',
])('what is sent to %s stands in line', (path) => {
  expect(knocks({ method: 'POST' }, path)).toBe(true);
  expect(knocks({ method: 'GET' }, path)).toBe(false);
});

test.each([
  '/',
  '/events/sign-in',
  '/checkout/ABCDEFGHJK',
  '/de/events/x',
  '/api/stripe/webhook',
  '/sign-inn',
])('what is sent to %s does not', (path) => expect(knocks({ method: 'POST' }, path)).toBe(false));

test('every page of the entrance is known by its address', () => {
  const folder = new URL('../../app/[locale]/(entrance)/', import.meta.url);
  // What begins with an at sign is a slot of their layout, and no part of an address.
  const entrances = readdirSync(folder, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && !entry.name.startsWith('@'),
  );
  expect(entrances.length).toBeGreaterThan(4);
  for (const { name } of entrances) expect(knocks({ method: 'POST' }, `/de/${name}`)).toBe(true);
});

/** More than a connection takes in without anybody reading. */
const LARGE = 16 * 1024 * 1024;

type Sending = { signal?: AbortSignal; from?: string };

/** A house that stands in line, and answers when told to. */
async function open({ within }: { within?: number } = {}) {
  const working: (() => void)[] = [];
  const seen = { most: 0, now: 0, bodies: [] as string[] };
  const server = createServer((request, response) => {
    if (request.method === 'GET') {
      response.end('x'.repeat(LARGE));
      return;
    }
    const answer = async () => {
      seen.now += 1;
      seen.most = Math.max(seen.most, seen.now);
      seen.bodies.push(await text(request));
      working.push(() => {
        seen.now -= 1;
        response.end('done');
      });
    };
    void queueAtEntrance(request, response, answer, within);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const send = (body: string, { signal, from = '192.0.2.1' }: Sending = {}) =>
    fetch(`http://127.0.0.1:${port}`, {
      method: 'POST',
      body,
      headers: { 'next-action': 'one', 'x-forwarded-for': from },
      ...(signal && { signal }),
    });
  return { working, seen, port, send };
}

test('two are answered at a time, each with its form, and whoever leaves makes room', async () => {
  const { working, seen, send } = await open();
  const leaving = new AbortController();
  const answers = Array.from({ length: 6 }, (_, index) =>
    send(`form ${index}`).then((answer) => answer.text()),
  );
  await expect.poll(() => working.length).toBe(2);
  const left = send('left', { signal: leaving.signal }).catch(() => 'left');
  leaving.abort();
  expect(await left).toBe('left');
  for (let index = 0; index < 6; index += 1) {
    await expect.poll(() => working.length).toBeGreaterThan(index);
    working[index]?.();
  }
  expect(await Promise.all(answers)).toEqual(Array(6).fill('done'));
  expect(seen.most).toBe(2);
  expect(seen.bodies.toSorted()).toEqual(Array.from({ length: 6 }, (_, index) => `form ${index}`));
});

test('whoever sends slowly keeps nobody else waiting', async () => {
  const { working, port, send } = await open();
  const slow = Array.from({ length: 5 }, () => {
    const socket = connect(port, '127.0.0.1');
    socket.write('POST / HTTP/1.1\r\nhost: house\r\nnext-action: one\r\ncontent-length: 100\r\n\r\nbegun');
    return socket;
  });
  onTestFinished(() => {
    for (const socket of slow) socket.destroy();
  });
  const quick = send('quick');
  await expect.poll(() => working.length).toBe(1);
  working[0]?.();
  expect((await quick).status).toBe(200);
});

const POST = 'POST / HTTP/1.1\r\nhost: house\r\nnext-action: one\r\ncontent-length: 3\r\n\r\na=b';

test('whoever asks for more than they read, and then sends a form, has no turn', async () => {
  const { working, port, send } = await open();
  for (let index = 0; index < 3; index += 1) {
    const socket = connect(port, '127.0.0.1');
    onTestFinished(() => void socket.destroy());
    socket.pause();
    await new Promise<void>((resolve) => {
      socket.write(`GET / HTTP/1.1\r\nhost: house\r\n\r\n${POST}`, () => resolve());
    });
  }
  const quick = send('quick');
  await expect.poll(() => working.length).toBe(1);
  working[0]?.();
  expect((await quick).status).toBe(200);
});

test('whose answer does not end in time is cut off, and the next has their turn', async () => {
  const { working, send } = await open({ within: 200 });
  const endless = [send('one'), send('two')].map((answer) => answer.catch(() => 'cut off'));
  await expect.poll(() => working.length).toBe(2);
  const quick = send('quick');
  await expect.poll(() => working.length).toBe(3);
  working[2]?.();
  expect((await quick).status).toBe(200);
  expect(await Promise.all(endless)).toEqual(['cut off', 'cut off']);
});

test('a form larger than any of the entrance, or of unknown length, is refused', async () => {
  const { send, port } = await open();
  expect((await send('x'.repeat(16 * 1024 + 1))).status).toBe(413);
  const socket = connect(port, '127.0.0.1');
  onTestFinished(() => void socket.destroy());
  socket.write(
    'POST / HTTP/1.1\r\nhost: house\r\nnext-action: one\r\ntransfer-encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n',
  );
  const answer: unknown[] = await once(socket, 'data');
  expect(String(answer[0])).toMatch(/^HTTP\/1.1 413 /);
});

test('a flood from one place, however many networks it has, makes nobody else wait', async () => {
  const { working, seen, send } = await open();
  const statuses: number[] = [];
  const flood = Array.from({ length: 80 }, (_, index) =>
    send('flood', { from: `2001:db8:1:${index.toString(16)}::1` }).then(({ status }) =>
      statuses.push(status),
    ),
  );
  // Two have their turn, fifty wait, and the others are told so at once.
  await expect.poll(() => statuses).toEqual(Array(28).fill(503));
  const quick = send('somebody else', { from: '2001:db8:2::1' });
  // It has to be in line before anybody's turn ends.
  await new Promise((resolve) => setTimeout(resolve, 200));
  for (let index = 0; index < 53; index += 1) {
    await expect.poll(() => working.length, { interval: 5 }).toBeGreaterThan(index);
    working[index]?.();
  }
  expect(seen.bodies.indexOf('somebody else')).toBeLessThan(4);
  expect((await quick).status).toBe(200);
  await Promise.all(flood);
});

test('what no form of the entrance sends has no turn', async () => {
  const { port, seen } = await open();
  const junk = new URLSearchParams({ a: 'b' });
  expect((await fetch(`http://127.0.0.1:${port}`, { method: 'POST', body: junk })).status).toBe(415);
  expect(seen.bodies).toEqual([]);
});
