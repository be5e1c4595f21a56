import { expect, test } from 'vitest';
import { inTurn } from './in-turn.ts';

/** A line of its own, one at a time, whose first work lasts until `begin`; answers the order of the works. */
function line(limits: { mostWaiting: number; mostOfOne?: number }) {
  const done: string[] = [];
  const name = crypto.randomUUID();
  const enter = (work: string, whose?: string) =>
    inTurn({ name, atOnce: 1, ...limits }, async () => void done.push(work), whose).then(
      (taken) => taken !== null,
    );
  let begin: () => void = () => undefined;
  const lasts = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const first = inTurn({ name, atOnce: 1, ...limits }, () => lasts);
  const finish = async () => {
    begin();
    await first;
  };
  return { enter, done, finish };
}

test('those who wait take turns, whoever came with how many', async () => {
  const { enter, done, finish } = line({ mostWaiting: 10 });
  const all = [
    enter('a1', 'a'),
    enter('a2', 'a'),
    enter('a3', 'a'),
    enter('b1', 'b'),
    enter('b2', 'b'),
    enter('c1', 'c'),
  ];
  await finish();
  expect(await Promise.all(all)).toEqual(Array(6).fill(true));
  expect(done).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3']);
});

test('one who has as many waiting as they may is told so, and others are not', async () => {
  const { enter, finish } = line({ mostWaiting: 10, mostOfOne: 2 });
  const all = ['a', 'a', 'a', 'b'].map((whose) => enter('work', whose));
  await finish();
  expect(await Promise.all(all)).toEqual([true, true, false, true]);
});

test('in a line that is full, the last of whoever has most gives way', async () => {
  const { enter, done, finish } = line({ mostWaiting: 3 });
  const all = [enter('a1', 'a'), enter('a2', 'a'), enter('a3', 'a'), enter('a4', 'a'), enter('b1', 'b')];
  const late = enter('b2', 'b');
  await finish();
  expect(await Promise.all([...all, late])).toEqual([true, true, false, false, true, false]);
  expect(done).toEqual(['a1', 'b1', 'a2']);
});

test('a line is free again after work that failed', async () => {
  const name = crypto.randomUUID();
  const fails = inTurn({ name, atOnce: 1, mostWaiting: 1 }, () => Promise.reject(new Error('no')));
  const next = inTurn({ name, atOnce: 1, mostWaiting: 1 }, async () => 'done');
  await expect(fails).rejects.toThrow('no');
  expect(await next).toEqual({ value: 'done' });
  expect(await inTurn({ name, atOnce: 1, mostWaiting: 0 }, async () => 'free')).toEqual({ value: 'free' });
});
