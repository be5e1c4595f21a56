import { expect } from 'playwright/test';
import { actions } from './actions.ts';
import { openAs } from './ask-route.ts';
import { callAction } from './call-action.ts';
import { cookieFor, type Reader, readers } from './readers.ts';
import { expected, routes } from './routes.ts';
import { differences, fingerprint, lastEntry, onlyTheHouseDid } from './traces.ts';
import type { World } from './world.ts';

const cookieOf = (world: World, reader: Reader) => (reader === 'guest' ? null : world.people[reader].cookie);

/** The address of a page as the proxy makes it. */
const inLanguage = (path: string, language: string | undefined) =>
  language ? `/${language}${path}`.replace(/\/$/, '') : path;

/** Opens one route as everybody, and compares with the table. What may end a session gets one of its own to end. */
export async function checkRoutes(
  origin: string,
  world: World,
  path: string,
  language?: 'en',
): Promise<void> {
  const entry = routes[path];
  if (!entry) throw new Error(`${path} is not in the table.`);
  const address = path.startsWith('/[locale]') ? inLanguage(entry.at(world), language) : entry.at(world);
  const found = await Promise.all(
    readers.map(async (reader) => {
      const ends = entry.method === 'POST' && reader !== 'guest';
      const cookie = ends ? await cookieFor(world.people[reader].userId) : cookieOf(world, reader);
      return [reader, await openAs(origin, address, cookie, entry.method)];
    }),
  );
  expect(Object.fromEntries(found)).toEqual(expected(entry));
}

/** How often a call is made again during which the house did something of its own. */
const TRIES = 10;

/**
 * Calls one action as everybody, and looks which calls changed anything in the database. Then as the one whom it
 * belongs to, where that is a key in a browser; and for somebody who may from a page of another site, which changes
 * nothing.
 */
export async function checkActions(
  origin: string,
  world: World,
  name: string,
  ids: ReadonlyMap<string, string>,
  language?: 'en',
): Promise<void> {
  const entry = actions[name];
  const id = ids.get(name);
  if (!entry || id === undefined) throw new Error(`${name} is not in the table, or not in the build.`);

  const call = async (reader: Reader, withKey: boolean, headers: Record<string, string> = {}) => {
    const { key, ...prepared } = await entry.prepare(world, reader);
    const path = name.startsWith('[locale]') ? inLanguage(prepared.path, language) : prepared.path;
    if (withKey && key === undefined) return null;
    const cookies = [cookieOf(world, reader), withKey ? key : null].filter(Boolean).join('; ');
    const since = await lastEntry();
    const before = await fingerprint();
    const { status, text } = await callAction(origin, id, { ...prepared, path, headers }, cookies || null);
    const changed = differences(before, await fingerprint());
    return { status, text, changed, house: changed.length > 0 && (await onlyTheHouseDid(since)) };
  };

  for (const reader of readers) {
    const through = entry.changes.includes(reader);
    let answer = await call(reader, false);
    // What changed was the worker's doing, as when a hold of a call before runs out: once more.
    for (let tries = 0; !through && answer?.house && tries < TRIES; tries += 1) {
      answer = await call(reader, false);
    }
    expect(answer?.status, `${reader}: no defect`).toBeLessThan(500);
    expect(
      answer?.changed.length !== 0,
      `${reader} changed ${answer?.changed.join()}, was told ${answer?.text}`,
    ).toBe(through);
  }
  const owner = await call('guest', true);
  if (owner) expect(owner.changed, `with its key was told ${owner.text}`).not.toEqual([]);

  const [allowed] = owner ? (['guest'] as const) : entry.changes;
  if (allowed === undefined) return;
  for (const foreign of ['https://evil.example', 'null', 'http://localhost.evil.example']) {
    let answer = await call(allowed, Boolean(owner), { origin: foreign });
    for (let tries = 0; answer?.house && tries < TRIES; tries += 1) {
      answer = await call(allowed, Boolean(owner), { origin: foreign });
    }
    expect(answer, `from ${foreign}`).toMatchObject({ status: 403, changed: [] });
  }
}
