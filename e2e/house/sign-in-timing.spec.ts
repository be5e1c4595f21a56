import { expect, test } from 'playwright/test';
import { hashPassword } from '#lib/auth/passwords.ts';
import { form } from '../access/action-entry.ts';
import { callAction } from '../access/call-action.ts';
import { listActions } from '../access/route-tree.ts';
import { useVerbs } from '../stage/application.ts';
import { type BehindProxy, network, startBehindProxy } from '../stage/behind-proxy.ts';
import { ask } from '../stage/database.ts';

/*
 * Whether somebody has an account is nobody's business. Each way in is tried 200 times for addresses that have one and for
 * addresses that have none, in random order, each from a network of its own. What is compared is the text of the answer, and
 * how well its time tells the two apart: the share of pairs in which the known address took longer (the Mann–Whitney
 * statistic, or the area under the ROC curve). Half is no telling. With 200 against 200, chance alone stays within a tenth
 * of it but once in some two thousand runs, however the times are distributed; a second try makes that one in millions.
 */

useVerbs();

const TRIES = 200;
const TELLING = 0.1;

/** Those that a person has, and those that nobody has; all as long as each other. */
const known = Array.from(
  { length: 40 },
  (_, index) => `known-${String(index).padStart(4, '0')}@timing.example`,
);

const ways = {
  'signing in': { path: '/sign-in', name: 'signInAction' },
  'signing up': { path: '/sign-up', name: 'signUpAction' },
  'a forgotten password': { path: '/forgot-password', name: 'forgotPasswordAction' },
  'a link to log in': { path: '/sign-in/link', name: 'requestLinkAction' },
  'one’s tickets by mail': { path: '/find-tickets', name: 'findTicketsAction' },
} as const;

type Way = (typeof ways)[keyof typeof ways];

let house: BehindProxy;
let comer = 0;

test.beforeAll(async () => {
  house = await startBehindProxy();
  const hash = await hashPassword('the right one, which nobody types');
  for (const email of known) {
    await ask(
      `insert into users (email, name, password_hash, email_verified_at) values ($1, 'Known Person', $2, app_now())
       on conflict do nothing`,
      [email, hash],
    );
  }
});
test.afterAll(async () => {
  await house.stop();
  // Some fifteen hundred letters, at two a second: the house has better things to do.
  await ask(`delete from deliveries where recipient like '%@timing.example' and status = 'pending'`);
});

const shuffled = <T>(values: readonly T[]): T[] =>
  values
    .map((value) => ({ value, at: Math.random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ value }) => value);

/** The share of pairs in which a value of the first is larger; equals count half. */
function auc(first: readonly number[], second: readonly number[]): number {
  let larger = 0;
  for (const a of first) for (const b of second) larger += a > b ? 1 : a === b ? 0.5 : 0;
  return larger / (first.length * second.length);
}

async function tryOnce({ path, name }: Way, email: string): Promise<{ ms: number; text: string }> {
  comer += 1;
  const fields = { name: 'Known Person', email, password: 'not this one', acceptTerms: 'on', locale: 'en' };
  const call = { path, args: [null, form(fields)], headers: house.from(network(40_000 + comer)) };
  const id = listActions().get(`[locale]/(entrance)${path}/actions.ts#${name}`) ?? '';
  const began = performance.now();
  const { status, text } = await callAction(house.origin, id, call, null);
  const ms = performance.now() - began;
  expect(status).toBe(200);
  // An action that sets a cookie has its page drawn anew behind its answer, each time with another nonce.
  const answer = text.split('\n').find((row) => row.includes('"kind":')) ?? text;
  return { ms, text: answer.replaceAll(email, 'SOMEBODY').replaceAll(/"b":"[^"]*"/g, '') };
}

async function compare(way: Way): Promise<{ telling: number; texts: Set<string> }> {
  const mark = crypto.randomUUID().slice(0, 8);
  const tries = shuffled([
    ...Array.from({ length: TRIES }, (_, index) => ({
      knows: true,
      email: known[index % known.length] ?? '',
    })),
    ...Array.from({ length: TRIES }, (_, index) => ({
      knows: false,
      // As long as the others: "known-0000@".
      email: `n${mark.slice(0, 5)}${String(index).padStart(4, '0')}@timing.example`,
    })),
  ]);
  const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] };
  const texts = new Set<string>();
  for (const { knows, email } of tries) {
    // Letters to one address are limited, silently: as if each were the first of its hour.
    await ask(`delete from rate_limits where key like 'letter_address%'`);
    const { ms, text } = await tryOnce(way, email);
    times[knows ? 'known' : 'unknown'].push(ms);
    texts.add(text);
  }
  return { telling: Math.abs(auc(times.known, times.unknown) - 0.5), texts };
}

for (const [name, way] of Object.entries(ways)) {
  test(`${name} does not tell who has an account`, async () => {
    test.setTimeout(120_000);
    const first = await compare(way);
    expect(first.texts.size, [...first.texts].join('\n---\n')).toBe(1);
    // A busy machine may have been busier with the one than with the other.
    const telling = first.telling < TELLING ? first.telling : (await compare(way)).telling;
    console.log(`${name}: ${first.telling.toFixed(3)}`);
    expect(telling).toBeLessThan(TELLING);
  });
}

test('and a way in that did tell would be seen', async () => {
  const slow: number[] = [];
  const quick: number[] = [];
  for (let index = 0; index < 60; index += 1) {
    slow.push((await tryOnce(ways['signing in'], known[index % known.length] ?? '')).ms);
    // Refused before any password is compared, as an address without an account would be in a careless house.
    quick.push((await tryOnce(ways['a forgotten password'], 'nobody-at-all@timing.example')).ms);
  }
  expect(Math.abs(auc(slow, quick) - 0.5)).toBeGreaterThan(TELLING);
});
