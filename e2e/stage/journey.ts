import { type BrowserContext, test as base, expect, type Page } from 'playwright/test';
import { house } from './house.ts';

/**
 * Complaints of a browser that are no defects. Each needs a reason; everything else fails the test.
 *
 * A browser logs every answer of 400 and above as an error in its console. Where a journey provokes such an answer,
 * it says so with `expectFailures`, and looks at the answer itself.
 */
const FAILED_ANSWER = /^Failed to load resource: the server responded with a status of (\d+)/;

/** What a browser says when nothing answers: a connection that broke, or none at all. */
const UNANSWERED = {
  lost: 'Failed to load resource: net::ERR_FAILED',
  offline: 'Failed to load resource: net::ERR_INTERNET_DISCONNECTED',
} as const;

type Failure = number | keyof typeof UNANSWERED;

function failureOf(complaint: string): Failure | undefined {
  if (complaint === UNANSWERED.lost) return 'lost';
  if (complaint === UNANSWERED.offline) return 'offline';
  const status = FAILED_ANSWER.exec(complaint)?.[1];
  return status === undefined ? undefined : Number(status);
}

type Watch = {
  /** From here on answers with this status, or lost on the way, or without a network, are part of the journey. */
  expectFailures: (...failures: Failure[]) => void;
  /** Takes the complaints so far, for a test that is about them. */
  takeComplaints: () => string[];
  /** Watches the pages of another context too, such as a second buyer's. */
  watch: (context: BrowserContext) => void;
};

/**
 * Waits until the scripts of a page of ours run. Pages that show something fetch theirs once they are loaded, and work
 * without until then; a robot is quicker than that, and would test now the one way and now the other.
 */
export async function untilAwake(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.querySelector('script[data-later], script[src^="/_next/"]:not([nomodule])') === null ||
      Object.keys(document.body).some((key) => key.startsWith('__reactFiber$')),
  );
}

/**
 * The test of a journey: it fails on any error in a page's console, on any violation of the Content-Security-Policy
 * and on any exception that a page does not catch, whatever else went well.
 */
export const test = base.extend<{ watching: Watch }>({
  baseURL: async ({}, use) => use(house().appUrl),
  page: async ({ page }, use) => {
    const goto = page.goto.bind(page);
    page.goto = async (...to) => {
      const response = await goto(...to);
      await untilAwake(page);
      return response;
    };
    await use(page);
  },
  watching: [
    async ({ context }, use) => {
      const complaints: string[] = [];
      const expected = new Set<Failure>();
      const watch = (watched: BrowserContext) => {
        watched.on('console', (message) => {
          if (message.type() !== 'error') return;
          const failure = failureOf(message.text());
          if (failure !== undefined && expected.has(failure)) return;
          complaints.push(`${message.page()?.url()} console: ${message.text()} (${message.location().url})`);
        });
        watched.on('weberror', (error) => {
          complaints.push(`${error.page()?.url()} exception: ${error.error().stack}`);
        });
      };
      watch(context);
      await use({
        expectFailures: (...failures) => {
          for (const failure of failures) expected.add(failure);
        },
        takeComplaints: () => complaints.splice(0),
        watch,
      });
      expect(complaints, 'what the browser complained about').toEqual([]);
    },
    { auto: true },
  ],
});

export type { Page };
export { expect };
