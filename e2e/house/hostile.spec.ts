import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, test } from 'playwright/test';
import { startBehindProxy } from '../stage/behind-proxy.ts';
import { openPicker, sendPicker } from '../stage/form-buyer.ts';
import { at, house } from '../stage/house.ts';

// What nobody sends who means well: each gets a plain answer, and none is taken for a defect of ours.

/** The first line and headers of the answer to a request line that no client library would send. */
async function answerTo(requestLine: string): Promise<string> {
  const { port } = new URL(house().appUrl);
  const socket = connect(Number(port), '127.0.0.1');
  socket.write(`${requestLine}\r\nHost: localhost:${port}\r\nConnection: close\r\n\r\n`);
  return (await text(socket)).split('\r\n\r\n', 1)[0] ?? '';
}

test('an address of elsewhere is not followed', async () => {
  const answer = await answerTo('GET http://evil.example/dashboard HTTP/1.1');
  expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  expect(answer).not.toMatch(/^location:/im);
});

for (const path of ['/%ff', '/bookings/%00/open?key=x', '/bookings/%00/calendar']) {
  test(`${path} cannot be read`, async () => {
    expect((await fetch(at(path))).status).toBe(400);
  });
}

for (const path of ['/events/%25', '/de/%25', '/venues/100%25-live', '/posters/%25']) {
  test(`${path} is answered by the page that says that nothing is there`, async () => {
    const response = await fetch(at(path));
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('</html>');
  });
}

test('what no browser sends is refused in words, and is no defect of ours', async () => {
  const post = (init: RequestInit) => fetch(at('/'), { method: 'POST', ...init });
  const own = { origin: house().appUrl };
  expect((await fetch(at(`/${'a'.repeat(2000)}`))).status).toBe(414);
  expect((await fetch(at('/'), { method: 'DELETE', headers: own })).status).toBe(405);
  expect(await answerTo('TRACE / HTTP/1.1')).toMatch(/^HTTP\/1\.1 40[35] /);
  expect((await post({ headers: { ...own, 'content-type': 'multipart/form-data' }, body: 'x' })).status).toBe(
    400,
  );
  expect((await post({ headers: own, body: 'x'.repeat(1_100_000) })).status).toBe(413);
  const broken = await post({
    headers: { ...own, 'content-type': 'multipart/form-data; boundary=a' },
    body: '--b\r\nno part of a form',
  });
  expect(broken.status).toBeGreaterThanOrEqual(400);
  expect(await broken.text()).not.toContain('Error:');
});

test('an offer to speak another protocol is declined with the page itself', async () => {
  const { port } = new URL(house().appUrl);
  const socket = connect(Number(port), '127.0.0.1');
  socket.write(
    `GET /events HTTP/1.1\r\nHost: localhost:${port}\r\nConnection: Upgrade, close\r\nUpgrade: h2c\r\n\r\n`,
  );
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 200 /);
});

test('no header tells which page answers inside, or makes links of the host that was asked for', async () => {
  const { headers } = await fetch(at('/events'), { headers: { host: 'evil.example' } });
  expect([headers.get('link')?.includes('hreflang') ?? false, headers.get('x-middleware-rewrite')]).toEqual([
    false,
    null,
  ]);
});

for (const query of [
  'from=0000-01-01',
  'to=0000-12-31',
  'after=0000-01-01T00:00:00.000Z_0195d3a0-0000-7000-8000-000000000000',
]) {
  test(`the event list reads past ${query}`, async () => {
    expect((await fetch(at(`/events?${query}`))).status).toBe(200);
  });
}

for (const path of ['/api/health', '/icon.svg']) {
  test(`${path}, which is no page, may run nothing`, async () => {
    const policy = (await fetch(at(path))).headers.get('content-security-policy') ?? '';
    expect(policy.split('; ')).toContain("default-src 'none'");
    expect(policy).not.toContain('script-src');
  });
}

test('a webhook is not read when its signature is none, nor beyond a size', async () => {
  const send = async (signature: string, bytes: number) => {
    const init = { method: 'POST', body: 'x'.repeat(bytes), headers: { 'stripe-signature': signature } };
    const response = await fetch(at('/api/webhooks/stripe'), init);
    return [response.status, await response.text()];
  };
  const wellFormed = `t=1,v1=${'a'.repeat(64)}`;
  expect(await send('nonsense', 10)).toEqual([400, 'no signature']);
  expect(await send(wellFormed, 10)).toEqual([400, 'refused']);
  expect(await send(wellFormed, 1_000_001)).toEqual([413, 'too large']);
});

test('one network cannot put a house into carts', async () => {
  const { origin, from, stop } = await startBehindProxy();
  const form = await openPicker('online-talk');
  const hold = (address: string) => sendPicker(form, 1, 0, { origin, headers: from(address) });
  const attempts = await Promise.all(Array.from({ length: 33 }, () => hold('203.0.113.1')));
  expect(attempts.filter(({ kind }) => kind === 'held')).toHaveLength(30);
  const refused = attempts.flatMap((attempt) => (attempt.kind === 'refused' ? [attempt.words] : []));
  for (const words of refused) expect(words).toContain('too many tries');
  expect((await hold('203.0.113.2')).kind).toBe('held');
  await stop();
});
