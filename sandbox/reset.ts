import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { removeCluster } from './postgres/readable-place.ts';
import { endLeftovers } from './process/end-leftovers.ts';
import { takeFolder } from './process/folder-lock.ts';
import { projectRoot } from './process/project-root.ts';

// npm run reset: forgets everything that the sandbox of this folder keeps, so that the next start begins afresh.

const dataDir = join(projectRoot, '.data');
const taken = takeFolder(dataDir);
if ('heldBy' in taken) {
  console.error(`A sandbox runs from this folder (process ${taken.heldBy.pid}). Stop it first.`);
  process.exitCode = 1;
} else {
  await endLeftovers(dataDir);
  removeCluster(join(dataDir, 'postgres'));
  rmSync(dataDir, { recursive: true, force: true });
  console.log('The sandbox of this folder is empty again.');
}
