import AxeBuilder from '@axe-core/playwright';
import { doorPages } from '#sandbox/screenshots/door-pages.ts';
import { openPage, signIn } from '#sandbox/screenshots/look.ts';
import { publicPages } from '#sandbox/screenshots/public-pages.ts';
import { staffPages } from '#sandbox/screenshots/staff-pages.ts';
import { viewers } from '#sandbox/screenshots/viewers.ts';
import { demoPassword } from '#sandbox/seed/people.ts';
import { useVerbs } from '../stage/application.ts';
import { house } from '../stage/house.ts';
import { expect, type Page, test } from '../stage/journey.ts';
import { makeScenes } from '../stage/scenes.ts';

// Every page in every state, the same lists that `npm run screenshots` goes through.

useVerbs();
// Recording every step of axe costs more than axe.
test.use({ trace: 'off' });

let stage: Awaited<ReturnType<typeof makeScenes>>;
test.beforeAll(async () => {
  stage = await makeScenes();
});

/** What axe finds, as lines that say where. In another scheme only colours can differ. */
async function problemsOf(page: Page, rules?: string): Promise<string[]> {
  // The card form is Stripe's, or the stand-in's.
  const axe = new AxeBuilder({ page }).exclude('iframe');
  if (rules !== undefined) axe.withRules(rules);
  // A mail is a part of somebody else's page, which has the landmarks.
  else if (page.url() === 'about:blank')
    axe.disableRules(['landmark-one-main', 'page-has-heading-one', 'region']);
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${String(target)}`));
}

/** What sticks out at the side of a screen so many pixels wide. */
async function sticksOut(page: Page, width: number): Promise<string[]> {
  await page.setViewportSize({ width, height: 800 });
  return page.evaluate((screen) => {
    // The body clips what is too wide; then it cannot be scrolled to, which is no better.
    const tooWide = [document.documentElement.scrollWidth, document.body.scrollWidth].some(
      (wide) => wide > screen,
    );
    if (!tooWide) return [];
    return Array.from(document.querySelectorAll('body *'), (element) => ({
      element,
      right: element.getBoundingClientRect().right,
    }))
      .filter(({ right }) => right > screen + 0.5)
      .map(({ element, right }) => `${element.tagName} .${element.className} ends at ${Math.round(right)}`)
      .slice(0, 5);
  }, width);
}

for (const look of [...publicPages, ...staffPages, ...doorPages].filter(
  ({ withoutDatabase = false, like }) => !withoutDatabase && like === undefined,
)) {
  test(`${look.name} has no barriers, light and dark, at 360 pixels and at 200 %`, async ({
    page,
    context,
    watching,
  }) => {
    if (look.status !== undefined) watching.expectFailures(look.status);
    await context.addCookies(stage.cookies);
    if (look.seenBy) {
      await signIn(context, house().appUrl, { email: viewers[look.seenBy], password: demoPassword });
    }
    const path = look.at(stage.scenes);
    if (path === undefined) throw new Error(`Nothing shows ${look.name}: e2e/stage/scenes.ts lacks it.`);
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await openPage(page, look, path, house().appUrl);
    expect.soft(await problemsOf(page), 'light').toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    expect.soft(await problemsOf(page, 'color-contrast'), 'dark').toEqual([]);
    // A window of 1280 pixels, zoomed to twice its size, has room for 640.
    expect.soft(await sticksOut(page, 640), 'at 200 %').toEqual([]);
    expect.soft(await sticksOut(page, 360), 'at 360 pixels').toEqual([]);
  });
}
