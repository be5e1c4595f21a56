/**
 * Writes app/fonts/*.woff2: the house's two faces (SIL Open Font License 1.1) without the weights, widths and letters
 * that no page uses, which is half of their bytes. Needed when `cut-fonts.ts` or a face changes:
 *
 *   node sandbox/fonts/cut-fonts-program.ts
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../process/project-root.ts';
import { cutFont, cuts } from './cut-fonts.ts';

for (const cut of cuts) {
  const font = await cutFont(cut);
  writeFileSync(join(projectRoot, 'app', 'fonts', cut.name), font);
  process.stdout.write(`${cut.name.padEnd(20)} ${(font.length / 1000).toFixed(1)} kB\n`);
}
