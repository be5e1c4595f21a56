import { expect, test } from 'vitest';
import { ScanMemory } from './scan-memory.ts';

test('a code that stays in the picture is one scan', () => {
  const memory = new ScanMemory();
  expect(memory.isNew('a', 0)).toBe(true);
  for (let now = 100; now < 9_000; now += 100) expect(memory.isNew('a', now), `${now}`).toBe(false);
});

test('one that comes back later is another', () => {
  const memory = new ScanMemory();
  memory.isNew('a', 0);
  expect(memory.isNew('a', 2_499)).toBe(false);
  expect(memory.isNew('a', 2_499 + 2_500)).toBe(true);
});

test('another code is new at once, and so is the first after it', () => {
  const memory = new ScanMemory();
  memory.isNew('a', 0);
  expect(memory.isNew('b', 10)).toBe(true);
  expect(memory.isNew('a', 20)).toBe(true);
});

test('what is forgotten on purpose is new', () => {
  const memory = new ScanMemory();
  memory.isNew('a', 0);
  memory.forget();
  expect(memory.isNew('a', 10)).toBe(true);
});

test('while nobody looks, a code that is still there stays, and another is left to be new', () => {
  const memory = new ScanMemory();
  memory.isNew('a', 0);
  memory.stays('a', 2_000);
  expect(memory.isNew('a', 4_000)).toBe(false);
  memory.stays('b', 4_100);
  expect(memory.isNew('b', 4_200)).toBe(true);
});
