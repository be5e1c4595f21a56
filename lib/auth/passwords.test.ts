import { describe, expect, test } from 'vitest';
import { hashPassword, isPassword } from './passwords.ts';

describe('passwords', () => {
  test('are kept as argon2id with the parameters of OWASP, each with its own salt', async () => {
    const [one, two] = await Promise.all([hashPassword('correct horse'), hashPassword('correct horse')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
  });

  test('the right one is right, another is not', async () => {
    const hash = await hashPassword('correct horse');
    expect(await isPassword('correct horse', hash)).toBe(true);
    expect(await isPassword('correct horsE', hash)).toBe(false);
  });

  test('an accent is the same accent, however a keyboard writes it', async () => {
    const hash = await hashPassword('Caf\u00e9 Foyer');
    expect(await isPassword('Cafe\u0301 Foyer', hash)).toBe(true);
  });

  test('for an unknown address the time taken does not tell', async () => {
    const hash = await hashPassword('correct horse');
    // In turn, and the quickest of each: whatever else the machine does can only slow a try down.
    const quickest = { known: Number.POSITIVE_INFINITY, unknown: Number.POSITIVE_INFINITY };
    for (let i = 0; i < 15; i += 1) {
      for (const [kind, stored] of [['known', hash] as const, ['unknown', null] as const]) {
        const start = performance.now();
        expect(await isPassword('wrong', stored)).toBe(false);
        quickest[kind] = Math.min(quickest[kind], performance.now() - start);
      }
    }
    const { known, unknown } = quickest;
    // Without the comparison it would be a thousandth.
    expect(unknown).toBeGreaterThan(known / 3);
  });

  test('a flood is told that it is too much, and those in line still get their answer', async () => {
    const hash = await hashPassword('correct horse');
    const results = await Promise.allSettled(
      Array.from({ length: 3000 }, () => isPassword('correct horse', hash)),
    );
    const right = results.filter((result) => result.status === 'fulfilled' && result.value);
    const refused = results.filter((result) => result.status === 'rejected');
    expect(right.length).toBeGreaterThanOrEqual(51);
    expect(refused.length).toBeGreaterThan(0);
    expect(right.length + refused.length).toBe(3000);
    for (const result of refused) {
      expect(result.status === 'rejected' && result.reason).toMatchObject({ code: 'busy' });
    }
    // The line is empty again and takes new ones.
    expect(await isPassword('correct horse', hash)).toBe(true);
  });
});
