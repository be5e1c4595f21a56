import { afterAll, afterEach, beforeAll, beforeEach, inject } from 'vitest';
import type { MailAccess, StripeAccess } from '../process/stand-ins.ts';
import { createTestDatabase, type TestCluster, type TestDatabase } from './test-database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgres: TestCluster;
    /** Origins of the stand-ins that run beside the tests, and the keys they take. */
    standIns: StandIns;
  }
}

export type StandIns = { stripe: StripeAccess; mail: MailAccess };

/** The three addresses as `lib/env.ts` names them: application, worker, owner. */
export type TestAddresses = { appUrl: string; directUrl: string; ownerUrl: string; readonlyUrl: string };

/**
 * Gives a test file a migrated database of its own, or each of its tests one. Call it at the top of the file or
 * of a `describe`; the addresses can be read once a test runs, and the database is dropped afterwards.
 * Close your pools in your own `afterAll`; one that stays open is cut off.
 */
export function useDatabase({ each = 'file' }: { each?: 'file' | 'test' } = {}): TestAddresses {
  let database: TestDatabase | undefined;
  const open = async () => {
    database = await createTestDatabase(inject('postgres'));
  };
  const close = async () => {
    await database?.drop();
    database = undefined;
  };
  if (each === 'file') {
    beforeAll(open);
    afterAll(close);
  } else {
    beforeEach(open);
    afterEach(close);
  }
  const current = (): TestDatabase => {
    if (database === undefined) throw new Error('The test database is there only while tests run.');
    return database;
  };
  return {
    get appUrl() {
      return current().appUrl;
    },
    get directUrl() {
      return current().appUrl;
    },
    get ownerUrl() {
      return current().ownerUrl;
    },
    get readonlyUrl() {
      return current().readonlyUrl;
    },
  };
}

/** The stand-ins of Stripe and Resend that run for this test run. They are shared: use references of your own. */
export function useStandIns(): StandIns {
  return inject('standIns');
}
