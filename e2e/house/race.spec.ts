import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { useVerbs } from '../stage/application.ts';
import { ask, stockOf, violations } from '../stage/database.ts';
import { addressOf, type Held, openPicker, payFor, sendPicker } from '../stage/form-buyer.ts';
import { house, until } from '../stage/house.ts';
import { mailsTo } from '../stage/mailbox.ts';

const BUYERS = 200;
const PLACES = 50;

useVerbs();

test('200 buyers at once for 50 places, through the web: 50 get one, the rest are told so', async () => {
  test.setTimeout(120_000);
  const form = await openPicker('fifty-places');
  const attempts = await Promise.all(Array.from({ length: BUYERS }, () => sendPicker(form, 1)));

  const held = attempts.filter((attempt): attempt is Held => attempt.kind === 'held');
  expect(held).toHaveLength(PLACES);
  expect(new Set(held.map(({ reference }) => reference)).size).toBe(PLACES);
  for (const attempt of attempts) {
    expect(attempt.status).toBe(attempt.kind === 'held' ? 303 : 200);
    if (attempt.kind === 'refused') expect(attempt.words).toMatch(/in carts|sold out|left of Seat/);
  }
  expect(await stockOf('fifty-places')).toEqual({ capacity: PLACES, held: PLACES, sold: 0 });
  expect(processesThatServed('POST', '/events/fifty-places').size, 'web processes that took part').toBe(2);

  await test.step('all 50 pay at once', async () => {
    await Promise.all(held.map(payFor));
    const confirmed = () =>
      ask<{ status: string; bookings: number; tickets: number }>(
        `select b.status, count(distinct b.id)::int as bookings, count(t.id)::int as tickets
         from bookings b join events e on e.id = b.event_id left join tickets t on t.booking_id = b.id
         where e.slug = 'fifty-places' group by b.status`,
      );
    await until('all are confirmed', confirmed, {
      timeoutMs: 40_000,
      wanted: ([first, ...more]) => more.length === 0 && first?.status === 'confirmed',
    });
    expect(await confirmed()).toEqual([{ status: 'confirmed', bookings: PLACES, tickets: PLACES }]);
    expect(await stockOf('fifty-places')).toEqual({ capacity: PLACES, held: 0, sold: PLACES });
  });

  await test.step('each gets one mail', async () => {
    for (const buyer of held) {
      const mails = () => mailsTo(addressOf(buyer));
      await until(`${buyer.reference} has mail`, mails, {
        timeoutMs: 40_000,
        wanted: (found) => found.length > 0,
      });
      expect(await mails()).toHaveLength(1);
    }
  });
  expect(await violations()).toEqual([]);
});

/** The web processes that answered such a request, by their log. */
function processesThatServed(method: string, path: string): Set<unknown> {
  const lines = readFileSync(join(house().dataDir, 'logs', 'web.log'), 'utf8').split('\n');
  return new Set(
    lines
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as { pid: number; method?: string; path?: string })
      .filter((entry) => entry.method === method && entry.path === path)
      .map(({ pid }) => pid),
  );
}
