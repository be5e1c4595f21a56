import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { database } from '#lib/database.ts';
import { useApplication } from '#sandbox/testing/application.ts';
import { keyAfter } from './list-cursor.ts';

useApplication();

const ID = '0195d3a0-0000-7000-8000-000000000000';
const beyond = (cursor: string | undefined) => keyAfter(cursor, sql`now()`, sql`${ID}::uuid`);

describe('where a page of a list goes on', () => {
  test.each([
    undefined,
    '',
    'yesterday',
    `9999-99-99T99:99:99.999999Z_${ID}`,
    `2027-02-30T10:00:00.000000Z_${ID}`,
    `2027-02-28T24:00:00.000000Z_${ID}`,
    `0000-01-01T00:00:00.000000Z_${ID}`,
    `2027-02-28T10:00:00.000Z_${ID}`,
    `2027-02-28T10:00:00.000000Z_${ID.slice(1)}`,
    '2027-02-28T10:00:00.000000Z_',
  ])('%s says nothing', (cursor) => {
    expect(beyond(cursor)).toBeUndefined();
  });

  test.each([
    [`9999-12-31T23:59:59.999999Z_${ID}`, true],
    [`1000-01-01T00:00:00.000000Z_${ID}`, false],
    [`2024-02-29T10:00:00.000001Z_${ID}`, false],
  ])('%s is understood by PostgreSQL', async (cursor, now) => {
    const { rows } = await database().execute(sql`select ${beyond(cursor)} as beyond`);
    expect(rows).toEqual([{ beyond: now }]);
  });
});
