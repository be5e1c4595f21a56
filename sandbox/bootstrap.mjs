// The first step of `npm run demo`, `npm run dev`, `npm test` and `npm run check`. Plain JavaScript that runs on
// Node 20.9 before anything is installed: it installs what the lock file names, then hands over to
// sandbox/<name>.ts on the Node 24 that came with it.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const stamp = join(root, 'node_modules', '.foyer-install');

/** @param {string} sentence */
function giveUp(sentence) {
  console.error(`\n${sentence}`);
  process.exit(1);
}

/** What an installation depends on: the lock file, and the kind of machine. */
function describeInstallation() {
  const lock = readFileSync(join(root, 'package-lock.json'));
  return `${createHash('sha256').update(lock).digest('hex')} ${process.platform}-${process.arch}`;
}

/**
 * Whether node_modules holds what the lock file names, by npm's own list in it. So an installation that somebody
 * made by hand is not made again.
 */
function isComplete() {
  try {
    const installed = JSON.parse(
      readFileSync(join(root, 'node_modules', '.package-lock.json'), 'utf8'),
    ).packages;
    const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
    return Object.entries(packages).every(([path, wanted]) => {
      if (path === '' || wanted.link) return true;
      const found = installed[path];
      if (found === undefined) return wanted.optional === true || wanted.devOptional === true;
      return found.version === wanted.version && existsSync(join(root, path, 'package.json'));
    });
  } catch {
    return false;
  }
}

function install() {
  const wanted = describeInstallation();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  if (!isComplete()) {
    console.log('  Installing what package-lock.json names …');
    const began = Date.now();
    // npm must not run on the Node inside the folder that it is about to replace.
    const PATH = (process.env.PATH ?? '')
      .split(':')
      .filter((entry) => !entry.startsWith(join(root, 'node_modules') + sep))
      .join(':');
    // Nothing here needs an install script, and newer versions of npm run none unless asked to: the same everywhere.
    const options = [
      'ci',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
      '--include=dev',
      '--include=optional',
    ];
    const { status, error } = spawnSync('npm', options, {
      cwd: root,
      env: { ...process.env, PATH, NODE_ENV: 'development' },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    if (error)
      giveUp(`npm could not be started (${error.message}). It comes with Node: see https://nodejs.org.`);
    if (status !== 0) giveUp('npm ci failed. Its own words are above; it needs to reach a package registry.');
    console.log(`  Installed            ${((Date.now() - began) / 1000).toFixed(1).padStart(9)} s`);
  }
  writeFileSync(stamp, wanted);
}

/** The Node 24 of node_modules where it runs, else the one that runs this, when that is new enough. */
function findNode() {
  const own = join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node');
  if (existsSync(own) && spawnSync(own, ['--version'], { stdio: 'ignore' }).status === 0) return own;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath;
  giveUp(
    process.platform === 'win32'
      ? 'Foyer runs on Windows inside WSL2: https://learn.microsoft.com/windows/wsl/install.'
      : `On this machine (${process.platform} ${process.arch}) Foyer needs Node 22.18 or newer, and this is ${process.version}. Please install a newer Node.`,
  );
  return process.execPath;
}

const [name, ...rest] = process.argv.slice(2);
if (name === undefined || !/^[a-z-]+$/.test(name) || !existsSync(join(root, 'sandbox', `${name}.ts`))) {
  giveUp('Usage: node sandbox/bootstrap.mjs demo|dev|test|check|clock|studio|reset [arguments]');
}
const [nodeMajor = 0, nodeMinor = 0] = process.versions.node.split('.').map(Number);
if (nodeMajor < 20 || (nodeMajor === 20 && nodeMinor < 9)) {
  giveUp(`Foyer needs Node 20.9 or newer, and this is ${process.version}. Please install a newer Node.`);
}

install();

const node = findNode();
const child = spawn(node, [join(root, 'sandbox', `${name}.ts`), ...rest], {
  cwd: root,
  env: {
    ...process.env,
    PATH: `${dirname(node)}:${join(root, 'node_modules', '.bin')}:${process.env.PATH ?? ''}`,
  },
  // The fourth is a line to us: when we are killed, it breaks, and the program knows.
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
});
child.on('error', (error) => giveUp(`${node} could not be started: ${error.message}`));
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
// Ctrl-C in a terminal reaches the program by itself, a signal to us alone does not. It minds no second one.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => child.kill(signal));
}

// npm may put a shell between itself and us, which dies of a signal without handing it on. Then our parent changes.
if (process.env.npm_lifecycle_event !== undefined) {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) child.kill('SIGTERM');
  }, 500).unref();
}
