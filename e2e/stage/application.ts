import { test } from 'playwright/test';
import { house } from './house.ts';

/**
 * Lets a test file call verbs of `lib` in its own process, on the database and the stand-ins of the house: for steps
 * that need no page of their own. Call it at the top of the file. The pool of connections stays open for the files that
 * come after, and ends with the process.
 */
export function useVerbs(): void {
  test.beforeAll(() => {
    Object.assign(process.env, house().environment, { LOG_LEVEL: 'silent', DATABASE_POOL_SIZE: '5' });
  });
}
