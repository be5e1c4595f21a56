import { expect, test } from 'playwright/test';
import { violations } from './stage/database.ts';
import { at } from './stage/house.ts';

test('the house is open and nothing is broken yet', async () => {
  const response = await fetch(at('/api/health'));
  expect(response.status).toBe(200);
  expect(await violations()).toEqual([]);
});
