import { type BrowserContext, test as base, expect, type Page } from 'playwright/test';
import { house } from './house.ts';

/**
 * Complaints of a browser that are no defects. Each needs a reason; everything else fails the test.
 *
 * A browser logs every answer of 400 and above as an error in its console. Where a journey provokes such an answer,
 * it says so with `expectFailures`, and looks at the answer itself.
 */
const FAILED_ANSWER = /^Failed to load resource: the server responded with a status of (\d+)/;

const LOST_ANSWER = 'Failed to load resource: net::ERR_FAILED';

type Watch = {
  /** From here on answers with this status, or lost on the way, are part of the journey. */
  expectFailures: (...statuses: (number | 'lost')[]) => void;
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
      const expected = new Set<number | 'lost'>();
      const watch = (watched: BrowserContext) => {
        watched.on('console', (message) => {
          if (message.type() !== 'error') return;
          const status = Number(FAILED_ANSWER.exec(message.text())?.[1]);
          if (expected.has(message.text() === LOST_ANSWER ? 'lost' : status)) return;
          complaints.push(`${message.page()?.url()} console: ${message.text()} (${message.location().url})`);
        });
        watched.on('weberror', (error) => {
          complaints.push(`${error.page()?.url()} exception: ${error.error().stack}`);
        });
      };
      watch(context);
      await use({
        expectFailures: (...statuses) => {
          for (const status of statuses) expected.add(status);
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
