import { watchPrograms } from './process/development-programs.ts';
import { describeSandbox } from './process/first-screen.ts';
import { runInFolder } from './process/run-in-folder.ts';
import type { Parts } from './process/sandbox-types.ts';

// npm run dev: the same as the demo, with pages that reload and a server and worker that start again on a change.

let parts: Parts = {};
const programs = watchPrograms((name) => {
  const part = name === 'server' ? parts.web : parts.worker;
  if (part === undefined) return;
  process.stdout.write(`  ${part.name} has changed, starting it again\n`);
  void part.restart();
});

await runInFolder(
  'dev',
  (sandbox) => {
    parts = sandbox.parts;
    return describeSandbox(
      sandbox,
      'Pages reload when a file changes. Logs are in .data/logs. Ctrl-C stops everything.',
    );
  },
  programs,
);
