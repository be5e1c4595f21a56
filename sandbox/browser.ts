import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflate } from '@sparticuz/chromium';
import type { LaunchOptions } from 'playwright';
import { projectRoot } from './process/project-root.ts';

/**
 * Options for Playwright's `chromium.launch` with a browser that needs no download: the one that FOYER_CHROMIUM names,
 * an installed Chrome off Linux, else the Chromium inside the npm package, which is unpacked once per user.
 *
 * The arguments are ours. The package's own set (`--single-process` among them) makes launches fail now and then.
 */
export async function chromiumLaunch(): Promise<LaunchOptions> {
  const args = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'];
  const named = process.env.FOYER_CHROMIUM;
  if (named !== undefined && named !== '') {
    if (!existsSync(named)) throw new Error(`FOYER_CHROMIUM names ${named}, but nothing is there.`);
    return { executablePath: named, args };
  }
  if (process.platform !== 'linux') return { channel: 'chrome', args };
  const folder = await unpackOnce();
  return { executablePath: join(folder, 'chromium'), args, env: environmentFor(folder) };
}

/** Unpacks the package's Chromium with its fonts and libraries; two at once end with one of the two. */
async function unpackOnce(): Promise<string> {
  const root = join(projectRoot, 'node_modules', '@sparticuz', 'chromium');
  const version = readVersion(join(root, 'package.json'));
  const parent = findCache();
  const folder = join(parent, `chromium-${version}`);
  if (existsSync(join(folder, 'chromium'))) return folder;

  // It unpacks into the temporary folder and takes what it finds there for its own, whoever put it there.
  const draft = mkdtempSync(join(parent, 'unpacking-'));
  const before = process.env.TMPDIR;
  process.env.TMPDIR = draft;
  try {
    for (const file of ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br']) {
      await inflate(join(root, 'bin', file));
    }
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  try {
    renameSync(draft, folder);
  } catch {
    rmSync(draft, { recursive: true, force: true });
  }
  return folder;
}

function readVersion(packageFile: string): string {
  const value: unknown = JSON.parse(readFileSync(packageFile, 'utf8'));
  const known = typeof value === 'object' && value !== null && 'version' in value;
  return known ? String(value.version) : 'unknown';
}

function findCache(): string {
  for (const parent of [join(homedir(), '.cache'), tmpdir()]) {
    try {
      const folder = join(parent, `foyer-sandbox-${process.getuid?.() ?? 0}`);
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      rmSync(mkdtempSync(join(folder, 'try-')), { recursive: true });
      return folder;
    } catch {
      // A home that cannot be written to: the next one.
    }
  }
  throw new Error('Neither the home folder nor the temporary folder can be written to.');
}

/** A bare machine lacks a few libraries and any font; the package brings both. The machine's own come first. */
function environmentFor(folder: string): Record<string, string> {
  const env = Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
  const starts =
    spawnSync(join(folder, 'chromium'), ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
  return {
    ...env,
    ...(starts ? {} : { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') }),
    ...(existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') }),
  };
}
