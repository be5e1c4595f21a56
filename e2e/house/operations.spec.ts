import { Agent, request } from 'node:http';
import { expect, test } from 'playwright/test';
import { findFreePort } from '#sandbox/process/free-port.ts';
import { holdThroughWeb } from '../stage/form-buyer.ts';
import { at, house, setting, until } from '../stage/house.ts';
import { built, startProgram } from '../stage/program.ts';

test('health says that the house is well', async () => {
  const response = await fetch(at('/api/health'));
  expect(response.status).toBe(200);
  expect(response.headers.get('cache-control')).toContain('no-store');
});

test('metrics are for those who have the token', async () => {
  const ask = (authorization?: string) =>
    fetch(at('/api/metrics'), authorization ? { headers: { authorization } } : {});
  expect((await ask()).status).toBe(401);
  expect((await ask('Bearer wrong')).status).toBe(401);
  const response = await ask(`Bearer ${setting('METRICS_TOKEN')}`);
  expect(response.status).toBe(200);
  const text = await response.text();
  expect(text).toMatch(/^# TYPE foyer_hold\w+ /m);
  expect(text).toMatch(/^foyer_hold\w* \d/m);
});

test('every answer has a request id of ours, whatever a stranger sends', async () => {
  const ids = await Promise.all(
    ['/', '/events', '/api/health', '/api/me', '/events/nothing-here'].map(async (path) => {
      const response = await fetch(at(path), { headers: { 'x-request-id': 'made-up-by-a-stranger' } });
      return response.headers.get('x-request-id');
    }),
  );
  for (const id of ids) expect(id).toMatch(/^[\w-]{8,64}$/);
  expect(ids).not.toContain('made-up-by-a-stranger');
  expect(new Set(ids).size).toBe(ids.length);
});

/** The sources that a policy allows for one kind of thing. */
const sources = (policy: string, directive: string) =>
  policy
    .split('; ')
    .find((one) => one.startsWith(`${directive} `))
    ?.split(' ')
    .slice(1) ?? [];

for (const path of ['/', '/events', '/events/paid-concert', '/de/events', '/sign-in', '/nothing-here']) {
  test(`${path} carries the security headers`, async () => {
    const { headers } = await fetch(at(path));
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBeTruthy();
    expect(headers.get('x-powered-by')).toBeNull();
    const policy = headers.get('content-security-policy') ?? '';
    expect(sources(policy, 'script-src')).toEqual(["'self'", expect.stringMatching(/^'nonce-.{20,}'$/)]);
    expect(sources(policy, 'frame-ancestors')).toEqual(["'none'"]);
    expect(sources(policy, 'object-src')).toEqual(["'none'"]);
    expect(sources(policy, 'base-uri')).toEqual(["'none'"]);
    // Nobody but the checkout has anything to do with payments.
    expect(policy).not.toContain(setting('STRIPE_API_BASE'));
  });
}

test('a checkout may speak with the payment service, and runs no inline script either', async () => {
  const held = await holdThroughWeb('online-talk', 1);
  const { headers } = await fetch(at(`/checkout/${held.reference}`), {
    headers: { cookie: `foyer_booking_${held.reference}=${held.key}` },
  });
  const policy = headers.get('content-security-policy') ?? '';
  for (const directive of ['script-src', 'frame-src', 'connect-src']) {
    expect(sources(policy, directive), directive).toContain(setting('STRIPE_API_BASE'));
  }
  expect(sources(policy, 'script-src').join(' ')).not.toMatch(/unsafe-inline|unsafe-eval/);
  expect(headers.get('cache-control')).toMatch(/no-store/);
});

for (const processes of [1, 2]) {
  test(`${processes} web process(es) leave within 30 s with a connection open, and finish what is under way`, async () => {
    const port = await findFreePort();
    const { child, output, ended } = startProgram([built('server')], {
      ...house().environment,
      PORT: String(port),
      WEB_CONCURRENCY: String(processes),
    });
    const agent = new Agent({ keepAlive: true });
    const get = (path: string) =>
      new Promise<number>((resolve, reject) => {
        request({ host: '127.0.0.1', port, path, agent }, (response) => {
          response.resume().once('end', () => resolve(response.statusCode ?? 0));
        })
          .once('error', reject)
          .end();
      });
    await until('the server answers', () => get('/api/health').catch(() => 0), {
      wanted: (status) => status === 200,
    });
    const underWay = Array.from({ length: 8 }, () => get('/events'));
    await get('/api/health');
    const asked = Date.now();
    child.kill('SIGTERM');
    expect(await Promise.all(underWay)).toEqual(Array.from({ length: 8 }, () => 200));
    expect(await ended, output()).toBe(0);
    expect(Date.now() - asked).toBeLessThan(30_000);
    agent.destroy();
  });
}

for (const [path, words] of [
  ['/nothing-here', 'Wrong door'],
  ['/missing.txt', 'Wrong door'],
  ['/events/no-such-event', 'Wrong door'],
  ['/de/events/keine-solche', 'Falsche Tür'],
  ['/bookings/AAAAAAAAAA', 'Log in'],
] as const) {
  test(`${path} says that it is not there, in a page that needs no script`, async () => {
    const response = await fetch(at(path));
    expect(response.status).toBe(404);
    const page = await response.text();
    const body = page.slice(page.indexOf('<main')).split('</main>', 1)[0];
    expect(body).toContain(words);
    expect(page.match(/<html/g)).toHaveLength(1);
    // Its own policy lets its own scripts run.
    const policy = response.headers.get('content-security-policy') ?? '';
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
    expect(nonce).toBeTruthy();
    expect(page).toContain(`nonce="${nonce}"`);
  });
}

test('what can be packed is packed once, and can be read', async () => {
  const page = await (await fetch(at('/events/paid-concert'))).text();
  const poster = /\/posters\/[^"]+\.svg\?v=\w+/.exec(page)?.[0] ?? '';
  for (const path of ['/events/paid-concert', poster, '/api/me']) {
    // Node's fetch unpacks what the answer says it has packed.
    const packed = await fetch(at(path), { headers: { 'accept-encoding': 'br' } });
    const plain = await fetch(at(path), { headers: { 'accept-encoding': 'identity' } });
    expect(plain.headers.get('content-encoding')).toBeNull();
    const [one, other] = [await packed.text(), await plain.text()];
    expect(one.slice(0, 15)).toBe(other.slice(0, 15));
    if (path !== '/api/me') expect(packed.headers.get('content-encoding')).toBe('br');
  }
  expect(await (await fetch(at(poster))).text()).toMatch(/^<svg /);
});
