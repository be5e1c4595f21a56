import { join } from 'node:path';
import { defineConfig, devices } from 'playwright/test';
import { chromiumLaunch } from '#sandbox/browser.ts';
import { projectRoot } from '#sandbox/process/project-root.ts';

const launchOptions = await chromiumLaunch();
const desktop = { viewport: { width: 1440, height: 900 } };
const phone = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
  userAgent: devices['Pixel 7'].userAgent,
};

// Everything runs against the production build, which `open-house.ts` starts with all that stands behind it.
export default defineConfig({
  testDir: '.',
  outputDir: join(projectRoot, '.data', 'e2e'),
  globalSetup: './stage/open-house.ts',
  // The whole house shares two cores and one clock, and some tests move that clock or kill parts of the house.
  workers: 1,
  // Long enough for a machine that does something else beside: what waits ends as soon as it can.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  forbidOnly: process.env.CI !== undefined,
  reporter: [['list']],
  use: {
    launchOptions,
    locale: 'en-GB',
    timezoneId: 'Europe/Lisbon',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
  },
  projects: [
    // Looks that everything is up; when all others are done, however they ended, `after` looks that nothing is broken.
    { name: 'before', testMatch: 'before.spec.ts', teardown: 'after' },
    { name: 'after', testMatch: 'after.spec.ts' },
    { name: 'desktop', testMatch: 'journeys/*.spec.ts', use: desktop, dependencies: ['before'] },
    { name: 'phone', testMatch: 'journeys/guest-buys.spec.ts', use: phone, dependencies: ['before'] },
    { name: 'access', testMatch: 'access/*.spec.ts', dependencies: ['before'] },
    { name: 'house', testMatch: 'house/*.spec.ts', dependencies: ['before'] },
  ],
});
