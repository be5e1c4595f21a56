import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { identify, isAlive } from './identity.ts';
import { nodePath } from './node-path.ts';
import { startProgram } from './start-program.ts';
import { supervise } from './supervise.ts';

const folder = mkdtempSync(join(tmpdir(), 'foyer-process-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const idle = (name: string) => ({
  name,
  command: nodePath(),
  args: ['-e', 'setInterval(() => undefined, 1000)'],
  env: {},
  cwd: folder,
  logFile: join(folder, `${name}.log`),
});

describe('no part outlives its supervisor', () => {
  it('ends a child whose parent was killed without a chance to tidy up', async () => {
    const parent = spawn(
      nodePath(),
      [
        '--input-type=module',
        '-e',
        `import { startProgram } from ${JSON.stringify(new URL('./start-program.ts', import.meta.url).href)};
         const program = await startProgram(${JSON.stringify(idle('child'))});
         console.log(program.pid);
         setInterval(() => undefined, 1000);`,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const pid = await new Promise<number>((resolve) => {
      parent.stdout.once('data', (chunk: Buffer) => resolve(Number(chunk.toString())));
    });
    const child = identify(pid);
    expect(child).toBeDefined();
    parent.kill('SIGKILL');
    await expect.poll(() => child !== undefined && isAlive(child), { timeout: 5_000 }).toBe(false);
  });

  it('starts a part again that was killed, and not one that was stopped', async () => {
    const starts: number[] = [];
    const part = await supervise('idle', () => startProgram(idle('idle')), {
      onStart: (_name, { pid }) => starts.push(pid),
    });
    process.kill(starts[0] ?? 0, 'SIGKILL');
    await expect.poll(() => starts.length, { timeout: 5_000 }).toBe(2);
    const last = part.current();
    await part.stop();
    await sleep(300);
    expect(starts).toHaveLength(2);
    expect(last !== undefined && isAlive(last)).toBe(false);
  });

  it('tells with the end of its output why a program did not start', async () => {
    const failing = { ...idle('failing'), args: ['-e', 'console.error("no such thing"); process.exit(3)'] };
    await expect(startProgram({ ...failing, ready: { port: 1 } })).rejects.toThrow(
      /ended while starting.*no such thing/s,
    );
  });
});
