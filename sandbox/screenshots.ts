import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { type BrowserContext, chromium } from 'playwright';
import { pool } from '#lib/database.ts';
import { chromiumLaunch } from './browser.ts';
import { printProgress } from './process/progress.ts';
import { projectRoot } from './process/project-root.ts';
import { startTestSandbox } from './process/start-test-sandbox.ts';
import { onStopRequest } from './process/stop-signal.ts';
import { doorPages } from './screenshots/door-pages.ts';
import { openPage, pagesOf, signIn } from './screenshots/look.ts';
import { cookiesFor } from './screenshots/make-bookings.ts';
import { publicPages } from './screenshots/public-pages.ts';
import { makeSeedScenes } from './screenshots/seed-scenes.ts';
import { staffPages } from './screenshots/staff-pages.ts';
import { viewers } from './screenshots/viewers.ts';
import { demoPassword } from './seed/people.ts';

// npm run screenshots [-- name …]: every page in every state, at three widths, light and dark, into
// .data/screenshots, from the demo's programme in a sandbox of its own. Words after the command choose pages by the
// start of their name.

const widths = [390, 768, 1440] as const;
const schemes = ['light', 'dark'] as const;
const chosen = process.argv.slice(2);
const folder = join(projectRoot, '.data', 'screenshots');

const signal = onStopRequest();
const write = (line: string) => process.stdout.write(`${line}\n`);
const progress = printProgress(write);
const isWanted = ({ name }: { name: string }) =>
  chosen.length === 0 || chosen.some((start) => name.startsWith(start));

const sandbox = await progress('Sandbox', () => startTestSandbox({ webProcesses: 1 }));
try {
  Object.assign(process.env, sandbox.environment, { LOG_LEVEL: 'silent', DATABASE_POOL_SIZE: '2' });
  const { scenes, cookies } = await progress('Bookings', makeScenes);

  if (chosen.length === 0) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch(await chromiumLaunch());
  const pages = pagesOf([...publicPages, ...staffPages, ...doorPages], scenes).filter(isWanted);
  const problems: string[] = [];
  const files: string[] = [];

  const shoot = async (context: BrowserContext, look: (typeof pages)[number], ending: string) => {
    signal.throwIfAborted();
    const page = await context.newPage();
    const file = `${look.name}-${ending}.png`;
    try {
      await openPage(page, look, look.path, sandbox.appUrl);
      await page.screenshot({ path: join(folder, file), fullPage: true, animations: 'disabled' });
      files.push(file);
    } catch (error) {
      problems.push(`${look.name} ${ending}: ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      await page.close();
    }
  };

  for (const away of [false, true]) {
    const now = pages.filter(({ withoutDatabase = false }) => withoutDatabase === away);
    if (now.length === 0) continue;
    // Last of all, for nothing else works then.
    if (away) await sandbox.parts.postgres?.stop();
    await Promise.all(
      schemes.map(async (colorScheme) => {
        for (const width of widths) {
          const context = await browser.newContext({
            viewport: { width, height: width < 700 ? 844 : 900 },
            colorScheme,
            reducedMotion: 'reduce',
            locale: 'en-GB',
            timezoneId: 'Europe/Lisbon',
            serviceWorkers: 'block',
          });
          context.setDefaultTimeout(15_000);
          await context.addCookies(cookies);
          const ending = `${width}-${colorScheme}`;
          for (const look of now.filter((one) => one.seenBy === undefined))
            await shoot(context, look, ending);
          for (const viewer of new Set(now.flatMap(({ seenBy }) => seenBy ?? []))) {
            await signIn(context, sandbox.appUrl, { email: viewers[viewer], password: demoPassword });
            for (const look of now.filter(({ seenBy }) => seenBy === viewer))
              await shoot(context, look, ending);
          }
          await context.close();
          write(`  ${ending}`);
        }
      }),
    );
  }
  await browser.close();
  writeFileSync(join(folder, 'index.html'), contactSheet(files.sort()));
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  const left = [...publicPages, ...staffPages, ...doorPages]
    .filter((page) => page.at(scenes) === undefined)
    .map(({ name }) => name);
  if (left.length > 0) write(`  Left out, because nothing shows them: ${left.join(', ')}`);
  write(`${files.length} pictures in .data/screenshots, and index.html to leaf through them`);
  process.exitCode = problems.length === 0 ? 0 : 1;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await sandbox.stop();
}

/** Makes what there is to see, and cookies that open the bookings among it. */
async function makeScenes() {
  const owner = new Client({ connectionString: sandbox.environment.DATABASE_OWNER_URL });
  await owner.connect();
  try {
    const scenes = await makeSeedScenes(owner, sandbox);
    const { handing } = scenes;
    const references = [...Object.values(scenes.bookings), ...(handing ? [handing.booking] : [])];
    const cookies = await cookiesFor(owner, references, sandbox.appUrl);
    return { scenes, cookies: handing ? [...cookies, { ...handing.cookie, url: sandbox.appUrl }] : cookies };
  } finally {
    await owner.end();
    await pool().end();
  }
}

/** All pictures on one page. */
function contactSheet(files: readonly string[]): string {
  const figures = files.map(
    (file) =>
      `<figure><a href="${file}"><img loading="lazy" src="${file}" alt=""></a><figcaption>${file}</figcaption></figure>`,
  );
  return `<!doctype html><meta charset="utf-8"><title>Foyer</title><style>body{display:flex;flex-wrap:wrap;gap:16px;font:13px system-ui}figure{margin:0;width:280px}img{width:100%;border:1px solid #999}</style>${figures.join('')}\n`;
}
