import type { Page } from 'playwright';
import type { PublicPage, Scenes } from './public-pages.ts';

const LONG_NAME = 'Maximiliana Featherstonehaugh-Wolfeschlegelsteinhausen von und zu Oberammergau, Esq.';

const who = { name: 'Marta Ferreira', ticketType: 'Standing', reference: '7K2M93QD4X', number: 1, count: 2 };
const checkInId = '0195d3a0-0000-7000-8000-000000000000';

/** What the house could answer to a scan. Told to the page instead of asked for, so that every result can be looked at. */
const answers = {
  admitted: { kind: 'admitted', who, checkInId },
  'admitted-long': { kind: 'admitted', who: { ...who, name: LONG_NAME }, checkInId },
  used: {
    kind: 'already_used',
    who: { ...who, name: 'Bram de Wit' },
    checkInId,
    at: '19:24',
    door: 'Side door, Ana’s phone',
    by: 'Ana Prata',
    minutes: 17,
  },
  'wrong-event': {
    kind: 'wrong_event',
    who: { ...who, name: 'نور الهدى العلوي' },
    event: 'Die erstaunliche Geschichte der Leipziger Straßenbahnhaltestellenansagen und ihrer Stimmen',
    when: 'Sat 13 Mar, 22:00',
    place: 'Largo Hall',
  },
  'wrong-date': { kind: 'wrong_date', who, when: 'Sat 13 Mar, 22:00' },
  refunded: { kind: 'refunded', who: { ...who, name: 'Luís Prata' }, when: 'Tue 9 Mar, 10:24' },
  blocked: { kind: 'blocked', who },
  unpaid: { kind: 'unpaid', who },
  cancelled: { kind: 'cancelled', who },
  'event-cancelled': { kind: 'event_cancelled', who },
  replaced: { kind: 'replaced' },
  unknown: { kind: 'unknown' },
  undone: { kind: 'undone', who },
} as const;

const door =
  (end = '') =>
  ({ staff }: Scenes) =>
    staff && `/door/${staff.door}${end}`;

/** Says which door this is, the first time a browser is asked. */
async function standAtDoor(page: Page): Promise<void> {
  const name = page.locator('#door');
  if (await name.isVisible()) {
    const { href } = new URL(page.url());
    await name.fill('Main door');
    await page.locator('main form button[type=submit]').last().click();
    await page.locator('#ticket').waitFor();
    if (page.url() !== href) await page.goto(href);
  }
}

async function scan(page: Page): Promise<void> {
  await standAtDoor(page);
  await page.locator('#ticket').fill('7K2M9-3QDX4');
  await page.keyboard.press('Enter');
  await page.locator('.door-result').waitFor();
}

/** One result of each ground, and the one with the most to say. */
const ofTheirOwn: readonly string[] = ['admitted-long', 'used', 'wrong-event', 'unknown'];

const results = Object.entries(answers).map(
  ([name, answer]): PublicPage => ({
    name: `door-${name}`,
    at: door(),
    seenBy: 'door',
    ...(ofTheirOwn.includes(name) ? {} : { like: 'door-used' }),
    act: async (page) => {
      await page.route('**/check-in', (route) =>
        route.fulfill({ json: { answer, progress: { admitted: 312, expected: 468 }, ticket: 'x' } }),
      );
      await standAtDoor(page);
      // "Come in" leaves by itself, which is too soon for whoever takes its picture.
      await page.evaluate(() => {
        const before = window.setTimeout;
        Object.assign(window, {
          setTimeout: (run: () => void, wait?: number) => before(run, wait === 1_500 ? 600_000 : wait),
        });
      });
      await scan(page);
    },
  }),
);

/** The pages of the door, and every result of a scan. */
export const doorPages: readonly PublicPage[] = [
  { name: 'door-events', at: ({ staff }) => staff && '/door', seenBy: 'door' },
  { name: 'door-which', at: door('?door=change'), seenBy: 'door' },
  { name: 'door-camera', at: door(), seenBy: 'door', act: standAtDoor },
  {
    name: 'door-no-camera',
    at: door(),
    seenBy: 'door',
    act: async (page) => {
      await standAtDoor(page);
      await page.locator('video + div button').click();
      await page.locator('video + div p').nth(1).waitFor();
      await page.locator('video + div button').waitFor({ state: 'detached' });
    },
  },
  {
    name: 'door-names',
    at: door('/names?q=e'),
    seenBy: 'door',
    act: async (page) => {
      if (await page.locator('#door').isVisible()) {
        await standAtDoor(page);
        await page.goto(`${page.url()}/names?q=e`);
      }
      await page.locator('main li').first().waitFor();
    },
  },
  ...results,
];
