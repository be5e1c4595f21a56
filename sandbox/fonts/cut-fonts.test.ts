import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../process/project-root.ts';
import { cutFont, cuts } from './cut-fonts.ts';

const declared = readFileSync(join(projectRoot, 'app', 'fonts.ts'), 'utf8');

test.each(cuts)('$name is what the program cuts, and is declared with the letters it has', async (cut) => {
  const committed = readFileSync(join(projectRoot, 'app', 'fonts', cut.name));
  expect(Buffer.compare(committed, await cutFont(cut))).toBe(0);
  const block = declared.split('localFont(').find((one) => one.includes(`./fonts/${cut.name}'`));
  expect(block).toContain(`'${cut.unicodeRange}'`);
  const { wght, wdth } = cut.axes;
  expect(block).toContain(`weight: '${wght?.min} ${wght?.max}'`);
  if (wdth) expect(block).toContain(`value: '${wdth.min}% ${wdth.max}%'`);
});
