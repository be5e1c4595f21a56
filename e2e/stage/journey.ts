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
 * The test of a journey: it fails on any error in a page's console, on any violation of the Content-Security-Policy
 * and on any exception that a page does not catch, whatever else went well.
 */
export const test = base.extend<{ watching: Watch }>({
  baseURL: async ({}, use) => use(house().appUrl),
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
