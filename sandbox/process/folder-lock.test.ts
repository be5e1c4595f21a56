import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { takeFolder } from './folder-lock.ts';
import { identify } from './identity.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the lock of a folder', () => {
  it('is held by one, names its holder, and is free after release', () => {
    const first = takeFolder(folder);
    expect(first).toHaveProperty('release');
    expect(takeFolder(folder)).toEqual({ heldBy: identify(process.pid) });
    if ('release' in first) first.release();
    expect(takeFolder(folder)).toHaveProperty('release');
  });

  it('passes on from a process that was killed, also when its number lives again', async () => {
    const gone = spawn('sleep', ['60'], { stdio: 'ignore' });
    writeFileSync(join(folder, 'sandbox.lock'), JSON.stringify(identify(gone.pid ?? 0)));
    expect(takeFolder(folder)).toMatchObject({ heldBy: { pid: gone.pid } });
    gone.kill('SIGKILL');
    await once(gone, 'exit');
    const taken = takeFolder(folder);
    expect(taken).toHaveProperty('release');
    if ('release' in taken) taken.release();

    writeFileSync(join(folder, 'sandbox.lock'), JSON.stringify({ pid: process.pid, born: 'long ago' }));
    expect(takeFolder(folder)).toHaveProperty('release');
    expect(readdirSync(folder)).toEqual(['sandbox.lock']);
  });
});
